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
import type { VoteMatrix } from '../voting/vote-matrix.queries.js';
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
  /** CLP, agree, disagree, pass, region; in order of the CLP's id. */
  byClp: [string, number, number, number, string | null][];
  chosen: number;
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
  /** None where no vote was ever committed to. */
  commitments: RoundCommitments | null;
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
    const counted: CountedProposal = { id, agree: 0, disagree: 0, pass: 0, byClp: [], chosen: 0 };
    counted.chosen = chosen[p] as number;
    for (let clp = 0; clp < width; clp += 1) {
      const from = (p * width + clp) * 3;
      const [agree = 0, pass = 0, disagree = 0] = tallies.subarray(from, from + 3);
      counted.agree += agree;
      counted.disagree += disagree;
      counted.pass += pass;
      const place = clps[clp];
      if (place && agree + disagree + pass > 0) {
        counted.byClp.push([place.id, agree, disagree, pass, place.regionId]);
      }
    }
    return [counted];
  });
}

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
 * and do not come back.
 */
export function writeInThread(basis: RoundBasis, key: SigningKey): Promise<WrittenRound> {
  const { person, statement, choice } = basis.matrix.votes;
  const moved = [person, statement, choice].map(({ buffer }) => buffer as ArrayBuffer);
  const { publicKey, secret } = key;
  return inThread<WrittenRound>(
    WRITER,
    { input: inputOf(basis), key: { publicKey, secret } },
    { moved },
  );
}
