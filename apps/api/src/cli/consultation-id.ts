import { PlainError } from '../plain-error.js';

/** The id of a consultation as an operator typed it. */
export function consultationId(given: string): string {
  if (/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(given)) return given.toLowerCase();
  throw new PlainError(
    `“${given}” is not the id of a consultation. Its page has it in the address.`,
  );
}
