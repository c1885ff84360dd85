import { type Finding, type NoteKey, readKey } from '@clarion/record';
import { keepRecord, keptRecord } from './keptRecord';

/** The key to check a receipt with: the one this browser knows the record by, else the receipt's own. */
export async function recordKey(given: string): Promise<Finding<NoteKey>> {
  const known = keptRecord();
  const key = await readKey(known?.key ?? given);
  if (!key.ok)
    return { ok: false, problem: `The key of the record cannot be read. ${key.problem}` };
  if (!known || known.key === given) return key;
  return {
    ok: false,
    problem: 'It is signed with another key than this browser knows the record by.',
  };
}

/** The first key that was seen on a receipt that holds is the one that is known from then on. */
export function knowBy(key: string): void {
  if (!keptRecord()) keepRecord({ key, note: null });
}
