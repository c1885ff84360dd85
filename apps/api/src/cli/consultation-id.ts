import { isId } from '../database/is-id.js';
import { PlainError } from '../plain-error.js';

/** The id of a consultation as an operator typed it. */
export function consultationId(given: string): string {
  if (isId(given)) return given.toLowerCase();
  throw new PlainError(
    `“${given}” is not the id of a consultation. Its page has it in the address.`,
  );
}
