import { list } from './words.js';

/** A subject that members may choose; it outlives the commissions, whose names change. */
export interface Interest {
  key: string;
  name: string;
  /** As it reads in a sentence: "because you chose health". */
  word: string;
}

/** The interests one may choose from, in the order shown. Bodies of kind policy commission name theirs by key. */
export const INTERESTS = [
  { key: 'health', name: 'Health and social care', word: 'health' },
  { key: 'housing', name: 'Housing and communities', word: 'housing' },
  { key: 'energy', name: 'Energy and environment', word: 'energy and environment' },
  { key: 'work', name: 'Work and the economy', word: 'work' },
  { key: 'education', name: 'Education and early years', word: 'education' },
  { key: 'transport', name: 'Transport', word: 'transport' },
] as const satisfies readonly Interest[];
export type InterestKey = (typeof INTERESTS)[number]['key'];

/** Who looks: what they chose, and where they are. */
export interface ForWhom {
  interests: readonly string[];
  clpId?: string | null;
  regionId?: string | null;
}

/** What is looked at: the interests of its commissions, and the bodies that put it. */
export interface ForWhat {
  commissionInterests: readonly (string | null)[];
  /** The body that put it, where that is a CLP or region. */
  place?: { id: string; name: string } | null;
}

/** Why something is shown to somebody. */
export interface ForYou {
  kind: 'interest' | 'place';
  /** The interests or the place it rests on. */
  words: string[];
  sentence: string;
}

/**
 * Why a consultation is for somebody in particular, from nothing but what they stated and where they
 * are; empty when it is not. Never from how they voted.
 */
export function whyForYou(who: ForWhom, what: ForWhat): ForYou[] {
  const reasons: ForYou[] = [];
  const words = INTERESTS.filter(
    ({ key }) => who.interests.includes(key) && what.commissionInterests.includes(key),
  ).map(({ word }) => word);
  if (words.length > 0) {
    reasons.push({
      kind: 'interest',
      words,
      sentence: `For you because you chose ${list(words)}.`,
    });
  }
  const { place } = what;
  if (place && (place.id === who.clpId || place.id === who.regionId)) {
    const sentence = `For you because you are in ${place.name}.`;
    reasons.push({ kind: 'place', words: [place.name], sentence });
  }
  return reasons;
}
