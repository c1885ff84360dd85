import {
  type Ballots,
  ballotsArePublished,
  isRanked,
  type LensId,
  type OpinionGroups,
  opinionGroups,
  rangeIsTold,
  rank,
  rankRange,
  sizesShown,
  toldSizes,
} from '@clarion/deliberation';
import { ballotsOver } from './ballots-file.js';
import type { Manifest } from './manifest.js';
import { groupsPublished, publishedTables } from './published-tables.js';
import { type LensRecount, rankingFile, rankingFileOf } from './ranking-file.js';
import { type RoundTables, readTables } from './read-tables.js';
import type { RoundInput } from './round-input.js';
import { lensesOf } from './round-lenses.js';
import type { Told } from './told.js';

/** All that a round publishes but what explains and vouches for it. */
export interface ComputedRound {
  /** The tables, and an order under each lens that can be shown. */
  files: Map<string, Uint8Array>;
  counts: Manifest['counts'];
  groupSizes: Manifest['groupSizes'];
  rankings: LensRecount[];
  groups: OpinionGroups;
  /** What breakdowns tell now, for whatever is published next. */
  told: Told;
}

/**
 * Computes a round: finds the groups, makes the tables that may be published, and every order from those
 * tables as they read, so that whoever recounts them gets the same bytes. Throws RangeError for votes or
 * ballots that do not fit the proposals, or proposals that are not in the order of their numbers.
 */
export function computeRound(input: RoundInput): ComputedRound {
  checkOrder(input);
  const groups = findGroups(input);
  const { files, told } = publishedTables(input, groups);
  const counts = countsOf(input, groups);
  const tables = readTables(files, counts);
  const ballots = ballotsOf(input);
  const { rules, fewestSecretBallots } = input;
  const rankings = lensesOf({ rules, ...counts, fewestSecretBallots }).published.map((lens) =>
    orderUnder(lens, input, tables, ballots),
  );
  for (const ranking of rankings) {
    files.set(rankingFileOf(ranking.lens), rankingFile(ranking, input.rules));
  }
  const ofGroups = told.groups && { ...told.groups, sizes: sizesOf(input, groups, counts) };
  const sizes = ofGroups?.sizes;
  return {
    files,
    counts: { ...counts, votes: tables.votes.votes },
    groupSizes: sizes ? sizesShown(sizes) : [],
    rankings,
    groups,
    told: { ...told, groups: ofGroups ?? input.told?.groups ?? null },
  };
}

function sizesOf({ told }: RoundInput, { sizes }: OpinionGroups, counts: { voters: number }) {
  const before = told?.groups?.k === sizes.length ? told.groups.sizes : null;
  return toldSizes(sizes, counts.voters, before);
}

/** The input with nothing on its priority ballots but what is ranked. */
export function onlyRanked(input: RoundInput): RoundInput {
  return { ...input, ballots: input.ballots && ballotsOver(input.ballots, rankedIn(input)) };
}

function checkOrder({ proposals }: RoundInput): void {
  proposals.forEach(({ number }, at) => {
    if (number <= (proposals[at - 1]?.number ?? -1)) {
      throw new RangeError('The proposals of a round are not in the order of their numbers.');
    }
  });
}

const rankedIn =
  ({ proposals }: RoundInput) =>
  (index: number): boolean => {
    const proposal = proposals[index];
    return proposal !== undefined && isRanked(proposal.status);
  };

/** Opinion groups as a round has them; scrutineers find the same from the same matrix. */
function findGroups({ votes, clpOf, proposals, before, round }: RoundInput): OpinionGroups {
  return opinionGroups(
    {
      votes,
      people: clpOf.length,
      statements: proposals.length,
      leftOut: Uint8Array.from(proposals, ({ isLeftOut }) => (isLeftOut ? 1 : 0)),
    },
    { seed: round.id, ...(before ? { before } : {}) },
  );
}

function countsOf(input: RoundInput, groups: OpinionGroups): Omit<Manifest['counts'], 'votes'> {
  return {
    voters: new Set(input.votes.person).size,
    proposals: input.proposals.filter(({ status }) => isRanked(status)).length,
    ballots: input.ballots ? input.ballots.starts.length - 1 : 0,
    groups: groupsPublished(groups),
    regions: input.regions.length,
  };
}

/** From the tables as they read, and from the ballots where the bundle does not have them. */
function orderUnder(
  lens: LensId,
  input: RoundInput,
  tables: RoundTables,
  ballots: Ballots | null,
): LensRecount {
  const published = {
    ...tables.input,
    ...(ballots && !ballotsArePublished(input.rules) ? { ballots } : {}),
  };
  const ranking = rank(lens, published, input.rules);
  const options = {
    seed: input.round.id,
    clpFloorForBreadth: input.rules.clpFloorForBreadth,
  };
  const range = rangeIsTold(lens, input.rules) ? rankRange(published, ranking, options) : null;
  return { lens, input: published, ranking, range };
}

/** The ballots over places among what is ranked. */
function ballotsOf(input: RoundInput): Ballots | null {
  const places = placesOfRanked(input);
  const { ballots } = input;
  return ballots && { ...ballots, proposal: ballots.proposal.map((index) => places[index] ?? 0) };
}

/** Where each proposal stands among those that are ranked; −1 for the others. */
function placesOfRanked(input: RoundInput): Int32Array {
  let place = 0;
  return Int32Array.from(input.proposals, (_, index) => (rankedIn(input)(index) ? place++ : -1));
}
