/** The published ways of ordering proposals, named and versioned: a change of formula is a new version. */
export const LENS_IDS = ['support@1', 'common-ground@1', 'breadth@1', 'priorities@1'] as const;
export type LensId = (typeof LENS_IDS)[number];

export interface Lens {
  id: LensId;
  name: string;
  /** The question it answers, as it stands on the switch. */
  question: string;
  /** What it measures, in a sentence. */
  measure: string;
}

/** All lenses in the order in which they are shown. */
export const LENSES: readonly Lens[] = [
  {
    id: 'support@1',
    name: 'Support',
    question: 'How many agree?',
    measure:
      'The share of those who chose who agree, taken at the cautious end: the lower bound of the 95% Wilson score interval.',
  },
  {
    id: 'common-ground@1',
    name: 'Common ground',
    question: 'Do people who usually differ agree on it?',
    measure:
      'Agreement in every opinion group at once: the geometric mean over groups of (agrees + 1) / (votes + 2).',
  },
  {
    id: 'breadth@1',
    name: 'Breadth',
    question: 'Is it carried across the country?',
    measure:
      'The mean of two shares: of all regions, and of CLPs with enough voters, those in which more agree than disagree.',
  },
  {
    id: 'priorities@1',
    name: 'Priorities',
    question: 'What matters most to people?',
    measure:
      'The proposals that voters marked as mattering most, with every strand in proportion: sequential Phragmén.',
  },
];

/** The lens of that id. Throws RangeError when there is none. */
export function lensOf(id: string): Lens {
  const found = LENSES.find((lens) => lens.id === id);
  if (!found) throw new RangeError(`There is no lens called ${id}.`);
  return found;
}
