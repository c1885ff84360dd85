import type { DecidimComment, DecidimExport, DecidimProposal } from '@clarion/exchange';
import type { EntityManager } from 'typeorm';
import { Comment } from '../contributions/comment.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';
import { ProposalVersion } from '../contributions/proposal-version.entity.js';
import type { Keyring } from '../keyring/keyring.js';
import { enter } from '../record/record.service.js';
import { imported, importedId, proposalTexts } from './imported-consultation.js';

export interface DecidimImported {
  consultationId: string;
  isNew: boolean;
  newProposals: number;
  newComments: number;
}

const BATCH = 500;
const REJECTED = 'Rejected in Decidim; the export gives no reason.';

async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += BATCH) {
    await write(rows.slice(start, start + BATCH));
  }
}

/** Loads a Decidim export in the caller's transaction. Run again, it adds what is new and changes nothing else. */
export async function importDecidim(
  tx: EntityManager,
  keys: Keyring,
  name: string,
  given: DecidimExport,
  at: Date,
): Promise<DecidimImported> {
  const source = `decidim:${name}`;
  const times = [...given.proposals, ...given.comments].map((item) => item.createdAt);
  const first = times.reduce((least, time) => Math.min(least, time), at.getTime());
  const last = times.reduce((most, time) => Math.max(most, time), first);
  const title = name.replace(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
  await tx.query('SET LOCAL statement_timeout = 0');
  const { id, isNew } = await imported(tx, {
    source,
    title,
    question: `What was proposed and said in ${title}?`,
    paper: 'Imported from Decidim. Supports were counted there and are not votes here.',
    openedAt: new Date(first),
    closedAt: new Date(last),
    importedAt: at,
  });
  keys.create(id);
  const known = await sourceIds(tx, id);
  const comments = given.comments.filter((comment) => !known.comments.has(String(comment.id)));
  const proposals = given.proposals.filter((proposal) => !known.proposals.has(String(proposal.id)));
  await importProposals(tx, id, source, proposals, known.last);
  await importComments(tx, id, source, given.comments, comments);
  return {
    consultationId: id,
    isNew,
    newProposals: proposals.length,
    newComments: comments.length,
  };
}

async function sourceIds(tx: EntityManager, consultationId: string) {
  const [known] = await tx.query<[{ proposals: string[]; comments: string[]; last: number }]>(
    `SELECT coalesce((SELECT array_agg(source_id) FROM proposal WHERE consultation_id = $1), '{}') AS proposals,
       coalesce((SELECT array_agg(source_id) FROM comment WHERE consultation_id = $1), '{}') AS comments,
       coalesce((SELECT max(number) FROM proposal WHERE consultation_id = $1), 0) AS last`,
    [consultationId],
  );
  return {
    proposals: new Set(known.proposals),
    comments: new Set(known.comments),
    last: known.last,
  };
}

const supports = (votes: number) =>
  `_${votes.toLocaleString('en-GB')} ${votes === 1 ? 'support' : 'supports'} in Decidim._`;

async function importProposals(
  tx: EntityManager,
  consultationId: string,
  source: string,
  proposals: readonly DecidimProposal[],
  last: number,
): Promise<void> {
  const rows = proposals.map((proposal, index) => {
    const createdAt = new Date(proposal.createdAt);
    const isRejected = proposal.status === 'rejected';
    return {
      id: importedId(source, 'proposal', proposal.id),
      consultationId,
      number: last + index + 1,
      authorId: null,
      authorName: proposal.author ?? (proposal.official ? 'The city' : 'A meeting'),
      statement: proposal.statement,
      argument: `${proposal.argument}\n\n${supports(proposal.votes)}`.trim(),
      tags: [...proposal.tags, ...(proposal.status ? [`Decidim: ${proposal.status}`] : [])],
      status: isRejected ? ('not_taken_forward' as const) : ('published' as const),
      statusReason: isRejected ? REJECTED : null,
      createdAt,
      activeAt: createdAt,
      sourceId: String(proposal.id),
    };
  });
  await inBatches(rows, (batch) => tx.insert(Proposal, batch));
  await inBatches(rows, (batch) =>
    tx.insert(
      ProposalVersion,
      batch.map(({ id, statement, argument, createdAt }) => ({
        proposalId: id,
        version: 1,
        statement,
        argument,
        reason: null,
        createdAt,
      })),
    ),
  );
  await inBatches(rows, (batch) =>
    enter(
      tx,
      ...batch.map((row) => ({
        kind: 'sent',
        aboutKind: 'proposal' as const,
        aboutId: row.id,
        consultationId,
        actorId: null,
        at: row.createdAt,
        data: { version: 1, importedFrom: source },
        personal: proposalTexts(row),
      })),
    ),
  );
}

/** The way up of every comment; parents come before replies. */
function waysUp(source: string, comments: readonly DecidimComment[]): Map<number, string[]> {
  const ways = new Map<number, string[]>();
  for (const { id, parentId } of comments) {
    const above = parentId === null ? [] : (ways.get(parentId) ?? []);
    ways.set(id, parentId === null ? [] : [...above, importedId(source, 'comment', parentId)]);
  }
  return ways;
}

async function importComments(
  tx: EntityManager,
  consultationId: string,
  source: string,
  all: readonly DecidimComment[],
  fresh: readonly DecidimComment[],
): Promise<void> {
  if (fresh.length === 0) return;
  const ways = waysUp(source, all);
  const rows = fresh.map((comment) => ({
    id: importedId(source, 'comment', comment.id),
    consultationId,
    proposalId: importedId(source, 'proposal', comment.proposalId),
    parentId: ways.get(comment.id)?.at(-1) ?? null,
    ancestors: ways.get(comment.id) ?? [],
    depth: comment.depth,
    authorId: null,
    authorName: comment.author ?? 'A participant',
    stance: comment.stance,
    body: comment.body,
    createdAt: new Date(comment.createdAt),
    goodPoints: comment.goodPoints,
    sourceId: String(comment.id),
  }));
  await inBatches(rows, (batch) => tx.insert(Comment, batch));
  await recountReplies(tx, consultationId);
  await inBatches(rows, (batch) =>
    enter(
      tx,
      ...batch.map((row) => ({
        kind: 'sent',
        aboutKind: 'comment' as const,
        aboutId: row.id,
        consultationId,
        actorId: null,
        at: row.createdAt,
        data: {
          proposalId: row.proposalId,
          stance: row.stance,
          version: 1,
          importedFrom: source,
        },
        personal: { body: row.body, authorName: row.authorName },
      })),
    ),
  );
}

/** The kept counts of replies and comments, counted from the comments themselves. */
async function recountReplies(tx: EntityManager, consultationId: string): Promise<void> {
  await tx.query(
    `UPDATE comment c SET reply_count = below.direct, descendant_count = below.all
     FROM (SELECT a.id, count(*)::int AS all, (count(*) FILTER (WHERE r.parent_id = a.id))::int AS direct
       FROM comment r CROSS JOIN LATERAL unnest(r.ancestors) AS a(id)
       WHERE r.consultation_id = $1 GROUP BY a.id) below
     WHERE c.id = below.id`,
    [consultationId],
  );
  await tx.query(
    `UPDATE proposal p SET comment_count = counted.all, active_at = greatest(p.active_at, counted.last)
     FROM (SELECT proposal_id, count(*)::int AS all, max(created_at) AS last FROM comment
       WHERE consultation_id = $1 GROUP BY proposal_id) counted
     WHERE p.id = counted.proposal_id`,
    [consultationId],
  );
}
