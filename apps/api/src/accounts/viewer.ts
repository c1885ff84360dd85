import type { OfficeHeld, Standing } from '@clarion/deliberation';

/** The person who is signed in, with everything the rules ask about them. */
export interface Viewer {
  id: string;
  displayName: string;
  standing: Standing;
  joinedOn: string;
  clpId: string | null;
  clpName: string | null;
  regionId: string | null;
  regionName: string | null;
  interests: string[];
  skills: string[];
  /** In office today. */
  offices: OfficeHeld[];
}
