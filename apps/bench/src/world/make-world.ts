import pg from 'pg';
import type { Database, Statements } from '../api.js';
import { withBareTables } from './bare-tables.js';
import { BATCH_COLUMNS, BATCHED_COLUMNS, committing } from './commitments.js';
import {
  CONSULTATION_COLUMNS,
  type Consultation,
  consultationRows,
  makeConsultations,
} from './consultations.js';
import {
  COMMENT_COLUMNS,
  commentRows,
  GOOD_POINT_COLUMNS,
  goodPointRows,
  makeProposals,
  PROPOSAL_COLUMNS,
  type Proposal,
  proposalRows,
  VERSION_COLUMNS,
  versionRows,
} from './contributions.js';
import { copyRows, type Value } from './copy-rows.js';
import { type Convenor, DECISION_COLUMNS, decisionRows, RESTATE, VERDICTS } from './decisions.js';
import { EVIDENCE_COLUMNS, evidenceRows, type Society } from './evidence.js';
import { CLP_COLUMNS, MEMBER_COLUMNS, type Member, makeClps, makeMembers } from './members.js';
import { randomFrom } from './random.js';
import { type Recorder, tellRecord } from './record.js';
import { type Publishing, publishFirst } from './rounds.js';
import { VOTE_COLUMNS, VOTER_COLUMNS, voteRows, voterRows, votersOf } from './votes.js';
import type { WorldSize } from './world-size.js';

const LARGE = [
  ...['member', 'proposal', 'proposal_version', 'comment', 'good_point', 'voter', 'vote'],
  ...['evidence', 'decision', 'answer_verdict', 'record_entry', 'record_salt', 'record_subtree'],
  'batched_commitment',
];

/** About, to say how far it is. */
const MEAN_GOOD_POINTS = 4;

export interface Place extends Recorder, Publishing {
  url: string;
  rebuild: (tx: Statements, consultationId: string) => Promise<void>;
  recount: (database: Database, consultationId: string, at: Date) => Promise<boolean>;
  /** Who convenes everything. */
  bodyId: string;
  say: (line: string) => void;
}

/** Copies, and says how far it is, every second. */
async function copy(
  db: pg.Client,
  { say }: Place,
  [table, columns, about]: readonly [string, readonly string[], number],
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  let done = 0;
  let said = Date.now();
  const count = await copyRows(db, table, columns, rows, (more) => {
    done += more;
    if (Date.now() - said < 1000) return;
    said = Date.now();
    say(`  ${table}: ${Math.min(99, Math.round((100 * done) / about))} %`);
  });
  say(`  ${table}: ${count.toLocaleString('en-GB')} rows`);
}

async function roll(db: pg.Client, place: Place, size: WorldSize): Promise<Member[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM body WHERE kind = 'region' ORDER BY id`,
  );
  const clps = makeClps(
    size,
    rows.map(({ id }) => id),
  );
  await copy(db, place, ['body', CLP_COLUMNS, clps.length], clps);
  const active: Member[] = [];
  const ids = clps.map(([id]) => String(id));
  const members = makeMembers(size, ids, active);
  await copy(db, place, ['member', MEMBER_COLUMNS, size.members], members);
  return active;
}

async function ballots(
  db: pg.Client,
  place: Place,
  consultation: Consultation,
  {
    active,
    proposals,
    isHot,
  }: { active: readonly Member[]; proposals: readonly Proposal[]; isHot: boolean },
): Promise<void> {
  place.keys.create(consultation.id);
  const voters = votersOf(consultation, active, place.keys.pseudonym);
  await copyRows(db, 'voter', VOTER_COLUMNS, voterRows(consultation, voters));
  const ids = proposals.map(({ id }) => id);
  const committed = isHot ? committing(consultation.id) : null;
  const rows = voteRows(consultation, voters, ids, committed?.next);
  await copyRows(db, 'vote', VOTE_COLUMNS, rows);
  if (!committed) return;
  await copyRows(db, 'ballot_batch', BATCH_COLUMNS, committed.batches());
  await copyRows(db, 'batched_commitment', BATCHED_COLUMNS, committed.batched());
}

/** What a world is made of, beside its members. */
interface Written {
  consultations: readonly Consultation[];
  proposals: readonly Proposal[];
}

/** Papers, proposals, comments and who liked them, and what societies know. */
async function contributions(
  db: pg.Client,
  place: Place,
  { consultations, proposals }: Written,
  active: readonly Member[],
): Promise<void> {
  const count = proposals.length;
  const comments = proposals.reduce((sum, one) => sum + one.comments, 0);
  const papers = consultationRows(consultations, place.bodyId);
  await copy(db, place, ['consultation', CONSULTATION_COLUMNS, consultations.length], papers);
  const sent = proposalRows(proposals, active);
  await copy(db, place, ['proposal', PROPOSAL_COLUMNS, count], sent);
  await copy(db, place, ['proposal_version', VERSION_COLUMNS, count], versionRows(proposals));
  await copy(db, place, ['comment', COMMENT_COLUMNS, comments], commentRows(proposals, active));
  const points = goodPointRows(proposals, active);
  await copy(db, place, ['good_point', GOOD_POINT_COLUMNS, comments * MEAN_GOOD_POINTS], points);
  const { rows: societies } = await db.query<Society>(SOCIETIES);
  const known = evidenceRows(consultations, proposals, societies);
  await copy(db, place, ['evidence', EVIDENCE_COLUMNS, count / 5], known);
}

async function votes(
  db: pg.Client,
  place: Place,
  { consultations, proposals }: Written,
  active: readonly Member[],
): Promise<void> {
  let said = Date.now();
  for (const [index, consultation] of consultations.entries()) {
    const own = proposals.filter((proposal) => proposal.consultation === consultation);
    await ballots(db, place, consultation, { active, proposals: own, isHot: index === 0 });
    if (Date.now() - said < 2000) continue;
    said = Date.now();
    place.say(`  votes: ${index + 1} of ${consultations.length} consultations`);
  }
}

async function convenorOf(db: pg.Client, { bodyId }: Place): Promise<Convenor> {
  const { rows } = await db.query<Convenor>(CONVENOR, [bodyId]);
  const [convenor] = rows;
  if (!convenor) throw new Error('Nobody convenes.');
  return convenor;
}

/** Answers, what they make of proposals and what people say to them; then the record of it all. */
async function outcomes(
  db: pg.Client,
  place: Place,
  proposals: readonly Proposal[],
): Promise<void> {
  const convenor = await convenorOf(db, place);
  const answers = decisionRows(proposals, convenor);
  await copy(db, place, ['decision', DECISION_COLUMNS, proposals.length / 2], answers);
  await db.query(RESTATE);
  const { rowCount } = await db.query(VERDICTS);
  place.say(`  answer_verdict: ${rowCount?.toLocaleString('en-GB')} rows`);
  await tellRecord(db, place, convenor.memberId, place.say);
}

const CONVENOR = `SELECT body_id AS "bodyId", member_id AS "memberId" FROM office
  WHERE body_id = $1 AND office = 'convenor' AND until IS NULL ORDER BY id LIMIT 1`;

const SOCIETIES = `
  SELECT DISTINCT ON (b.id) b.id AS "bodyId", m.id AS "memberId", m.display_name AS name
  FROM body b JOIN office o ON o.body_id = b.id JOIN member m ON m.id = o.member_id
  WHERE b.kind = 'socialist_society' AND o.until IS NULL ORDER BY b.id, o.id`;

/** Fills tables that hold the cast and no more with a world of that size; the same for the same day. */
export async function makeWorld(place: Place, size: WorldSize, today: Date): Promise<void> {
  const { say, database, rebuild, recount } = place;
  const db = new pg.Client({ connectionString: place.url });
  await db.connect();
  await db.query(`SET statement_timeout = 0; SET synchronous_commit = off`);
  const consultations = makeConsultations(size, today);
  const written = { consultations, proposals: makeProposals(consultations) };
  try {
    const fill = async () => {
      const active = await roll(db, place, size);
      await contributions(db, place, written, active);
      await votes(db, place, written, active);
      await outcomes(db, place, written.proposals);
    };
    await withBareTables(db, LARGE, fill, say);
    await db.query(
      `INSERT INTO consultation_commission (consultation_id, body_id, position)
       SELECT id, convened_by_id, 0 FROM consultation`,
    );
    await db.query('VACUUM ANALYZE');
    say('  counting …');
    for (const { id } of consultations) await database.transaction((tx) => rebuild(tx, id));
    // The one that everybody looks at; the job of the first server that runs here does the others.
    const [hot] = consultations;
    say('  finding opinion groups …');
    if (hot) await recount(database, hot.id, new Date());
    say('  publishing a round …');
    if (hot) {
      const memberId = (await convenorOf(db, place)).memberId;
      const round = { id: randomFrom('world/rounds').uuid(), consultationId: hot.id, memberId };
      await publishFirst(place, round, new Date());
    }
    await db.query('VACUUM ANALYZE');
  } finally {
    await db.end();
  }
}
