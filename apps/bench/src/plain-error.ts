/** A fault whose message is meant for the person at the keyboard: shown alone, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}
