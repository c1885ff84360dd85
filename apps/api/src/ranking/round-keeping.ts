import { groupsShown, isRanked, rangeAt } from '@clarion/deliberation';
import { areaNames, shownIn } from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import * as toldBreakdowns from '../opinion/told-breakdown.queries.js';
import type { GroupCell } from './beside.js';
import { Round } from './round.entity.js';
import type { RegionCell } from './round.queries.js';
import * as rounds from './round.queries.js';
import * as bundles from './round-file.queries.js';
import * as matrices from './round-matrix.queries.js';
import * as ranks from './round-rank.queries.js';
import * as words from './round-words.queries.js';
import type { CountedProposal, RoundBasis, WrittenOrder, WrittenRound } from './round-writing.js';

/** A round that was written, and is to be kept. */
export interface RoundToKeep {
  basis: RoundBasis;
  /** The ranked proposals, by number. */
  counted: readonly CountedProposal[];
  written: WrittenRound;
  publishedById: string;
}

/** What is told of the groups on a proposal, A first; none where no groups are told apart. */
function groupCells({ written }: RoundToKeep, number: number): GroupCell[] {
  const told = written.told.groups?.proposals[number];
  return told
    ? groupsShown(told).map((cell) => cell && [cell.agree, cell.disagree, cell.pass])
    : [];
}

/** What is told of the regions on a proposal to those who answer. */
function regionCells({ basis, written }: RoundToKeep, number: number): RegionCell[] {
  const shown = shownIn(written.told.areas[number]?.regions ?? []);
  const names = areaNames(basis.regions.map(({ name }) => name));
  return basis.regions.flatMap(({ id }, at): RegionCell[] => {
    const tally = shown.get(names[at] ?? '');
    return tally ? [[id, tally.agree, tally.disagree, tally.pass]] : [];
  });
}

/** Where an order put each proposal. */
function placesIn(
  { lens, order, above, rank, tied, score, load, range }: WrittenOrder,
  counted: readonly CountedProposal[],
): ranks.RoundRankRow[] {
  return Array.from(order, (place, at) => {
    const around = range && rangeAt(range, place);
    const bore = load?.[place] ?? Number.POSITIVE_INFINITY;
    return {
      lens,
      proposalId: counted[place]?.id as string,
      position: at + 1,
      rank: at < above ? (rank[place] as number) : null,
      tied: tied[place] === 1,
      score: score[place] as number,
      best: around?.best ?? null,
      worst: around?.worst ?? null,
      low: around?.low ?? null,
      high: around?.high ?? null,
      load: Number.isFinite(bore) ? bore : null,
    };
  });
}

/** Keeps a round for ever: what it counted, every order, the bundle, and the votes for scrutineers. */
export async function keepRound(tx: EntityManager, given: RoundToKeep): Promise<void> {
  const { basis, counted, written, publishedById } = given;
  const { consultation, round, rollSize, regions, matrix } = basis;
  const { manifest, manifestText, manifestSha256, rankings } = written;
  const official = rankings.find(({ lens }) => lens === manifest.lenses.official);
  if (!official) throw new Error('the round has no official order');
  await tx.insert(Round, {
    ...round,
    consultationId: consultation.id,
    lens: official.lens,
    publishedById,
    voterCount: manifest.counts.voters,
    rollSize,
    ballotCount: manifest.counts.ballots,
    regionCount: regions.length,
    groupSizes: manifest.groupSizes,
    manifest: manifestText,
    manifestSha256,
    signedWith: manifest.key,
  });
  const numbers = matrix.proposals.flatMap(({ number, status }) =>
    isRanked(status) ? [number] : [],
  );
  await rounds.keepCounts(
    tx,
    round.id,
    placesIn(official, counted).map(({ proposalId, position, rank }, at) => {
      const place = official.order[at] as number;
      const { id: _, ...counts } = counted[place] as CountedProposal;
      const number = numbers[place] ?? 0;
      const byGroup = groupCells(given, number);
      const byRegion = regionCells(given, number);
      return { ...counts, proposalId, position, rank, byGroup, byRegion };
    }),
  );
  for (const order of rankings) await ranks.keep(tx, round.id, placesIn(order, counted));
  await bundles.keep(tx, round.id, written.bundle);
  const idOf = new Map(matrix.proposals.map(({ number, id }) => [number, id]));
  await words.keep(tx, round.id, written.words, idOf);
  await matrices.keep(tx, round.id, matrix, written);
  await toldBreakdowns.keep(tx, consultation.id, written.told);
}
