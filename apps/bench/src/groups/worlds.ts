import type { Shape } from './planted-votes.js';

/** The two sizes that have targets, in the shapes of real deliberations. */
export const WORLDS = {
  '100,000 × 1,000': {
    people: 100_000,
    statements: 1_000,
    votes: 3_000_000,
    groups: 2,
    seed: 'a hundred thousand',
  },
  '1,000,000 × 2,000': {
    people: 1_000_000,
    statements: 2_000,
    votes: 20_000_000,
    groups: 2,
    seed: 'a million',
  },
} satisfies Record<string, Shape>;

export type WorldName = keyof typeof WORLDS;

/** Small ones with as many votes a voter as real ones, to see whether planted groups are found. */
export const PLANTED: readonly Shape[] = [2, 3, 4, 5].map((groups) => ({
  people: 20_000,
  statements: 1_000,
  votes: 1_200_000,
  groups,
  seed: `planted ${groups}`,
}));
