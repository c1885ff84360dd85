import { verifyChain } from '@clarion/record';
import type { DataSource } from 'typeorm';
import { keptEntry, openedAfter } from '../../../src/audit/entry.queries.js';
import type { Keyring } from '../../../src/keyring/keyring.js';
import { recountTallies } from '../../../src/voting/tally.queries.js';
import type { Ledger, Sent } from './ledger.js';

const TABLES = { proposal: 'statement', comment: 'body', evidence: 'claim' } as const;

/** Who is who, and the choices of each, by `person proposal`. */
async function votesIn(
  database: DataSource,
  keys: Keyring,
  consultationId: string,
  members: readonly string[],
): Promise<Map<string, string>> {
  const people = new Map(
    members.map((id, person) => [keys.pseudonym(consultationId, id).toString('hex'), person]),
  );
  const rows: { who: string; proposal: string; choice: string }[] = await database.query(
    `SELECT encode(pseudonym, 'hex') AS who, proposal_id AS proposal, choice FROM vote
     WHERE consultation_id = $1`,
    [consultationId],
  );
  return new Map(
    rows.map(({ who, proposal, choice }) => [`${people.get(who)} ${proposal}`, choice]),
  );
}

/** What a vote may be now: the last that was acknowledged, or one sent after it that was never answered. */
function possibleChoices(votes: readonly Sent[]): (string | undefined)[] {
  const counted = votes.filter(({ state }) => state !== 'refused');
  const last = counted.findLastIndex(({ state }) => state === 'acknowledged');
  return last < 0
    ? [undefined, ...counted.map(({ says }) => says)]
    : counted.slice(last).map(({ says }) => says);
}

/** Everything acknowledged that is not there, or is another than was acknowledged. */
export async function lost(
  database: DataSource,
  keys: Keyring,
  { sent }: Ledger,
  where: { consultationId: string; members: readonly string[] },
): Promise<string[]> {
  const missing: string[] = [];
  for (const [table, column] of Object.entries(TABLES)) {
    const rows: { id: string; says: string }[] = await database.query(
      `SELECT id, ${column} AS says FROM ${table}`,
    );
    const there = new Map(rows.map(({ id, says }) => [id, says]));
    for (const { kind, id, says, state } of sent) {
      if (kind !== table || state !== 'acknowledged') continue;
      if (there.get(id) !== says) missing.push(`${kind} ${id}`);
    }
  }
  const votes = await votesIn(database, keys, where.consultationId, where.members);
  const byPlace = new Map<string, Sent[]>();
  for (const one of sent.filter(({ kind }) => kind === 'vote')) {
    const place = `${one.person} ${one.id}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  for (const [place, cast] of byPlace) {
    if (!possibleChoices(cast).includes(votes.get(place))) missing.push(`vote ${place}`);
  }
  return missing;
}

/** What is there twice, or came from nowhere. Asked when everything was answered. */
export async function doubled(database: DataSource, { sent }: Ledger, before: number) {
  const twice: { about: string; times: number }[] = await database.query(
    `SELECT about_id AS about, count(*)::int AS times FROM record_entry
     WHERE kind = 'sent' GROUP BY about_id, about_kind HAVING count(*) > 1`,
  );
  const [row] = await database.query(
    `SELECT (SELECT count(*) FROM proposal)::int + (SELECT count(*) FROM comment)::int
       + (SELECT count(*) FROM evidence)::int AS contributions`,
  );
  const made = sent.filter(({ kind, state }) => kind !== 'vote' && state === 'acknowledged').length;
  const surplus = row.contributions - before - made;
  return [
    ...twice.map(({ about, times }) => `${about} entered the record ${times} times`),
    ...(surplus === 0 ? [] : [`${surplus} contributions more than were acknowledged`]),
  ];
}

/** Where the record, the tables and the counts do not agree. */
export async function disagreements(database: DataSource): Promise<string[]> {
  const chain = await verifyChain(
    (await openedAfter(database.manager, 0, 1_000_000)).map(keptEntry),
  );
  const [row] = await database.query(
    `SELECT (SELECT max(number) FROM record_entry)::int AS last,
       (SELECT count(*) FROM record_entry)::int AS entries,
       (SELECT count(*) FROM (SELECT number, row_number() OVER (PARTITION BY consultation_id ORDER BY number) AS place
          FROM proposal) p WHERE number <> place)::int AS gaps,
       (SELECT count(*) FROM proposal p WHERE comment_count <>
          (SELECT count(*) FROM comment c WHERE c.proposal_id = p.id))::int AS comments,
       (SELECT count(*) FROM (SELECT id FROM comment UNION ALL SELECT id FROM evidence
            UNION ALL SELECT id FROM proposal WHERE statement LIKE 'What %') x
          WHERE NOT EXISTS (SELECT FROM record_entry r WHERE r.about_id = x.id AND r.kind = 'sent'))::int AS unentered,
       (SELECT count(*) FROM turnout t WHERE voters <>
          (SELECT count(DISTINCT pseudonym) FROM vote v WHERE v.consultation_id = t.consultation_id))::int AS turnout`,
  );
  const tallies = await recountTallies(database.manager);
  return [
    ...(chain.ok ? [] : [`the chain of the record breaks: ${JSON.stringify(chain)}`]),
    ...(row.last === row.entries
      ? []
      : [`the record has ${row.entries} entries up to ${row.last}`]),
    ...['gaps', 'comments', 'unentered', 'turnout'].flatMap((what) =>
      row[what] === 0 ? [] : [`${what}: ${row[what]}`],
    ),
    ...tallies.map((difference) => `a tally is not its votes: ${JSON.stringify(difference)}`),
  ];
}
