import type { Context } from './context.js';

/** The viewer's pseudonym in a consultation; null for visitors and where there is no key. */
export const pseudonymOf = ({ viewer, keys }: Context, consultationId: string): Buffer | null =>
  viewer && keys.pseudonymIfKept(consultationId, viewer.id);
