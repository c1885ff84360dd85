import type { OfficeHeld, Standing } from '@clarion/deliberation';

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
  clpId: string | null;
  clpName: string | null;
  regionId: string | null;
  regionName: string | null;
  interests: string[];
  skills: string[];
  /** In office today; none once their membership has lapsed. */
  offices: OfficeHeld[];
}
