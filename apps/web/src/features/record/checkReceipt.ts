import { fromHex, opens, verifyReceipt } from '@clarion/record';
import type { Receipt } from '../../receipt';
import { knowBy, recordKey } from './recordKey';

/**
 * Checks a receipt on this device: that the record's key signed a checkpoint with the entry under it, that
 * the entry says this very thing was sent, and that the entry commits to these words. Answers what is
 * wrong, null for nothing. The first key seen is the one that is known from then on.
 */
export async function checkReceipt(receipt: Receipt): Promise<string | null> {
  const key = await recordKey(receipt.key);
  if (!key.ok) return key.problem;
  const checked = await verifyReceipt(receipt.proof, { record: [key.value] });
  if (!checked.ok) return checked.problem;
  const { entry } = checked.value;
  const act = (entry?.act ?? {}) as { kind?: unknown; aboutId?: unknown };
  if (!entry || act.kind !== 'sent' || act.aboutId !== receipt.contributionId) {
    return 'The receipt is for something else.';
  }
  for (const { field, text, salt } of receipt.openings) {
    const commitment = fromHex(entry.commitments[field] ?? '') ?? new Uint8Array();
    if (!(await opens(commitment, { text, salt: fromHex(salt) ?? new Uint8Array() }))) {
      return 'The record does not commit to the words that you sent.';
    }
  }
  knowBy(receipt.key);
  return null;
}
