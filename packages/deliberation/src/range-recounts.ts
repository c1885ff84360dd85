import { type Breadth, breadthScore, type Cells } from './lens/breadth.js';
import { commonGround } from './lens/common-ground.js';
import { groupsOf, regionCountOf } from './lens/measure.js';
import { wilsonLower } from './lens/support.js';
import type { GroupCounts } from './opinion/group-counts.js';
import { poisson, poissons } from './poisson.js';
import type { RankingInput } from './ranking-input.js';
import { seeded } from './seed.js';

/** The rank of each place in each recount: recount × places + place. */
export interface Table {
  ranks: Float64Array;
  recounts: number;
}

interface Drawing {
  seed: string;
  recounts: number;
  clpFloorForBreadth: number;
}

/** Numbers drawn, or choices read, after which there are fewer recounts; a few seconds on one core. */
const MOST_WORK = 100_000_000;
const FEWEST_RECOUNTS = 100;

/** How many recounts there are when one takes so much work. */
export function bounded(recounts: number, work: number): number {
  return Math.min(recounts, Math.max(FEWEST_RECOUNTS, Math.floor(MOST_WORK / Math.max(1, work))));
}

/** The rank of each score: one more than there are greater ones. */
export function ranksOf(scores: Float64Array, into: Uint32Array | Float64Array): void {
  const sorted = scores.slice().sort();
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as number) <= score) low = middle + 1;
      else high = middle;
    }
    into[i] = sorted.length - low + 1;
  }
}

/**
 * The ranks that scores come to. `draw` gives a proposal's scores, one a recount, from a source seeded by
 * the proposal's number, so that the order in which proposals come does not matter.
 */
function tableOf(
  { number }: RankingInput,
  ranked: Uint32Array,
  seed: string,
  recounts: number,
  draw: (proposal: number, random: () => number) => (recount: number) => number,
): Table {
  const size = ranked.length;
  const ranks = new Float64Array(recounts * size);
  ranked.forEach((p, place) => {
    const score = draw(p, seeded(`${seed}/recount/${number[p]}`));
    for (let r = 0; r < recounts; r++) ranks[r * size + place] = score(r);
  });
  for (let r = 0; r < recounts; r++) {
    const row = ranks.subarray(r * size, (r + 1) * size);
    ranksOf(row.slice(), row);
  }
  return { ranks, recounts };
}

/** `support@1` with each proposal's agrees and disagrees drawn anew. */
export function drawnSupport(input: RankingInput, ranked: Uint32Array, drawing: Drawing): Table {
  const { agree, disagree } = input.counts;
  const { seed, recounts } = drawing;
  return tableOf(input, ranked, seed, recounts, (p, random) => {
    const agrees = poisson(agree[p] as number, random);
    const disagrees = poisson(disagree[p] as number, random);
    return () => wilsonLower(agrees(), disagrees());
  });
}

/** `common-ground@1` with the counts of each group drawn anew; a hidden cell stays hidden. */
export function drawnCommonGround(
  input: RankingInput,
  ranked: Uint32Array,
  drawing: Drawing,
): Table {
  const { groups, agree, disagree, pass } = groupsOf(input);
  const column = () => new Uint32Array(groups);
  const drawn: GroupCounts = { groups, agree: column(), disagree: column(), pass: column() };
  const { seed, recounts } = drawing;
  return tableOf(input, ranked, seed, recounts, (p, random) => {
    const cells = Array.from({ length: groups }, (_, g) => p * groups + g);
    const sources = (of: Uint32Array) => cells.map((cell) => poisson(of[cell] as number, random));
    const sides = [
      [drawn.agree, sources(agree)],
      [drawn.disagree, sources(disagree)],
      [drawn.pass, sources(pass)],
    ] as const;
    return () => {
      for (const [into, source] of sides) {
        for (let g = 0; g < groups; g++) into[g] = source[g]?.() ?? 0;
      }
      return commonGround(drawn).product[0] as number;
    };
  });
}

/** The cells of each proposal, in the order of CLPs. */
function cellsOfEach({ proposal, clp }: Cells, proposals: number): number[][] {
  const each: number[][] = Array.from({ length: proposals }, () => []);
  proposal.forEach((p, cell) => {
    each[p]?.push(cell);
  });
  for (const own of each) own.sort((a, b) => (clp[a] as number) - (clp[b] as number));
  return each;
}

/** CLPs that count for a proposal, and carry it, without those of these cells. */
function others(
  { clpsCounted, clpsCarried }: Breadth,
  p: number,
  told: Cells,
  own: readonly number[],
  floor: number,
) {
  const counting = own.filter((cell) => votesIn(told, cell) >= floor);
  const carrying = counting.filter((cell) => (told.agree[cell] ?? 0) > (told.disagree[cell] ?? 0));
  return {
    counted: Math.max(0, (clpsCounted[p] as number) - counting.length),
    carried: Math.max(0, (clpsCarried[p] as number) - carrying.length),
  };
}

const votesIn = ({ agree, disagree, pass }: Cells, cell: number): number =>
  (agree[cell] as number) + (disagree[cell] as number) + (pass[cell] as number);

/** One proposal's `breadth@1` in each recount, from its cells; regions and all other CLPs stay. */
function breadthOfEach(
  told: Cells,
  own: readonly number[],
  sourceOf: (mean: number) => () => number,
  { recounts, clpFloorForBreadth: floor }: Drawing,
) {
  const counted = new Uint32Array(recounts);
  const carried = new Uint32Array(recounts);
  for (const cell of own) {
    const [agree, disagree, pass] = [
      sourceOf(told.agree[cell] as number),
      sourceOf(told.disagree[cell] as number),
      sourceOf(told.pass[cell] as number),
    ];
    for (let r = 0; r < recounts; r++) {
      const agrees = agree();
      const disagrees = disagree();
      const chose = agrees + disagrees;
      // Passes matter only up to the floor.
      if (chose < floor && chose + pass() < floor) continue;
      counted[r] = (counted[r] as number) + 1;
      if (agrees > disagrees) carried[r] = (carried[r] as number) + 1;
    }
  }
  return { counted, carried };
}

/** `breadth@1` with the counts of each CLP that were told drawn anew; null where none were. */
export function drawnBreadth(
  input: RankingInput,
  breadth: Breadth,
  ranked: Uint32Array,
  drawing: Drawing,
): Table | null {
  const { toldCells: told, number } = input;
  if (!told || told.clp.length === 0) return null;
  const each = cellsOfEach(told, number.length);
  const recounts = bounded(drawing.recounts, told.proposal.length * 3);
  const draw = poissons();
  const regions = regionCountOf(input);
  return tableOf(input, ranked, drawing.seed, recounts, (p, random) => {
    const own = each[p] ?? [];
    const bounds = { ...drawing, recounts };
    const stays = others(breadth, p, told, own, bounds.clpFloorForBreadth);
    const drawn = breadthOfEach(told, own, (mean) => draw(mean, random), bounds);
    return (r) =>
      breadthScore(
        breadth.regionsCarried[p] as number,
        regions,
        stays.carried + (drawn.carried[r] as number),
        stays.counted + (drawn.counted[r] as number),
      );
  });
}
