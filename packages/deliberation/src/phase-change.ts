import { type Act, nextPhases, type Phase, phaseAllows } from './phase.js';
import { type Refusal, refusal } from './refusal.js';
import type { Rules } from './rules.js';

/** Refuses an act that its phase does not allow, saying what the phase is for. */
export function refuseInPhase(phase: Phase, act: Act): Refusal | null {
  return phaseAllows(phase, act) ? null : refusal('wrong_phase', { phase, act });
}

/** What a change of phase rests on beside the rules; what is left out is not asked about. */
export interface PhaseChangeFacts {
  /** Why: needed to withdraw. */
  reason?: string | null;
  /** How many of the top proposals have an answer, out of how many: needed to report. */
  answered?: number;
  of?: number;
}

/**
 * Refuses a change of phase that the table does not know, a withdrawal without a reason, and a report
 * while answers are missing.
 */
export function refusePhaseChange(
  from: Phase,
  to: Phase,
  rules: Pick<Rules, 'priorityBallotSize'>,
  facts: PhaseChangeFacts = {},
): Refusal | null {
  if (!nextPhases(from, rules).includes(to))
    return refusal('wrong_next_phase', { phase: from, to });
  if (to === 'withdrawn' && !facts.reason?.trim()) {
    return refusal('reason_required', { field: 'reason' });
  }
  const { answered = 0, of = 0 } = facts;
  if (to === 'reported' && answered < of) return refusal('answers_missing', { answered, of });
  return null;
}
