import { isRanked } from '@clarion/deliberation';
import type { PolisConversation, PolisStatement } from '@clarion/exchange';
import type { EntityManager } from 'typeorm';
import { unlessHidden } from '../contributions/hidden.js';
import { type MatrixProposal, readMatrix, type VoteMatrix } from '../voting/vote-matrix.queries.js';
import { META, MODERATION, SEED } from './polis-import.js';

/** What the matrix does not say of a consultation and its statements. */
interface Words {
  title: string;
  question: string;
  source: string | null;
  /** By the proposal's id. */
  statements: Record<string, StatementWords>;
}

interface StatementWords {
  createdAt: string;
  argument: string;
  tags: string[];
  sourceId: string | null;
}

const UNKNOWN: StatementWords = { createdAt: '1970-01-01', argument: '', tags: [], sourceId: null };

async function wordsOf(tx: EntityManager, consultationId: string): Promise<Words | null> {
  const [row] = await tx.query<Words[]>(
    `SELECT c.title, c.question, c.source, coalesce((SELECT json_object_agg(p.id, json_build_object(
         'createdAt', p.created_at, 'argument', ${unlessHidden('p', 'p.argument')}, 'tags', p.tags, 'sourceId', p.source_id))
       FROM proposal p WHERE p.consultation_id = c.id), '{}') AS statements
     FROM consultation c WHERE c.id = $1`,
    [consultationId],
  );
  return row ?? null;
}

function statementOf(proposal: MatrixProposal, words: Words, isFromPolis: boolean): PolisStatement {
  const { createdAt, argument, tags, sourceId } = words.statements[proposal.id] ?? UNKNOWN;
  // Too long for a statement here, the whole text that came from Polis stands in the argument.
  const body = isFromPolis && argument ? argument : proposal.statement;
  const standing = tags.includes(MODERATION[0]) ? 0 : 1;
  return {
    id: isFromPolis && sourceId !== null ? Number(sourceId) : proposal.number,
    // An id that is a voter's as well would tell how the author voted.
    authorId: null,
    createdAt: new Date(createdAt).getTime(),
    // What was taken back is not handed on; only that there was something.
    body: isRanked(proposal.status) ? body : '',
    moderated: proposal.isLeftOut ? -1 : standing,
    isMeta: tags.includes(META),
    isSeed: tags.includes(SEED),
  };
}

/** Statements in the order of their ids, and the votes on them where they now stand. */
function inOrderOfIds(statements: readonly PolisStatement[], { votes }: VoteMatrix) {
  const order = statements
    .map((_, at) => at)
    .sort((a, b) => (statements[a]?.id ?? 0) - (statements[b]?.id ?? 0));
  const placeOf = new Uint32Array(statements.length);
  order.forEach((at, place) => {
    placeOf[at] = place;
  });
  return {
    statements: order.map((at) => statements[at] as PolisStatement),
    statement: votes.statement.map((at) => placeOf[at] as number),
  };
}

/**
 * A consultation as a Polis conversation, for scrutineers and for another system: every current vote, by
 * person, without a name. People are numbered in the order of their pseudonyms, which says nothing; every
 * vote bears the moment of the export, and no statement its author. Groups are those found last. Null
 * where there is no such consultation. In the caller's transaction; takes its time.
 */
export async function exportPolis(
  tx: EntityManager,
  consultationId: string,
  at: Date,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<PolisConversation | null> {
  await tx.query('SET LOCAL statement_timeout = 0');
  const matrix = await readMatrix(tx, consultationId, onProgress);
  const words = await wordsOf(tx, consultationId);
  if (!words) return null;
  const isFromPolis = words.source?.startsWith('polis:') ?? false;
  const given = matrix.proposals.map((proposal) => statementOf(proposal, words, isFromPolis));
  const { statements, statement } = inOrderOfIds(given, matrix);
  return {
    topic: words.title,
    description: words.question === words.title ? '' : words.question,
    url: null,
    statements,
    people: Array.from(matrix.groupOf, (group, id) => ({
      id,
      groupId: group < 0 ? null : group,
    })),
    votes: {
      person: matrix.votes.person,
      statement,
      choice: matrix.votes.choice,
      at: new Float64Array(statement.length).fill(at.getTime()),
    },
    votesHaveTimes: true,
  };
}
