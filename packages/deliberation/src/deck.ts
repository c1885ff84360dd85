import { placeOf } from './seed.js';

/** A proposal that could be shown next. */
export interface DeckCard {
  id: string;
  /** All votes on it so far. */
  votes: number;
}

export interface DeckInput {
  proposals: readonly DeckCard[];
  /** Seeds the order; one for each voter and consultation. */
  seed: string;
  /** Ids the voter has voted on, and ids of their own. */
  voted: ReadonlySet<string>;
  own: ReadonlySet<string>;
  /** Most to return. */
  limit: number;
}

/** Statements after which the deck offers to stop, and before one may see the live order. */
export const STOP_POINT = 10;

/** How well known a proposal is, by doublings: 0 votes, 1–2, 3–6, 7–14, 15–30 and so on. */
export function familiarity(votes: number): number {
  return 31 - Math.clz32(Math.min(votes, 0xfffffffe) + 1);
}

/**
 * Ids of the statements to show next: the least known first, by `familiarity`; within a step of it in
 * an order drawn from the seed, so that each voter meets them in another order and early luck does not
 * decide. A statement's place depends on the seed and its own id alone: a new one does not shuffle the
 * rest. Never by popularity. Total: equal draws go by id.
 */
export function nextStatements({ proposals, seed, voted, own, limit }: DeckInput): string[] {
  return proposals
    .filter(({ id }) => !voted.has(id) && !own.has(id))
    .map(({ id, votes }) => ({ id, step: familiarity(votes), place: placeOf(`${seed}\n${id}`) }))
    .sort((a, b) => a.step - b.step || a.place - b.place || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map(({ id }) => id);
}
