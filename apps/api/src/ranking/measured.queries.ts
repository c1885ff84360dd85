import type { ResultRow } from '../opinion/opinion-result.queries.js';

/** Opinion groups as they were found last. Not public as they stand: cells may be small. */
export type FoundGroups = Pick<
  ResultRow,
  'k' | 'proposalIds' | 'agree' | 'disagree' | 'pass' | 'allAgree' | 'allDisagree' | 'allPass'
>;

/** The priority ballots as they were placed last, best first. */
export interface PlacedPriorities {
  ballotCount: number;
  proposalIds: string[];
  chosen: number[];
  /** Infinite, and then a text, where nobody chose it. */
  load: (number | string)[];
  tied: boolean[];
}

/** Ranges under one lens as they were measured last; 0 below the quorum line. */
export interface MeasuredRanges {
  proposalIds: string[];
  best: number[] | null;
  worst: number[] | null;
  low: number[];
  high: number[];
}

/** What jobs measured of a consultation last, beside its counts. */
export interface MeasuredRow {
  groups: FoundGroups | null;
  priorities: PlacedPriorities | null;
  ranges: MeasuredRanges | null;
}

/** `MeasuredRow` of a consultation, with the ranges under a lens; both are SQL. */
export const measuredJson = (consultationId: string, lens: string): string => `json_build_object(
  'groups', (SELECT json_build_object('k', o.k, 'proposalIds', o.proposal_ids, 'agree', o.agree,
      'disagree', o.disagree, 'pass', o.pass, 'allAgree', o.all_agree, 'allDisagree', o.all_disagree,
      'allPass', o.all_pass)
    FROM opinion_result o WHERE o.consultation_id = ${consultationId} AND o.k >= 2),
  'priorities', (SELECT json_build_object('ballotCount', q.ballot_count, 'proposalIds', q.proposal_ids,
      'chosen', q.chosen, 'load', q.load, 'tied', q.tied)
    FROM priority_result q WHERE q.consultation_id = ${consultationId}),
  'ranges', (SELECT json_build_object('proposalIds', g.proposal_ids, 'best', g.best, 'worst', g.worst,
      'low', g.low, 'high', g.high)
    FROM rank_range g WHERE g.consultation_id = ${consultationId} AND g.lens = ${lens}))`;

/** The same in the first row of each consultation's proposals `p` under that lens alone: it is large. */
export const measuredOnce = (lens: string): string => `CASE WHEN row_number()
  OVER (PARTITION BY p.consultation_id, ${lens} ORDER BY p.number, p.id) = 1
  THEN ${measuredJson('p.consultation_id', lens)} END AS measured`;
