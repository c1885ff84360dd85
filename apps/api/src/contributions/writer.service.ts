import {
  type Refusal,
  refusal,
  refuseNewcomer,
  refuseSuspended,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as writers from './writer.queries.js';

/**
 * Refuses whoever is kept from writing, and what is beyond the limits of somebody new. Null for what has
 * no limits. The caller holds the consultation and what is written about; the writer is locked last.
 */
export async function refuseWriter(
  { tx, viewer, at }: Acting,
  sent: { what: 'proposal' | 'comment' | 'edit'; text: string } | null,
): Promise<Refusal | null> {
  await writers.lock(tx, viewer.id);
  const on = ukDay(at);
  const writer = await writers.read(tx, viewer.id, on, at);
  if (writer.isErased) return refusal('not_signed_in');
  return (
    refuseSuspended(writer.suspendedUntil, at) ?? (sent ? refuseNewcomer(writer, sent, on) : null)
  );
}
