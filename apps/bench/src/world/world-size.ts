/** How much of everything a world of so many members holds. */
export interface WorldSize {
  members: number;
  /** Those of them who vote and write in a cycle. */
  active: number;
  clps: number;
  consultations: number;
  proposals: number;
  votes: number;
  /** Of the consultation that everybody looks at; the others share the rest. */
  hot: { proposals: number; voters: number; votes: number };
  /** Comments of the two longest threads, to be compared; the other proposals have some each. */
  threads: readonly [number, number];
}

/** The scale to build for: ten million votes, and every count in proportion to the members. */
const FULL = 1_000_000;

const LONGEST_THREAD = 100_000;

export const FEWEST_MEMBERS = 1_000;
export const MOST_MEMBERS = 2_000_000;

/** Sizes for so many members. Throws RangeError for fewer or more than can be made. */
export function sizeOf(members: number): WorldSize {
  if (!Number.isInteger(members) || members < FEWEST_MEMBERS || members > MOST_MEMBERS) {
    throw new RangeError(`A world has ${FEWEST_MEMBERS} to ${MOST_MEMBERS} members.`);
  }
  const share = members / FULL;
  const part = (whole: number, least: number) => Math.max(least, Math.round(whole * share));
  const active = part(200_000, 200);
  return {
    members,
    active,
    clps: part(650, 20),
    consultations: part(300, 10),
    proposals: part(30_000, 300),
    votes: part(10_000_000, 10_000),
    // Its proposals grow less than its voters: nobody writes what is there already.
    hot: {
      proposals: part(1_000, 100),
      voters: Math.round(active * 0.3),
      votes: part(3_000_000, 3_000),
    },
    threads: [Math.min(LONGEST_THREAD, members), 1_000],
  };
}
