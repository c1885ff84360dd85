import type { OpinionOptions } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { keptThread } from '../jobs/thread.js';
import { readMatrix, type VoteMatrix } from '../voting/vote-matrix.queries.js';
import { columnOn } from './column-on.js';
import type { Found } from './found.js';
import * as results from './opinion-result.queries.js';
import { type ToldColumns, tellGroups } from './telling.js';

/** What a step of a recount has at hand. */
export interface Recounting {
  /** Tells how far the step is. */
  say: (step: string, done: number, total: number) => Promise<void>;
  signal?: AbortSignal | undefined;
}

/** The job comes once a minute while votes do; what waited twice as long in vain gives its memory back. */
const KEPT_MS = 120_000;
const finder = keptThread(new URL('./find-groups.worker.mjs', import.meta.url), KEPT_MS);

/** The last result on today's statements; what came since has no weight yet. */
export function resultOn({ proposals, groupOf }: VoteMatrix, last: results.ResultRow) {
  const onToday = columnOn(proposals, last.proposalIds);
  return { group: groupOf, k: last.k, first: onToday(last.first), second: onToday(last.second) };
}

type Before = NonNullable<OpinionOptions['before']>;

/** Finds the groups in a thread; the votes go there and do not come back. */
function findIn(
  matrix: VoteMatrix,
  seed: string,
  before: Before | null,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const { votes, pseudonyms, proposals } = matrix;
  const input = {
    votes,
    people: pseudonyms.length,
    statements: proposals.length,
    leftOut: Uint8Array.from(proposals, ({ isLeftOut }) => Number(isLeftOut)),
    seed,
    before: before ?? undefined,
  };
  const moved = [votes.person, votes.statement, votes.choice].map(({ buffer }) => buffer);
  return finder<Found>(input, { moved: moved as ArrayBuffer[], signal });
}

/** What is kept of the groups that were found in a matrix. */
function resultOf({ proposals }: VoteMatrix, found: Found, told: ToldColumns) {
  return {
    k: found.k,
    silhouette: found.silhouette,
    proposalIds: proposals.map(({ id }) => id),
    leftOut: proposals.map(({ isLeftOut }) => isLeftOut),
    centre: Array.from(found.centre),
    first: Array.from(found.first),
    second: Array.from(found.second),
    ...told.columns,
    sizes: Array.from(found.sizes),
    centres: found.centres.flatMap(({ x, y }) => [x, y]),
    shapes: told.shapes.map((shape, group) => {
      if (!shape) return null;
      const { x, y, spread, people = 0 } = shape;
      return { x, y, spread, people, told: told.sizes[group] ?? null };
    }),
  };
}

/**
 * Finds the opinion groups of a consultation from every vote as it stands, beginning at the last result,
 * and keeps what is told of them in the caller's transaction. Answers whose group is another, to be written once that
 * is committed: whoever votes waits for whoever writes the same voter. The consultation's id is the seed;
 * `firstStart` says where to begin without a last result. For the job and the operator, never for a page.
 */
export async function findGroups(
  tx: EntityManager,
  consultationId: string,
  at: Date,
  { say, signal }: Recounting,
  firstStart: (matrix: VoteMatrix) => Promise<Before | null> = async () => null,
): Promise<results.Moved[]> {
  await say('Reading the votes', 0, 1);
  const last = await results.find(tx, consultationId);
  const matrix = await readMatrix(tx, consultationId, (done, total) =>
    say('Reading the votes', done, total),
  );
  const voteCount = matrix.votes.choice.length;
  await say('Finding opinion groups', 0, 1);
  const before = last ? resultOn(matrix, last) : await firstStart(matrix);
  const found = await findIn(matrix, consultationId, before, signal);
  // It may wait for a round, and nobody waits for it meanwhile.
  const told = await tellGroups(tx, consultationId, matrix, found, last);
  await results.keep(tx, {
    consultationId,
    foundAt: at,
    voteCount,
    voterCount: matrix.pseudonyms.length,
    seed: consultationId,
    ...resultOf(matrix, found, told),
  });
  return matrix.pseudonyms.flatMap((pseudonym, person): results.Moved[] => {
    const group = found.group[person] ?? -1;
    return group === matrix.groupOf[person] ? [] : [{ pseudonym, group }];
  });
}
