/** How a person belongs to the party: full member, supporter through a union or society, registered supporter. */
export const STANDINGS = ['member', 'affiliated_supporter', 'registered_supporter'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The standings in the plural, as they read in a sentence: "members may vote". */
export const STANDING_PLURALS: Record<Standing, string> = {
  member: 'members',
  affiliated_supporter: 'affiliated supporters',
  registered_supporter: 'registered supporters',
};
