import { type Ballots, isRanked, type LensId, type RankRange } from '@clarion/deliberation';
import type {
  Manifest,
  RoundCommitments,
  RoundInput,
  Told,
  WordsRow,
} from '@clarion/exchange/round';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { inThread } from '../jobs/thread.js';
import type { SigningKey } from '../keyring/signing-key.js';
import { noneCommitted } from '../voting/committed-votes.js';
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';
import type { StoredCell } from './round.entity.js';
import type { RoundStart } from './round-matrix.queries.js';

/** An order under one lens; columns by place among the ranked proposals. */
export interface WrittenOrder {
  lens: LensId;
  order: Uint32Array;
  above: number;
  rank: Uint32Array;
  tied: Uint8Array;
  score: Float64Array;
  /** Under `priorities@1` alone; infinite where nobody chose it. */
  load: Float64Array | null;
  range: RankRange | null;
}

/** What the thread answers. */
export interface WrittenRound {
  /** The public files but the words. */
  bundle: Uint8Array;
  words: WordsRow[];
  matrix: Uint8Array;
  manifest: Manifest;
  /** The same, byte for byte as it was signed. */
  manifestText: string;
  manifestSha256: string;
  /** What its breakdowns tell, and those before. */
  told: Told;
  /** The group of each voter; −1 for none. */
  group: Int8Array;
  first: Float64Array;
  second: Float64Array;
  rankings: WrittenOrder[];
}

/** A proposal as a round counts it. */
export interface CountedProposal {
  id: string;
  agree: number;
  disagree: number;
  pass: number;
  chosen: number;
  /** CLP, agree, disagree, pass, region; in order of the CLP's id. Made when asked for: they are many. */
  byClp: () => StoredCell[];
}

/** What a round is written from. */
export interface RoundBasis {
  consultation: ConsultationRow;
  round: { id: string; number: number; publishedAt: Date };
  rollSize: number;
  /** All regions by name. */
  regions: { id: string; name: string }[];
  matrix: VoteMatrix;
  ballots: Ballots | null;
  before: RoundStart | null;
  told: Told | null;
  /** None where no vote was ever committed to. What earlier rounds opened is found out in the thread. */
  commitments: RoundCommitments | null;
  /** Bundles of the rounds before, the oldest first. */
  earlier: Buffer[];
}

const WRITER = new URL('./round.worker.mjs', import.meta.url);

/** Agree, disagree and pass of each proposal in each CLP, the last one being no CLP. */
function tallyByClp({ proposals, clps, clpOf, votes }: VoteMatrix): Uint32Array {
  const width = clps.length + 1;
  const tallies = new Uint32Array(proposals.length * width * 3);
  for (let i = 0; i < votes.person.length; i += 1) {
    const clp = clpOf[votes.person[i] as number] as number;
    const cell = (votes.statement[i] as number) * width + (clp < 0 ? clps.length : clp);
    const at = cell * 3 + 1 - (votes.choice[i] as number);
    tallies[at] = (tallies[at] as number) + 1;
  }
  return tallies;
}

/** The counts of every ranked proposal, from the votes themselves. */
export function countProposals({ matrix, ballots }: RoundBasis): CountedProposal[] {
  const { proposals, clps } = matrix;
  const width = clps.length + 1;
  const tallies = tallyByClp(matrix);
  const chosen = new Uint32Array(proposals.length);
  for (const p of ballots?.proposal ?? []) chosen[p] = (chosen[p] as number) + 1;
  return proposals.flatMap(({ id, status }, p) => {
    if (!isRanked(status)) return [];
    const own = tallies.subarray(p * width * 3, (p + 1) * width * 3);
    const sum = (nth: number) => {
      let all = 0;
      for (let at = nth; at < own.length; at += 3) all += own[at] as number;
      return all;
    };
    return [
      {
        id,
        ...{ agree: sum(0), pass: sum(1), disagree: sum(2) },
        chosen: chosen[p] as number,
        byClp: () => cellsIn(own, clps),
      },
    ];
  });
}

/** The counts of a proposal in the CLPs that voted on it. */
const cellsIn = (tallies: Uint32Array, clps: VoteMatrix['clps']): StoredCell[] =>
  clps.flatMap(({ id, regionId }, clp): StoredCell[] => {
    const [agree = 0, pass = 0, disagree = 0] = tallies.subarray(clp * 3, clp * 3 + 3);
    return agree + disagree + pass > 0 ? [[id, agree, disagree, pass, regionId]] : [];
  });

function inputOf(basis: RoundBasis): RoundInput {
  const { consultation, round, rollSize, regions, matrix, ballots, before, told } = basis;
  const regionAt = new Map(regions.map(({ id }, at) => [id, at]));
  return {
    consultation: { id: consultation.id, title: consultation.title },
    round: { ...round, publishedAt: round.publishedAt.toISOString() },
    rules: consultation.rules,
    rollSize,
    regions: regions.map(({ name }) => name),
    clps: matrix.clps.map(({ name, regionId }) => ({
      name,
      region: regionAt.get(regionId ?? '') ?? -1,
    })),
    proposals: matrix.proposals,
    clpOf: matrix.clpOf,
    votes: matrix.votes,
    ballots,
    before,
    told,
    commitments: basis.commitments,
  };
}

/**
 * Writes a round in a thread, so that pages are answered and votes taken meanwhile. The votes go there
 * and do not come back, nor does what opens them.
 */
export function writeInThread(basis: RoundBasis, key: SigningKey): Promise<WrittenRound> {
  const { person, statement, choice } = basis.matrix.votes;
  const { vote, commitment, random, previous } = basis.commitments ?? noneCommitted();
  const moved = [person, statement, choice, vote, commitment, random, previous].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
  const { publicKey, secret } = key;
  return inThread<WrittenRound>(
    WRITER,
    { input: inputOf(basis), earlier: basis.earlier, key: { publicKey, secret } },
    { moved },
  );
}
