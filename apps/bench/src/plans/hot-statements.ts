import { PlainError } from '../plain-error.js';
import { ask } from '../serving/load.js';
import type { World } from '../world/world.js';
import { type Asked, HOT, hotDocuments } from './hot-pages.js';
import { type Plan, planOf } from './plan.js';
import { serveHere } from './serve-here.js';

export interface HotStatement {
  sql: string;
  /** The function of the API that asks it: `contributions/comment.queries: withAncestors`; null where TypeORM wrote it. */
  by: string | null;
  plan: Plan;
}

/** What a hot operation sends to Postgres. */
export interface Heard<Seen> {
  /** Each statement once. */
  seen: Seen[];
  /** How many are sent where nothing is kept, that which finds the session among them. */
  first: number;
  /** How many while all is kept that is equal for everybody. */
  kept: number;
}

/** What each hot operation sends, and how Postgres answers it. */
export type HotStatements = Map<string, HotStatement[]>;

/** What frames statements, and what only counts requests. */
const FRAME = /^\s*(START|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SELECT pg_advisory)/i;

interface Cast extends Asked {
  viewerId: string;
  representativeId: string;
  /** Who voted on enough of what hides its counts to be shown its order. */
  hidingVoterId: string;
}

/** Somebody who voted on twenty proposals of a consultation, or few more: who it was only the keys tell. */
async function voterOf({ database, keys }: World, consultationId: string): Promise<string> {
  const [voter] = await database.query<{ pseudonym: Buffer }>(
    `SELECT pseudonym FROM vote WHERE consultation_id = $1 GROUP BY pseudonym
     HAVING count(*) >= 20 ORDER BY count(*), pseudonym LIMIT 1`,
    [consultationId],
  );
  const members = await database.query<{ id: string }>('SELECT id FROM member');
  const found = members.find(
    ({ id }) => voter && keys.pseudonym(consultationId, id).equals(voter.pseudonym),
  );
  if (!found) throw new PlainError('Nobody voted on what hides its counts.');
  return found.id;
}

async function castOf(world: World): Promise<Cast> {
  const { database, keys } = world;
  const [found] = await database.query<Omit<Cast, 'unvotedId' | 'hidingVoterId'>>(
    `SELECT p.consultation_id AS "consultationId", p.id AS "proposalId",
       (SELECT id FROM comment c WHERE c.proposal_id = p.id AND c.reply_count > 0
        ORDER BY c.reply_count DESC, c.id LIMIT 1) AS "commentId",
       (SELECT id FROM consultation WHERE phase = 'reviewing' ORDER BY id LIMIT 1) AS "reviewingId",
       (SELECT id FROM consultation WHERE phase = 'open' AND rules @> '{"countsHiddenUntilVoted": true}'
          AND id IN (SELECT consultation_id FROM vote) ORDER BY id LIMIT 1) AS "hidingId",
       (SELECT id FROM member WHERE membership_number = 'W1') AS "viewerId",
       (SELECT o.member_id FROM office o JOIN body b ON b.id = o.body_id
        WHERE b.kind = 'policy_commission' AND o.office = 'convenor' AND o.until IS NULL
          AND o.body_id = (SELECT convened_by_id FROM consultation ORDER BY id LIMIT 1)
        ORDER BY o.id LIMIT 1) AS "representativeId"
     FROM proposal p ORDER BY p.comment_count DESC, p.id LIMIT 1`,
  );
  if (!found) throw new PlainError('There is no proposal in this world.');
  const { consultationId, viewerId, hidingId } = found;
  const [unvoted] = await database.query<{ id: string }>(
    `SELECT id FROM proposal p WHERE consultation_id = $1 AND author_id <> $2 AND NOT EXISTS (
       SELECT FROM vote v WHERE v.consultation_id = $1 AND v.proposal_id = p.id AND v.pseudonym = $3)
     ORDER BY number, id LIMIT 1`,
    [consultationId, viewerId, keys.pseudonym(consultationId, viewerId)],
  );
  if (!unvoted) throw new PlainError('The member has voted on everything in this world.');
  return { ...found, unvotedId: unvoted.id, hidingVoterId: await voterOf(world, hidingId) };
}

/** A statement that an operation sent, with its values. */
export interface Sent {
  sql: string;
  values: readonly unknown[];
  /** The function of the API that asked it: `contributions/comment.queries: withAncestors`; null where TypeORM wrote it. */
  by: string | null;
}

/** So often a document is asked for what is kept: on a busy machine that is too old at times. */
const TIMES_KEPT = 12;

/** Asks hot operations, as a member does, and gives what each sent to `look`, each statement once. */
export async function askHot<Seen>(
  world: World,
  look: (sent: Sent) => Promise<Seen>,
  names: readonly string[] = Object.keys(HOT),
): Promise<Map<string, Heard<Seen>>> {
  const heard: Sent[] = [];
  const served = await serveHere(world, (sql, values, by) => {
    if (!FRAME.test(sql)) heard.push({ sql, values, by });
  });
  const found = new Map<string, Heard<Seen>>();
  try {
    const cast = await castOf(world);
    const member = await served.cookieOf(cast.viewerId);
    const others: Readonly<Record<string, string>> = {
      Review: await served.cookieOf(cast.representativeId),
      RankingWhileHidden: await served.cookieOf(cast.hidingVoterId),
    };
    for (const [name, query] of hotDocuments()) {
      if (!names.includes(name)) continue;
      const variables = HOT[name]?.(cast) ?? {};
      const body = JSON.stringify({ query, variables });
      const cookie = others[name] ?? member;
      heard.length = 0;
      const askOnce = async () => {
        const before = heard.length;
        const { text } = await ask({ address: served.address, body, cookie });
        if (text.includes('"errors"')) throw new PlainError(`${name}: ${text.slice(0, 400)}`);
        return heard.length - before;
      };
      const counts: number[] = [];
      // Once more, because whoever did something just now is asked differently.
      for (const _time of [1, 2]) {
        served.forget();
        counts.push(await askOnce());
      }
      const first = Math.max(...counts);
      for (let time = 0; time < TIMES_KEPT; time += 1) counts.push(await askOnce());
      const once = new Map(heard.toReversed().map((sent) => [sent.sql, sent]));
      const seen: Seen[] = [];
      for (const sent of [...once.values()].toReversed()) seen.push(await look(sent));
      found.set(name, { seen, first, kept: Math.min(...counts) });
    }
    return found;
  } finally {
    await served.close();
  }
}

/** Explains all that the hot operations sent. */
export const hotStatements = (world: World): Promise<Map<string, Heard<HotStatement>>> =>
  askHot(world, async ({ sql, values, by }) => ({
    sql,
    by,
    plan: await planOf(world.database, sql, values),
  }));

/** The statements alone. */
export const statementsIn = (heard: ReadonlyMap<string, Heard<HotStatement>>): HotStatements =>
  new Map([...heard].map(([name, { seen }]) => [name, seen]));
