import type { Roll, RollLine, RollPerson } from '@clarion/exchange';
import type { EntityManager } from 'typeorm';

/** A line of the file that was not taken, and why. */
export interface RefusedLine {
  line: number;
  why: string;
}

/** What the lines of a file come to, beside the roll as it is. */
export interface RollDifference {
  added: number;
  /** On the roll, and something about them is another thing now. */
  changed: number;
  /** By what it is. */
  fields: { name: number; standing: number; clp: number; joinedOn: number; lapsedOn: number };
  /** Of those changed: whose membership has lapsed by now, or runs again. */
  lapsed: number;
  renewed: number;
  unchanged: number;
  /** New addresses of people who were on the roll before. */
  addresses: number;
}

/** Lines that are sent to the database at once. */
const BATCH = 5_000;

const TABLES = [
  `CREATE TEMP TABLE roll_line (line integer, number text, name text, email text, standing text,
     clp_id uuid, joined_on date, lapsed_on date) ON COMMIT DROP`,
  'CREATE TEMP TABLE roll_refused (line integer, number text, why text) ON COMMIT DROP',
];

const LINES = `INSERT INTO roll_line
  SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[],
    $7::date[], $8::date[])`;

const REFUSED = 'INSERT INTO roll_refused SELECT * FROM unnest($1::int[], $2::text[], $3::text[])';

type Taken = { line: number; person: RollPerson };
type Refused = Extract<RollLine, { refused: unknown }>;

const column = <T>(lines: readonly Taken[], of: (person: RollPerson) => T): T[] =>
  lines.map(({ person }) => of(person));

async function send(tx: EntityManager, taken: readonly Taken[], refused: readonly Refused[]) {
  if (taken.length > 0) {
    await tx.query(LINES, [
      taken.map(({ line }) => line),
      column(taken, (person) => person.membershipNumber),
      column(taken, (person) => person.name),
      column(taken, (person) => person.email),
      column(taken, (person) => person.standing),
      column(taken, (person) => person.clpId),
      column(taken, (person) => person.joinedOn),
      column(taken, (person) => person.lapsedOn),
    ]);
  }
  if (refused.length > 0) {
    await tx.query(REFUSED, [
      refused.map(({ line }) => line),
      refused.map((each) => each.refused.membershipNumber),
      refused.map((each) => each.refused.why),
    ]);
  }
}

/** Brings the lines of a file beside the roll, in tables that go with the transaction. */
export async function stage(tx: EntityManager, lines: Roll['lines']): Promise<void> {
  for (const table of TABLES) await tx.query(table);
  let taken: Taken[] = [];
  let refused: Refused[] = [];
  for await (const line of lines) {
    if ('person' in line) taken.push(line);
    else refused.push(line);
    if (taken.length + refused.length < BATCH) continue;
    await send(tx, taken, refused);
    taken = [];
    refused = [];
  }
  await send(tx, taken, refused);
  await refuseTwice(tx);
}

/** Of lines with the same number the first is taken; of the others nobody can tell which is right. */
async function refuseTwice(tx: EntityManager): Promise<void> {
  await tx.query('CREATE INDEX ON roll_line (number, line)');
  await tx.query('ANALYZE roll_line');
  await tx.query(
    `WITH twice AS (
       DELETE FROM roll_line later
       USING (SELECT number, min(line) AS line FROM roll_line GROUP BY number HAVING count(*) > 1) first
       WHERE later.number = first.number AND later.line > first.line
       RETURNING later.line, later.number, first.line AS first
     )
     INSERT INTO roll_refused SELECT line, number,
       'the membership number ' || number || ' is on line ' || first || ' already.' FROM twice`,
  );
}

/** The lines that were not taken, the first ones, and how many there are. */
export async function refusedLines(
  tx: EntityManager,
  most: number,
): Promise<{ count: number; first: RefusedLine[] }> {
  const [row] = await tx.query<[{ count: number }]>(
    'SELECT count(*)::int AS count FROM roll_refused',
  );
  const first: RefusedLine[] = await tx.query(
    'SELECT line, why FROM roll_refused ORDER BY line LIMIT $1',
    [most],
  );
  return { count: row.count, first };
}

/** Whether a membership has lapsed on the day `$1`. */
const LAPSED = (day: string) => `coalesce(${day} <= $1::date, false)`;

/** Each line beside the person it is about; what the file does not say stays as it is. */
const DIFFERENCE = `CREATE TEMP TABLE roll_difference ON COMMIT DROP AS
  SELECT l.number, l.name, l.standing, l.joined_on, l.email, m.id AS member_id,
    CASE WHEN $2 OR m.id IS NULL THEN l.clp_id ELSE m.clp_id END AS clp_id,
    CASE WHEN $3 OR m.id IS NULL THEN l.lapsed_on ELSE m.lapsed_on END AS lapsed_on,
    coalesce(m.roll_name, m.display_name) <> l.name AS other_name,
    m.standing <> l.standing AS other_standing,
    $2 AND m.clp_id IS DISTINCT FROM l.clp_id AS other_clp,
    m.joined_on <> l.joined_on AS other_joined_on,
    $3 AND m.lapsed_on IS DISTINCT FROM l.lapsed_on AS other_lapsed_on,
    $3 AND ${LAPSED('l.lapsed_on')} AND NOT ${LAPSED('m.lapsed_on')} AS lapses,
    $3 AND ${LAPSED('m.lapsed_on')} AND NOT ${LAPSED('l.lapsed_on')} AS renews,
    lower(l.email) IS DISTINCT FROM c.roll_key AND lower(l.email) IS DISTINCT FROM c.email_key
      AND l.email IS NOT NULL AS other_address,
    c.email AS old_email
  FROM roll_line l LEFT JOIN member m ON m.membership_number = l.number
    LEFT JOIN contact c ON c.member_id = m.id`;

const COUNTS = `
  WITH each AS (
    SELECT *, other_name OR other_standing OR other_clp OR other_joined_on OR other_lapsed_on AS other
    FROM roll_difference WHERE member_id IS NOT NULL
  )
  SELECT (SELECT count(*)::int FROM roll_difference WHERE member_id IS NULL) AS added,
    count(*) FILTER (WHERE other OR other_address)::int AS changed,
    json_build_object(
      'name', count(*) FILTER (WHERE other_name), 'standing', count(*) FILTER (WHERE other_standing),
      'clp', count(*) FILTER (WHERE other_clp), 'joinedOn', count(*) FILTER (WHERE other_joined_on),
      'lapsedOn', count(*) FILTER (WHERE other_lapsed_on)) AS fields,
    count(*) FILTER (WHERE lapses)::int AS lapsed,
    count(*) FILTER (WHERE renews)::int AS renewed,
    count(*) FILTER (WHERE NOT other AND NOT other_address)::int AS unchanged,
    count(*) FILTER (WHERE other_address)::int AS addresses
  FROM each`;

/** Sets what was staged against the roll as it is on a day. */
export async function compare(
  tx: EntityManager,
  says: Roll['says'],
  today: string,
): Promise<RollDifference> {
  await tx.query(DIFFERENCE, [today, says.clp, says.lapsed]);
  await tx.query('ANALYZE roll_difference');
  const [row] = await tx.query<[RollDifference]>(COUNTS);
  return row;
}

/** Of the people whose membership runs: how many are there, how many are not in the file, and of those in office. */
export async function missing(
  tx: EntityManager,
  today: string,
): Promise<{ running: number; missing: number; inOffice: number }> {
  const [row] = await tx.query<[{ running: number; missing: number; inOffice: number }]>(
    `SELECT count(*)::int AS running, count(*) FILTER (WHERE is_missing)::int AS missing,
       count(*) FILTER (WHERE is_missing AND EXISTS (SELECT FROM office o WHERE o.member_id = each.id
         AND o."from" <= $1::date AND (o.until IS NULL OR o.until >= $1::date)))::int AS "inOffice"
     FROM (SELECT m.id, ${IS_MISSING} AS is_missing FROM member m WHERE NOT ${LAPSED('m.lapsed_on')}) each`,
    [today],
  );
  return row;
}

/** Whether nothing in the file is about a member; a line that was refused is about somebody all the same. */
export const IS_MISSING = `(NOT EXISTS (SELECT FROM roll_line l WHERE l.number = m.membership_number)
  AND NOT EXISTS (SELECT FROM roll_refused r WHERE r.number = m.membership_number))`;
