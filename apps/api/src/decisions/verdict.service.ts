import { type Refusal, refusal, refuseVerdict, type Verdict } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as ballots from '../voting/ballot.queries.js';
import * as decisions from './decision.queries.js';
import * as verdicts from './verdict.queries.js';

/**
 * Says whether an answer met the point, for who agreed with the proposal: secret under the same
 * pseudonym as the vote, and never in the record. May be changed.
 */
export async function answerVerdict(
  acting: Acting,
  { decisionId, verdict }: { decisionId: string; verdict: Verdict },
): Promise<decisions.DecisionRow | Refusal> {
  const { tx, viewer, keys } = acting;
  const seen = (await decisions.byIds(tx, [decisionId])).get(decisionId);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  // Read again under the lock: a later answer may have replaced it.
  const decision = consultation && (await decisions.lock(tx, decisionId));
  if (!consultation || !decision) return refusal('not_found', { what: 'decision' });
  const pseudonym = keys.pseudonymIfKept(consultation.id, viewer.id);
  const key = pseudonym && { consultationId: consultation.id, pseudonym };
  const known = key && (await ballots.lockVoter(tx, key));
  const own = known && (await ballots.own(tx, key, decision.proposalId));
  const refused = refuseVerdict({
    phase: consultation.phase,
    isSignedIn: true,
    agreed: own?.choice === 'agree',
    isReplaced: decision.isSuperseded,
  });
  if (refused) return refused;
  if (pseudonym) await verdicts.answerMany(tx, decisionId, [{ pseudonym, verdict }]);
  return decision;
}
