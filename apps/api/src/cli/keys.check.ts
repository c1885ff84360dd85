import type { Check } from './finding.js';

/** Whether every consultation in which people vote has its key. */
export const keys: Check = async ({ database, keys, environment }) => {
  const opened = await database.query<{ id: string; title: string }[]>(
    `SELECT id, title FROM consultation c WHERE opened_at IS NOT NULL
       AND phase IN ('open', 'prioritising', 'reviewing', 'reported')
       AND NOT EXISTS (SELECT FROM record_entry r WHERE r.about_id = c.id AND r.kind = 'key_destroyed')
     ORDER BY title, id`,
  );
  const missing = opened.filter(({ id }) => keys.pseudonymIfKept(id, id) === null);
  return {
    saying: `Every opened consultation has its key in ${environment.keysDirectory} (${opened.length})`,
    fault: missing.length
      ? `Keys are missing for: ${missing.map(({ title }) => title).join('; ')}`
      : undefined,
    remedy: missing.length
      ? 'Nobody can vote there until the files are put back from the backup of the keys.'
      : '',
  };
};

/** Whether the key that signed the latest round is there. */
export const signingKey: Check = async ({ database, keys, environment }) => {
  const [row] = await database.query<[{ signed: number; latest: string | null }]>(
    `SELECT count(*)::int AS signed,
       (SELECT signed_with FROM round WHERE signed_with IS NOT NULL
        ORDER BY published_at DESC, id DESC LIMIT 1) AS latest
     FROM round WHERE signed_with IS NOT NULL`,
  );
  const key = keys.signing();
  const rounds = row.signed === 1 ? '1 round' : `${row.signed} rounds`;
  if (!key && row.signed > 0) {
    return {
      saying: '',
      fault: `The key that signed ${rounds} is missing in ${environment.keysDirectory}.`,
      remedy:
        'Put signing.pem back from the backup of the keys. No round can be published until then. If it is lost for good: clarion round new-key.',
    };
  }
  const isAnother = key !== null && row.latest !== null && row.latest !== key.fingerprint;
  return {
    saying: key
      ? `Rounds are signed with the key ${key.fingerprint} (${row.signed})`
      : 'The key that signs rounds is made with the first one',
    fault: isAnother ? `The latest round was signed with another key: ${row.latest}` : undefined,
    remedy: `Put the signing.pem of that key back, or tell everybody who checks rounds that from the next one it is ${key?.fingerprint}.`,
  };
};
