import {
  EVIDENCE_KINDS,
  mayActFor,
  type OfficeHeld,
  officesFor,
  phaseAllows,
  ukDay,
} from '@clarion/deliberation';
import type { BodyKind, OfficeName, Phase } from '../../graphql/generated/graphql';

export interface BodyHere {
  id: string;
  kind: BodyKind;
  name: string;
}

/** An office held today, as the frame of the site knows it. */
interface Office {
  office: OfficeName;
  body: BodyHere;
}

const ALWAYS = '0001-01-01';

/** Offices held today: their first and last days play no part any more. */
const held = (offices: readonly Office[]): (OfficeHeld & { body: BodyHere })[] =>
  offices.map(({ office, body }) => ({
    bodyId: body.id,
    bodyKind: body.kind,
    office,
    from: ALWAYS,
    until: null,
    body,
  }));

const once = (bodies: readonly BodyHere[]) => [
  ...new Map(bodies.map((body) => [body.id, body])).values(),
];

/** Bodies that the viewer may give evidence for. */
export function evidenceBodies(offices: readonly Office[]): BodyHere[] {
  const speaking = officesFor(held(offices), 'speak', ukDay(new Date()));
  return once(speaking.map(({ body }) => body)).filter(({ kind }) => EVIDENCE_KINDS.includes(kind));
}

/** Bodies that the viewer may speak for at all. */
export function speakingBodies(offices: readonly Office[]): BodyHere[] {
  return once(officesFor(held(offices), 'speak', ukDay(new Date())).map(({ body }) => body));
}

/** What the viewer's offices let them do with one piece of evidence now. */
export function evidenceActs(
  offices: readonly Office[],
  place: { phase: Phase; answering: readonly string[] },
  evidence: { status: string; body: BodyHere; considered: unknown },
): { contestFor: BodyHere[]; considerFor: BodyHere[]; mayWithdraw: boolean } {
  const { phase, answering } = place;
  if (evidence.status !== 'published') {
    return { contestFor: [], considerFor: [], mayWithdraw: false };
  }
  const on = ukDay(new Date());
  const mine = held(offices);
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
