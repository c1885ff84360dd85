import { EVIDENCE_KINDS, mayActFor, officesFor, phaseAllows, ukDay } from '@clarion/deliberation';
import type { BodyKind, Phase } from '../../graphql/generated/graphql';
import { type HeldToday, heldToday } from '../accounts/offices';

export interface BodyHere {
  id: string;
  kind: BodyKind;
  name: string;
}

const once = (bodies: readonly BodyHere[]) => [
  ...new Map(bodies.map((body) => [body.id, body])).values(),
];

/** Bodies that the viewer may give evidence for. */
export function evidenceBodies(offices: readonly HeldToday[]): BodyHere[] {
  const speaking = officesFor(heldToday(offices), 'speak', ukDay(new Date()));
  return once(speaking.map(({ body }) => body)).filter(({ kind }) => EVIDENCE_KINDS.includes(kind));
}

/** Bodies that the viewer may speak for at all. */
export function speakingBodies(offices: readonly HeldToday[]): BodyHere[] {
  return once(officesFor(heldToday(offices), 'speak', ukDay(new Date())).map(({ body }) => body));
}

/** What the viewer's offices let them do with one piece of evidence now. */
export function evidenceActs(
  offices: readonly HeldToday[],
  place: { phase: Phase; answering: readonly string[] },
  evidence: { status: string; body: BodyHere; considered: unknown },
): { contestFor: BodyHere[]; considerFor: BodyHere[]; mayWithdraw: boolean } {
  const { phase, answering } = place;
  if (evidence.status !== 'published') {
    return { contestFor: [], considerFor: [], mayWithdraw: false };
  }
  const on = ukDay(new Date());
  const mine = heldToday(offices);
  const deciding = once(officesFor(mine, 'decide', on).map(({ body }) => body));
  const answersHere = ({ id, kind }: BodyHere) =>
    answering.includes(id) || kind === 'national_policy_forum' || kind === 'joint_policy_committee';
  return {
    contestFor: phaseAllows(phase, 'contest_evidence')
      ? speakingBodies(offices).filter(({ id }) => id !== evidence.body.id)
      : [],
    considerFor:
      phaseAllows(phase, 'consider_evidence') && !evidence.considered
        ? deciding.filter(answersHere)
        : [],
    mayWithdraw: phaseAllows(phase, 'withdraw') && mayActFor(mine, evidence.body, 'speak', on),
  };
}
