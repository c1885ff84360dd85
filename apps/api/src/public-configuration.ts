import { TEMPLATES, TEXT } from '@clarion/deliberation';
import type { Environment } from './environment.js';
import type { Keyring } from './keyring/keyring.js';
import { VERSION } from './version.js';

/** What everybody may know of how this Clarion is set: it enters the record whenever it is another. */
export function publicConfiguration({ publicUrl, isDemo }: Environment, keys: Keyring) {
  const limits = Object.entries(TEXT).map(([name, { max }]) => [name, max]);
  return {
    version: VERSION,
    publicUrl,
    isDemonstration: isDemo,
    signingKey: keys.signing()?.fingerprint ?? null,
    templates: TEMPLATES,
    longestTexts: Object.fromEntries(limits) as Record<string, number>,
  };
}
