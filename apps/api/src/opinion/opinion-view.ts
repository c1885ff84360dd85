import {
  countsHidden,
  type DividingStatement,
  dividingMost,
  groupPortraits,
  letterOf,
  type MarkedStatement,
  placeAmong,
  publishedSizes,
  type Refusal,
  refuseLiveRanking,
  roundedPlace,
  STOP_POINT,
  sharedByAll,
  type Tally,
} from '@clarion/deliberation';
import type { OpinionRow, ProgressRow } from './opinion.queries.js';
import type { ResultRow } from './opinion-result.queries.js';
import { type Published, publishedOf } from './published.js';

/** A recount that has said nothing for so long was killed. */
const SILENCE_MS = 5 * 60 * 1000;

const withVotes = ({ agree, disagree, pass }: Tally) => ({
  agree,
  disagree,
  pass,
  votes: agree + disagree + pass,
});

/** A statement with its counts, as the contract has it but for the proposal. */
export interface StatementView {
  proposalId: string;
  tally: ReturnType<typeof withVotes>;
  groups: { letter: string; tally: ReturnType<typeof withVotes> | null }[];
}

function statementAt(result: ResultRow, published: Published, at: number): StatementView {
  const { whole, counts, shown } = published;
  const of = (columns: typeof whole, index: number) =>
    withVotes({
      agree: columns.agree[index] ?? 0,
      disagree: columns.disagree[index] ?? 0,
      pass: columns.pass[index] ?? 0,
    });
  return {
    proposalId: result.proposalIds[at] ?? '',
    tally: of(whole, at),
    groups: result.sizes.map((_, group) => {
      const cell = at * result.k + group;
      return { letter: letterOf(group), tally: shown[cell] ? of(counts, cell) : null };
    }),
  };
}

/** 1 for each statement of the result that is not looked at for this viewer. */
function maskOf(result: ResultRow, row: OpinionRow) {
  const today = new Map(row.statements.map((statement) => [statement.id, statement]));
  const view = { rules: row, phase: row.phase, isReviewer: false };
  const isOut = result.proposalIds.map((id, at) => {
    const statement = today.get(id);
    return result.leftOut[at] === true || !statement || statement.isGone;
  });
  const isHidden = result.proposalIds.map(
    (id, at) => !isOut[at] && countsHidden(view, today.get(id)?.choice != null),
  );
  return {
    mask: Uint8Array.from(isOut, (out, at) => Number(out || isHidden[at])),
    hidden: isHidden.filter(Boolean).length,
  };
}

/** Where the viewer stands, from their own votes as they are now. */
function placeOf(result: ResultRow, row: OpinionRow) {
  const indexOf = new Map(result.proposalIds.map((id, at) => [id, at]));
  const value = { agree: 1, pass: 0, disagree: -1 } as const;
  const own = row.statements.flatMap(({ id, choice }) => {
    const at = indexOf.get(id);
    return choice === null || at === undefined ? [] : [{ at, choice: value[choice] }];
  });
  const components = {
    centre: Float64Array.from(result.centre),
    first: Float64Array.from(result.first),
    second: Float64Array.from(result.second),
  };
  const centres = result.sizes.map((_, group) => ({
    x: result.centres[group * 2] ?? 0,
    y: result.centres[group * 2 + 1] ?? 0,
  }));
  const { x, y, group, votesNeeded } = placeAmong(
    { statement: own.map(({ at }) => at), choice: own.map(({ choice }) => choice) },
    components,
    centres,
    Uint8Array.from(result.leftOut, Number),
  );
  return roundedPlace({ x, y, votesNeeded, letter: group === null ? null : letterOf(group) });
}

/** What all share, but where a majority outweighs a group that leans the other way: that divides. */
function sharedStatements({ whole, counts }: Published, mask: Uint8Array): MarkedStatement[] {
  const apart = mask.slice();
  const dividing = dividingMost(counts, mask, Number.POSITIVE_INFINITY);
  for (const { statement } of dividing) apart[statement] = 1;
  return sharedByAll(whole, apart);
}

/** The sizes that may be told; results from before they were kept are weighed at each look. */
function sizesOf({ sizes, shapes }: ResultRow, people: number): (number | null)[] {
  if (shapes.every((shape) => shape?.told === undefined)) return publishedSizes(sizes, people);
  return shapes.map((shape) => shape?.told ?? null);
}

/** What is found, told to this viewer. */
function found(result: ResultRow, row: OpinionRow, isVoter: boolean) {
  const published = publishedOf(result);
  const { mask, hidden } = maskOf(result, row);
  const people = result.sizes.reduce((sum, size) => sum + size, 0);
  const statement = (at: number) => statementAt(result, published, at);
  const marked = ({ side, share, statement: at }: MarkedStatement) => ({
    side,
    share,
    statement: statement(at),
  });
  const dividing = ({ statement: at, towards, against, gap }: DividingStatement) => ({
    statement: statement(at),
    towards: letterOf(towards),
    against: letterOf(against),
    gap,
  });
  const portraits = groupPortraits(published.counts, mask);
  const sizes = sizesOf(result, people);
  return {
    people,
    groups: sizes.map((size, group) => {
      const { x, y, spread } = result.shapes[group] ?? { x: 0, y: 0, spread: null };
      return {
        letter: letterOf(group),
        people: size,
        share: size === null ? null : size / people,
        marks: size === null ? [] : (portraits[group] ?? []).map(marked),
        shape:
          size === null ? null : spread && { x, y, xx: spread[0], xy: spread[1], yy: spread[2] },
      };
    }),
    shared: sharedStatements(published, mask).map(marked),
    dividing: dividingMost(published.counts, mask).map(dividing),
    mine: isVoter ? placeOf(result, row) : null,
    leftOut: hidden,
  };
}

const NOTHING_FOUND = { people: 0, groups: [], shared: [], dividing: [], mine: null, leftOut: 0 };

const progressOf = ({ step, done, total, startedAt, saidAt, isFault }: ProgressRow, now: Date) => ({
  step,
  done,
  total,
  startedAt: new Date(startedAt),
  failed: isFault || now.getTime() - new Date(saidAt).getTime() > SILENCE_MS,
});

/** Why the groups are withheld: as the live order is, since they tell what counts would. */
function withheldFrom(row: OpinionRow): Refusal | null {
  const votedOn = row.statements.filter(({ choice }) => choice !== null).length;
  const remaining = row.statements.filter(
    ({ choice, isOpen, isOwn }) => choice === null && isOpen && !isOwn,
  ).length;
  const view = { rules: row, phase: row.phase, isReviewer: false };
  return refuseLiveRanking(view, { votedOn, remaining, enough: STOP_POINT });
}

/** The opinion groups of a consultation as a viewer may see them; `isVoter` when the votes in the row are theirs. */
export function opinionView(row: OpinionRow, isVoter: boolean, now: Date) {
  const withheld = withheldFrom(row);
  const shown = row.consultationId !== null && !withheld ? found(row, row, isVoter) : NOTHING_FOUND;
  return {
    foundAt: row.foundAt,
    voterCount: row.voterCount ?? row.voters,
    voteCount: row.voteCount ?? row.votes,
    ...shown,
    progress: row.progress && progressOf(row.progress, now),
    withheld,
  };
}
