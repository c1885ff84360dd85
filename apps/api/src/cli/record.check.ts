import { latest } from '../record/checkpoint.queries.js';
import { sizeOf } from '../record/tree.queries.js';
import type { Check } from './finding.js';

/** The record is signed several times a minute; after this something keeps it. */
const LATE_MS = 5 * 60 * 1000;

/** Whether what the record holds is signed, and goes on from what was signed here before. */
export const record: Check = async ({ database, keys }) => {
  const size = await sizeOf(database.manager);
  const checkpoint = await latest(database.manager);
  const signed = keys.lastSigned();
  if (signed && signed.size > (checkpoint?.size ?? 0)) {
    return {
      saying: '',
      fault: `The record was signed over ${signed.size} entries, and holds checkpoints over ${checkpoint?.size ?? 0} at most.`,
      remedy:
        'Was the database put back from an older backup? Then tell everybody who checks the record; clarion verify forget-signed lets it be signed again. Else something was taken away.',
    };
  }
  const [row] = await database.query<[{ oldest: Date | null }]>(
    'SELECT min(at) AS oldest FROM record_entry WHERE number > $1',
    [checkpoint?.size ?? 0],
  );
  const isOld = (moment: Date | null | undefined) =>
    moment != null && Date.now() - moment.getTime() > LATE_MS;
  const isLate = checkpoint !== null && isOld(row.oldest) && isOld(checkpoint.at);
  return {
    saying: checkpoint
      ? `The record has ${size} entries, signed up to ${checkpoint.size}; clarion verify record checks all of it`
      : `The record has ${size} entries; the running server signs them`,
    fault: isLate
      ? `Entries of the record after ${checkpoint.size} are not signed, for more than ${LATE_MS / 60_000} minutes.`
      : undefined,
    remedy: 'The server signs them while it runs; its log says what keeps it.',
  };
};
