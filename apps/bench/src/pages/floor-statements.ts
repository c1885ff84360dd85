import type { PageName } from './pages.js';

/**
 * The floor's statements: each finds who asks and makes the whole reply from the tables, as Clarion words it.
 * What Clarion works out or says in words (rules, ranges, reasons) and the order of a ranking are rows of
 * `bench.kept` and `bench.ranked`, so that the floor reads them and works nothing out.
 */

const WHO = {
  member: 'SELECT member_id FROM session WHERE token_hash = $2 AND expires_at > now()',
  nobody: 'SELECT NULL::uuid AS member_id',
};
export type Who = keyof typeof WHO;

/** An object of what is selected. */
const object = (select: string) => `(SELECT to_json(o) FROM (${select}) AS o)`;
const list = (select: string, order: string) =>
  `(SELECT coalesce(json_agg(to_json(o) ORDER BY ${order}), '[]') FROM (${select}) AS o)`;
/** An object and what is kept beside it, as one. */
const merged = (live: string, kept: string) =>
  `left((${live})::text, -1) || ',' || substr(${kept}, 2)`;
const kept = (page: PageName, place: string) =>
  `(SELECT text FROM bench.kept WHERE page = '${page}' AND place = '${place}' AND who = viewer.who)`;

const BODY = (alias: string) =>
  `SELECT ${alias}.id, ${alias}.kind, ${alias}.name, 'Body' AS "__typename"`;
const COMMISSIONS = list(
  `SELECT b.id, b.kind, b.name, 'Body' AS "__typename" FROM consultation_commission cc
   JOIN body b ON b.id = cc.body_id WHERE cc.consultation_id = c.id ORDER BY cc.position, b.id`,
  '1 = 1',
);
const AUTHOR = (of: string) =>
  object(`SELECT m.display_name AS name, clp.name AS "clpName", 'Author' AS "__typename"
    FROM member m LEFT JOIN body clp ON clp.id = m.clp_id WHERE m.id = ${of}`);
const COUNTS = `CROSS JOIN LATERAL (SELECT count(*)::int AS proposals, coalesce(sum(comment_count), 0)::int AS comments
  FROM proposal WHERE consultation_id = c.id AND status <> 'waiting') AS counts`;
const OWN = `LEFT JOIN bench.voter_of own ON own.member_id = viewer.member_id AND own.consultation_id = c.id`;

const evidence = (column: string, of: string) =>
  `(SELECT count(*)::int FROM evidence e WHERE e.${column} = ${of} AND e.status <> 'waiting')`;

const CONSULTATION = `SELECT '{"data":{"consultation":' || ${merged(
  object(`SELECT c.id, c.title, c.question, c.paper, c.questions, c.phase, c.created_at AS "createdAt",
    c.votes_until AS "votesUntil", c.answers_by AS "answersBy", counts.proposals AS "proposalCount",
    counts.comments AS "commentCount", ${evidence('consultation_id', 'c.id')} AS "evidenceCount",
    coalesce((SELECT voters FROM turnout t WHERE t.consultation_id = c.id), 0) AS "voterCount",
    (SELECT count(*)::int FROM vote v WHERE v.consultation_id = c.id
      AND v.pseudonym = own.pseudonym) AS "myVoteCount",
    ${COMMISSIONS} AS commissions, ${object(BODY('host'))} AS "convenedBy",
    ${list(
      `SELECT r.number, r.published_at AS "publishedAt", r.voter_count AS "voterCount"
       FROM round r WHERE r.consultation_id = c.id`,
      'number DESC',
    )} AS rounds`),
  kept('consultation', 'consultation'),
)} || '}}' AS reply
FROM viewer JOIN consultation c ON c.id = $1 JOIN body host ON host.id = c.convened_by_id ${OWN} ${COUNTS}`;

const PROPOSALS = `SELECT '{"data":{"consultation":' || ${merged(
  object(`SELECT c.id, c.title, c.phase, c.votes_until AS "votesUntil",
    counts.proposals AS "proposalCount", counts.comments AS "commentCount",
    ${COMMISSIONS} AS commissions, ${object(BODY('host'))} AS "convenedBy",
    (SELECT json_build_object('edges', coalesce(json_agg(json_build_object('cursor', node.id,
        'node', to_json(node), '__typename', 'ProposalEdge') ORDER BY node."createdAt" DESC, node.id DESC), '[]'),
      'pageInfo', json_build_object('hasNextPage', counts.proposals > 20, '__typename', 'PageInfo'),
      'totalCount', counts.proposals, '__typename', 'ProposalConnection')
     FROM (SELECT p.id, p.number, p.statement, p.status, p.author_id IS NOT DISTINCT FROM viewer.member_id
         AND p.author_id IS NOT NULL AS "isMine", p.comment_count AS "commentCount",
         ${evidence('proposal_id', 'p.id')} AS "evidenceCount", p.created_at AS "createdAt",
         ${AUTHOR('p.author_id')} AS author,
         ${object(`SELECT b.id, b.name, 'Body' AS "__typename" FROM body b WHERE b.id = p.on_behalf_of_id`)} AS "onBehalfOf",
         ${object(`SELECT q.id, q.number, q.statement FROM proposal q WHERE q.id = p.merged_into_id`)} AS "mergedInto",
         ${list(
           `SELECT b.id, b.name, 'Body' AS "__typename" FROM proposal_commission pc
            JOIN body b ON b.id = pc.body_id WHERE pc.proposal_id = p.id`,
           'name, id',
         )} AS commissions,
         ${object(`SELECT v.choice, v.version, v.version < p.version AS "isOnEarlierVersion", 'Vote' AS "__typename"
           FROM vote v WHERE v.consultation_id = c.id AND v.proposal_id = p.id
             AND v.pseudonym = own.pseudonym`)} AS "myVote", 'Proposal' AS "__typename"
       FROM proposal p WHERE p.consultation_id = c.id AND p.status <> 'waiting'
       ORDER BY p.created_at DESC, p.id DESC LIMIT 20) AS node) AS proposals`),
  kept('proposals', 'consultation'),
)} || ',"bodies":' || ${kept('proposals', 'bodies')} || '}}' AS reply
FROM viewer JOIN consultation c ON c.id = $1 JOIN body host ON host.id = c.convened_by_id ${OWN} ${COUNTS}`;

/** A comment, with so many of its replies, each with so many of theirs. */
function comment(c: string, [replies, ...below]: readonly number[]): string {
  const fields = `${c}.id, ${c}.parent_id AS "parentId", ${c}.depth, ${c}.stance, ${c}.body, ${c}.status,
    ${c}.created_at AS "createdAt", ${c}.edited_at AS "editedAt", ${c}.good_points AS "goodPoints",
    EXISTS (SELECT FROM good_point g WHERE g.comment_id = ${c}.id AND g.member_id = viewer.member_id)
      AS "isGoodPointByMe",
    ${c}.reply_count AS "replyCount", ${c}.descendant_count AS "descendantCount",
    coalesce(${c}.author_id = viewer.member_id, false) AS "isMine", true AS "viewerMayReport",
    '[]'::json AS "viewerMayModerate", ${AUTHOR(`${c}.author_id`)} AS author, NULL AS hidden,
    'Comment' AS "__typename"`;
  if (replies === undefined) return fields;
  return `${fields}, ${connection(`${c}_reply`, below, {
    where: `${c}_reply.parent_id = ${c}.id`,
    order: [`created_at ASC`, `id ASC`],
    first: replies,
  })} AS replies`;
}

/** The first comments of a thread or under a comment, and whether there are more. */
function connection(
  c: string,
  below: readonly number[],
  { where, order, first }: { where: string; order: readonly string[]; first: number },
): string {
  const by = (alias: string) => order.map((part) => `${alias}.${part}`).join(', ');
  return `(SELECT json_build_object('edges', coalesce(json_agg(json_build_object(
      'cursor', concat(page.created_at, page.id), 'node', page.node, '__typename', 'CommentEdge')
      ORDER BY ${by('page')}) FILTER (WHERE page.place <= ${first}), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > ${first}, 'endCursor', max(page.id::text),
      '__typename', 'PageInfo'), '__typename', 'CommentConnection')
    FROM (SELECT ${c}.id, ${c}.created_at, ${c}.good_points, row_number() OVER (ORDER BY ${by(c)}) AS place,
        ${object(`SELECT ${comment(c, below)}`)} AS node
      FROM comment ${c} WHERE ${where} AND ${c}.status <> 'waiting' ORDER BY ${by(c)} LIMIT ${first + 1}) AS page)`;
}

const THREAD = `SELECT '{"data":{"proposal":' || ${object(`SELECT p.id, p.comment_count AS "commentCount",
  ${connection('root', [3, 2], {
    where: 'root.proposal_id = p.id AND root.parent_id IS NULL',
    order: ['good_points DESC', 'created_at DESC', 'id DESC'],
    first: 20,
  })} AS thread, 'Proposal' AS "__typename"`)}::text || '}}' AS reply
FROM viewer JOIN proposal p ON p.id = $1`;

const RANKED_NODE = object(
  `SELECT row.rank, ${object(
    `SELECT t.agree, t.disagree, t.pass, 'Tally' AS "__typename" FROM tally t
   WHERE t.consultation_id = c.id AND t.proposal_id = row.proposal_id`,
  )} AS tally, ${object(
    `SELECT p.id, p.statement, 'Proposal' AS "__typename", ${list(
      `SELECT d.id, d.outcome, d.decided_at AS at FROM decision d
   WHERE d.proposal_id = p.id AND d.superseded_by_id IS NULL`,
      'at DESC, id DESC',
    )} AS decisions FROM proposal p WHERE p.id = row.proposal_id`,
  )} AS proposal`,
);

/** Written as text, because what is kept of it is text. */
const RANKING = `SELECT '{"data":{"consultation":' || left((${object('SELECT c.id, c.title, c.phase')})::text, -1)
    || ',"ranking":{"voterCount":' || coalesce((SELECT voters FROM turnout t WHERE t.consultation_id = c.id), 0)
    || ',"proposals":{"totalCount":' || size.rows || ',"pageInfo":{"hasNextPage":' || (size.rows > 20)::text
    || '},"edges":[' || page.edges || ']},' || substr(${kept('ranking', 'ranking')}, 2)
    || ',' || substr(${kept('ranking', 'consultation')}, 2) || '}}' AS reply
  FROM viewer JOIN consultation c ON c.id = $1
    CROSS JOIN LATERAL (SELECT count(*) AS rows FROM bench.ranked r WHERE r.consultation_id = c.id) AS size
    CROSS JOIN LATERAL (SELECT string_agg('{"node":' || ${merged(RANKED_NODE, 'row.kept')} || '}', ','
      ORDER BY row.position) AS edges
      FROM (SELECT * FROM bench.ranked r WHERE r.consultation_id = c.id ORDER BY r.position LIMIT 20) AS row) AS page`;

const REPLIES: Readonly<Record<PageName, string>> = {
  consultation: CONSULTATION,
  proposals: PROPOSALS,
  thread: THREAD,
  ranking: RANKING,
};

/** One statement that answers a page for a member, whose token's hash is $2, or for nobody. */
export const floorStatement = (page: PageName, who: Who) => ({
  name: `${page}-${who}`,
  text: `WITH viewer AS (SELECT member_id, '${who}' AS who FROM (${WHO[who]}) AS asking)\n${REPLIES[page]}`,
});
