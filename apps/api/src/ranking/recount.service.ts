import {
  ballotsAreDue,
  ballotsToTell,
  groupsAreDue,
  LENS_IDS,
  type LensId,
  type Phase,
  type Priorities,
  phaseAllows,
  type RankingInput,
  type RankRange,
  type Rules,
  refuseLens,
} from '@clarion/deliberation';
import type { DataSource, EntityManager } from 'typeorm';
import * as consultations from '../consultations/consultation.queries.js';
import { inThread } from '../jobs/thread.js';
import { findGroups, type Recounting } from '../opinion/opinion.service.js';
import * as progress from '../opinion/opinion-progress.queries.js';
import { type Moved, move } from '../opinion/opinion-result.queries.js';
import * as toldBreakdowns from '../opinion/told-breakdown.queries.js';
import { showFault } from '../shown-fault.js';
import { ballotsOf } from '../voting/priority-ballot.queries.js';
import { besideLive, groupCounts } from './beside.js';
import { cellsOf, rankingInput } from './order.js';
import * as rankings from './ranking.queries.js';
import * as recounts from './recount.queries.js';
import * as matrices from './round-matrix.queries.js';
import { toldCells } from './told-cells.js';

/** While people can change their votes, which no count tells, they are counted as often as that. */
const VOTES_AT_LEAST = 24 * 60 * 60 * 1000;
/** What failed three times in a row is tried again after this. */
const REST_AFTER_FAILURE = 10 * 60 * 1000;
/** Progress is written at most this often. */
const EVERY_MS = 300;

const RANGER = new URL('./ranges.worker.mjs', import.meta.url);

interface Measured {
  lens: LensId;
  range: RankRange | null;
  priorities: Priorities | null;
}

const ballotFacts = (
  phase: Phase,
  { ballotsNow, ballotsThen }: Pick<recounts.RecountFacts, 'ballotsNow' | 'ballotsThen'>,
) => ({ isChoosing: phaseAllows(phase, 'prioritise'), cast: ballotsNow, placed: ballotsThen });

/** Whether a consultation's heavy numbers are to be counted anew: enough is new, enough time has passed, or the phase is another. */
export function isDue(facts: recounts.RecountFacts, now: Date): boolean {
  const { phase, phaseSince, votesNow, votesThen, voters, foundAt } = facts;
  const isPast = (at: Date | null, most: number) =>
    at !== null && now.getTime() - at.getTime() > most;
  return (
    groupsAreDue({ votesThen, votesNow, voters }) ||
    ballotsAreDue(ballotFacts(phase, facts)) ||
    // The last votes and ballots before the close may be too few, or changes that no count tells.
    (foundAt !== null && phaseSince !== null && foundAt < phaseSince) ||
    (phaseAllows(phase, 'vote') && isPast(foundAt, VOTES_AT_LEAST))
  );
}

/** Those of `isDue` that did not fail just now, by id. */
export async function due(db: EntityManager, now: Date): Promise<recounts.RecountFacts[]> {
  const rests = ({ failedAt }: recounts.RecountFacts) =>
    failedAt !== null && now.getTime() - failedAt.getTime() < REST_AFTER_FAILURE;
  return (await recounts.facts(db)).filter((facts) => !rests(facts) && isDue(facts, now));
}

/** The lenses that can be shown now, and priorities whenever its ballots are placed. */
const lensesFor = (rules: Rules, input: RankingInput, ballots: number, places: boolean): LensId[] =>
  LENS_IDS.filter((lens) => {
    if (lens === 'priorities@1') return places;
    return refuseLens(lens, { rules, groups: input.groups?.groups ?? 0, ballots }) === null;
  });

/** Measures how firmly each proposal stands under each lens, and places the priority ballots. */
async function measure(
  tx: EntityManager,
  consultation: consultations.ConsultationRow,
  countedAt: Date,
  { say, signal }: Recounting,
): Promise<void> {
  const { id: consultationId, rules, phase } = consultation;
  const rows = await rankings.counted(tx, consultationId);
  const proposalIds = rows.map(({ id }) => id);
  const ballots = ballotFacts(phase, await recounts.ballotCounts(tx, consultationId));
  const castCount = ballotsToTell(ballots);
  // What a recount of votes must not do: tell the next ballot from the ones before.
  const mayPlace = !ballots.isChoosing || ballotsAreDue(ballots);
  const places = mayPlace && Math.max(castCount, ballots.placed) > 0;
  const groups = groupCounts(rows, besideLive(rows));
  const told = await toldBreakdowns.take(tx, consultationId);
  const heldBack = ballots.cast - castCount;
  const input: RankingInput = {
    ...rankingInput(rows, cellsOf(rows)),
    ...(groups && { groups }),
    toldCells: toldCells(rows, told?.areas ?? {}),
    ballots: await ballotsOf(tx, consultationId, proposalIds, heldBack),
  };
  const lenses = lensesFor(rules, input, castCount, places);
  await say('Measuring how firmly each rank stands', 0, 1);
  const measured = await inThread<Measured[]>(
    RANGER,
    { lenses, input, rules, seed: consultationId },
    { signal },
  );
  const place = { consultationId, countedAt, proposalIds };
  await recounts.forgetRanges(tx, consultationId, [
    ...measured.filter(({ range }) => range !== null).map(({ lens }) => lens),
    ...(mayPlace ? [] : ['priorities@1' as const]),
  ]);
  for (const { lens, range, priorities } of measured) {
    if (range) await recounts.keepRange(tx, { ...place, lens }, range);
    if (priorities) await recounts.keepPriorities(tx, { ...place, castCount }, priorities);
  }
}

/** Counts all that is heavy in a consultation, in the caller's transaction. Answers as `findGroups` does. */
export async function recountIn(
  tx: EntityManager,
  consultationId: string,
  at: Date,
  recounting: Recounting,
): Promise<Moved[]> {
  const moved = await findGroups(tx, consultationId, at, recounting, (matrix) =>
    matrices.startOf(tx, consultationId, matrix),
  );
  const consultation = (await consultations.byIds(tx, [consultationId])).get(consultationId);
  if (consultation) await measure(tx, consultation, at, recounting);
  return moved;
}

/** Tells the progress to whoever looks, and to `also`; at most so often within a step. */
function telling(
  database: DataSource,
  consultationId: string,
  startedAt: Date,
  also: Recounting['say'],
): Recounting['say'] {
  let last = { step: '', at: 0 };
  return async (step, done, total) => {
    await also(step, done, total);
    const now = Date.now();
    if (last.step === step && now - last.at < EVERY_MS) return;
    last = { step, at: now };
    const times = { startedAt, saidAt: new Date(now) };
    await progress.say(database.manager, consultationId, { step, done, total }, times);
  };
}

/**
 * Counts anew what is too heavy for a page: opinion groups, ranges, priorities. All of it or nothing: when
 * it fails, the last good result stays and the progress says so. Then each voter's group, a few at a time. Answers false where another process is
 * at it. `at` is when the result says it was found.
 */
export async function recount(
  database: DataSource,
  consultationId: string,
  at: Date,
  { say = async () => undefined, signal }: Partial<Recounting> = {},
): Promise<boolean> {
  const counting = database.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    if (!(await progress.take(tx, consultationId))) return null;
    const tell = telling(database, consultationId, new Date(), say);
    const found = await recountIn(tx, consultationId, at, { say: tell, signal });
    await progress.end(tx, consultationId);
    return found;
  });
  const moved = await counting.catch(async (fault: unknown) => {
    await progress.fail(database.manager, consultationId, showFault(fault).message, new Date());
    throw fault;
  });
  if (!moved) return false;
  await move(database.manager, consultationId, moved);
  return true;
}
