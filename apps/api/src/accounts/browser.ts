import { createHash, randomBytes } from 'node:crypto';
import type { Context } from './context.js';

/** A secret that a browser keeps from when it asks to be let in until it is: 256 random bits. */
export function secretOf({ browser, setBrowser }: Context): string {
  const secret = browser ?? randomBytes(32).toString('base64url');
  setBrowser(secret);
  return secret;
}

/** What is kept of it. A browser without a secret has begun nothing. */
export const browserHash = (secret: string | null): Buffer =>
  createHash('sha256')
    .update(secret ?? '')
    .digest();
