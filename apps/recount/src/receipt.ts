import { readFile } from 'node:fs/promises';
import { MalformedFile } from '@clarion/exchange';
import { verifyKeptReceipt } from '@clarion/exchange/record';
import type { Outcome } from './outcome.js';
import { oneLine } from './print.js';
import type { Usage } from './usage.js';

/** `recount verify-receipt <file>`: what it proves, or why it proves nothing. */
export async function verifyReceiptFile(usage: Usage): Promise<Outcome> {
  const text = await readFile(usage.path, 'utf8').catch(() => {
    throw new MalformedFile(usage.path, null, 'there is no such file, or it cannot be read.');
  });
  const report = await verifyKeptReceipt(text, usage.key);
  const { ok, problem, number, size, origin, act, texts, key, isKeyKnown } = report;
  const trust = isKeyKnown
    ? 'the key that you named'
    : 'the key in the receipt itself: compare it with what others have';
  return {
    identical: ok,
    lines: ok
      ? [
          oneLine(`Entry ${number} of the record of ${origin}, as it was signed over ${size}`),
          oneLine(`  ${JSON.stringify(act)}`),
          ...Object.entries(texts).map(([name, words]) => oneLine(`  ${name}: ${words}`)),
          `Signed with ${key}`,
          `Checked with ${trust}`,
          '',
          'holds',
        ]
      : [`broken: ${oneLine(problem ?? '')}`],
    json: report,
  };
}
