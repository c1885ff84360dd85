import {
  needsPasskey,
  type OfficeHeld,
  type SignInWay,
  type Standing,
  ukDay,
} from '@clarion/deliberation';
import type { PersonRow, SessionRow } from './session.queries.js';

/** The person who is signed in, with everything the rules ask about them. */
export interface Viewer {
  id: string;
  displayName: string;
  standing: Standing;
  joinedOn: string;
  /** The day from which their membership no longer runs; null while it does. */
  lapsedOn: string | null;
  /** Until when a change of contact holds their votes; null when nothing is held. */
  heldUntil: Date | null;
  /** Until when a moderator keeps them from writing; null when nobody does. */
  suspendedUntil: Date | null;
  clpId: string | null;
  clpName: string | null;
  regionId: string | null;
  regionName: string | null;
  interests: string[];
  skills: string[];
  /** In office today; none once their membership has lapsed, or while an office waits for a passkey. */
  offices: OfficeHeld[];
  /** The offices that wait until they sign in with a passkey. */
  officesWaiting: OfficeHeld[];
  /** Whether they must sign in with a passkey to act in office, and have not. */
  needsPasskey: boolean;
  /** How they got in. */
  signedInBy: SignInWay;
  /** When they last confirmed that it is them; signing in does. */
  confirmedAt: Date | null;
  /** The session by which they are here; null where nobody is at a browser. */
  sessionId: string | null;
}

/** A person as they act by a session: without the offices that this session does not carry. */
export function viewerBy(person: PersonRow, session: SessionRow, now: Date): Viewer {
  const waits = !session.isStrong && needsPasskey(person.offices, ukDay(now));
  // Each by its name: to copy whatever a row has takes several times as long, and every request does it.
  return {
    id: person.id,
    displayName: person.displayName,
    standing: person.standing,
    joinedOn: person.joinedOn,
    lapsedOn: person.lapsedOn,
    heldUntil: person.heldUntil,
    suspendedUntil: person.suspendedUntil,
    clpId: person.clpId,
    clpName: person.clpName,
    regionId: person.regionId,
    regionName: person.regionName,
    interests: person.interests,
    skills: person.skills,
    offices: waits ? [] : person.offices,
    officesWaiting: waits ? person.offices : [],
    needsPasskey: waits,
    signedInBy: session.signedInBy,
    confirmedAt: session.confirmedAt,
    sessionId: session.id,
  };
}

/** A person as they act where nobody is at a browser: in the demonstration's past, or in a job. */
export const viewerWithout = (person: PersonRow, now: Date): Viewer => ({
  ...person,
  officesWaiting: [],
  needsPasskey: false,
  signedInBy: 'demo',
  confirmedAt: now,
  sessionId: null,
});
