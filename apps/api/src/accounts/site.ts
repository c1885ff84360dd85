import type { Environment } from '../environment.js';

/** Where this Clarion is, as a browser and a passkey know it. */
export interface Site {
  /** https://clarion.example.org */
  origin: string;
  /** The name that passkeys belong to: clarion.example.org */
  host: string;
}

/** Without a public address it is this machine by name: a passkey cannot belong to a number. */
export function siteOf({ publicUrl, port }: Pick<Environment, 'publicUrl' | 'port'>): Site {
  const { origin, hostname } = new URL(publicUrl || `http://localhost:${port}`);
  return { origin, host: hostname };
}

/** Whether browsers let passkeys belong to it: over https, or on this machine. */
export const canHavePasskeys = ({ origin, host }: Site): boolean =>
  origin.startsWith('https://') || host === 'localhost';
