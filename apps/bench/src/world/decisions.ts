import type { Consultation } from './consultations.js';
import type { Proposal } from './contributions.js';
import type { Value } from './copy-rows.js';
import { type Random, randomFrom } from './random.js';
import { argument, statement } from './words.js';

export const DECISION_COLUMNS = [
  'id',
  'consultation_id',
  'proposal_id',
  'body_id',
  'by_id',
  'office',
  'outcome',
  'reason',
  'next_stop',
  'due_on',
  'done_at',
  'done_note',
  'merged_into_id',
  'decided_at',
] as const;

/** Who answers for the body that convenes everything. */
export interface Convenor {
  bodyId: string;
  memberId: string;
}

const A_DAY = 24 * 60 * 60 * 1000;
/** Votes are open for sixty days; answers come in the month after. */
const FIRST_ANSWER_DAYS = 61;
const ANSWERING_DAYS = 34;
const NEXT_STOP_DAYS = 90;
/** Of the proposals of a consultation that waits for answers, how many have one. */
const ANSWERED = 0.5;
const NEXT_STOPS = ['The policy commission', 'The joint policy committee', 'Annual conference'];

/** The first proposal of a consultation is accepted, so that others can go into it. */
function outcomeOf({ number }: Proposal, random: Random): string {
  const part = random.part();
  if (number === 1 || part < 0.3) return 'accept';
  return part < 0.6 ? 'accept_in_part' : part < 0.9 ? 'not_take_forward' : 'merge';
}

const after = (at: Date, days: number) => new Date(at.getTime() + days * A_DAY);
const day = (at: Date) => at.toISOString().slice(0, 10);

const isAnswered = ({ phase }: Consultation, random: Random): boolean =>
  phase === 'reported' || (phase === 'reviewing' && random.part() < ANSWERED);

/** Answers to all proposals of what was reported, and to some of what waits for answers. */
export function* decisionRows(
  proposals: readonly Proposal[],
  { bodyId, memberId }: Convenor,
): Generator<readonly Value[]> {
  const random = randomFrom('world/decisions');
  const first = new Map(
    proposals.filter(({ number }) => number === 1).map((one) => [one.consultation, one.id]),
  );
  for (const proposal of proposals) {
    const { consultation } = proposal;
    if (!isAnswered(consultation, random)) continue;
    const outcome = outcomeOf(proposal, random);
    const days = FIRST_ANSWER_DAYS + ANSWERING_DAYS * random.part();
    const decidedAt = after(consultation.openedAt, days);
    const due = after(decidedAt, NEXT_STOP_DAYS);
    const isDone = due < new Date() && random.part() < 0.7;
    yield [
      random.uuid(),
      consultation.id,
      proposal.id,
      bodyId,
      memberId,
      'convenor',
      outcome,
      argument(random, 1 + random.below(4)),
      random.pick(NEXT_STOPS),
      day(due),
      isDone ? due : null,
      isDone ? statement(random) : null,
      outcome === 'merge' ? (first.get(consultation) ?? null) : null,
      decidedAt,
    ];
  }
}

/** What answers make of the proposals, as the API’s `restate` does. */
export const RESTATE = `
  UPDATE proposal p SET active_at = greatest(p.active_at, d.decided_at),
    status = CASE d.outcome WHEN 'merge' THEN 'merged'
      WHEN 'not_take_forward' THEN 'not_taken_forward' ELSE 'published' END,
    status_reason = CASE WHEN d.outcome = 'not_take_forward' THEN d.reason END,
    merged_into_id = d.merged_into_id
  FROM decision d WHERE d.proposal_id = p.id`;

/** One in twenty of those who backed a proposal says whether its answer met the point. */
export const VERDICTS = `
  INSERT INTO answer_verdict (decision_id, pseudonym, verdict)
  SELECT d.id, v.pseudonym, (ARRAY['yes','partly','no'])[1 + get_byte(v.pseudonym, 1) % 3]
  FROM decision d JOIN vote v ON v.consultation_id = d.consultation_id AND v.proposal_id = d.proposal_id
  WHERE v.choice = 'agree' AND get_byte(v.pseudonym, 0) < 13`;
