import { placeOf, seeded } from './seed.js';

/** A proposal that could be shown next. */
export interface DeckCard {
  id: string;
  /** All votes on it so far. */
  votes: number;
}

/** The ways of choosing what a voter is shown next, by name; the first is the usual one. */
export const DECK_ORDERS = ['least_known', 'polis_priority'] as const;
export type DeckOrder = (typeof DECK_ORDERS)[number];

export interface DeckInput {
  proposals: readonly DeckCard[];
  /** Seeds the order; one for each voter and consultation. */
  seed: string;
  /** Ids the voter has voted on, and ids of their own. */
  voted: ReadonlySet<string>;
  own: ReadonlySet<string>;
  /** Most to return. */
  limit: number;
  /** Left out, `least_known`. */
  order?: DeckOrder;
  /** For `polis_priority`: how much a statement is to be preferred, as `polisPriority` says; left out, all alike. */
  priority?: (id: string) => number;
}

/** Statements after which the deck offers to stop, and before one may see the live order. */
export const STOP_POINT = 10;

/** How well known a proposal is, by doublings: 0 votes, 1–2, 3–6, 7–14, 15–30 and so on. */
export function familiarity(votes: number): number {
  return 31 - Math.clz32(Math.min(votes, 0xfffffffe) + 1);
}

/**
 * How much Polis prefers to show a statement: more where it is agreed with, seldom passed on, pulls people
 * apart, and is new. `pull` is its length on the map (`pulls`). C. Small et al., "Polis: Scaling
 * deliberation by mapping high dimensional opinion spaces", Recerca 26(2), 2021, and the published
 * behaviour of the service. It only draws a deck, so its power of two need not recount to the last bit.
 */
export function polisPriority(statement: {
  agree: number;
  disagree: number;
  pass: number;
  pull: number;
}): number {
  const { agree, disagree, pass, pull } = statement;
  const votes = agree + disagree + pass;
  const importance = (1 - (pass + 1) / (votes + 2)) * (pull + 1) * ((agree + 1) / (votes + 2));
  return (importance * (1 + 8 * 2 ** (-votes / 5))) ** 2;
}

/** One after the other, each drawn with a chance in proportion to its weight among those left. */
function drawn(ids: readonly string[], weight: (id: string) => number, seed: string, most: number) {
  const random = seeded(seed);
  const left = [...ids].sort().map((id) => ({ id, weight: Math.max(0, weight(id)) }));
  const found: string[] = [];
  while (left.length > 0 && found.length < most) {
    let at = random() * left.reduce((sum, card) => sum + card.weight, 0);
    let pick = 0;
    for (let i = 0; i < left.length && at >= 0; i++) {
      if (left[i]?.weight === 0) continue;
      pick = i;
      at -= left[i]?.weight ?? 0;
    }
    found.push(...left.splice(pick, 1).map(({ id }) => id));
  }
  return found;
}

/**
 * Ids of the statements to show next. `least_known`: the least known first, by `familiarity`; within a
 * step of it in an order drawn from the seed, so that each voter meets them in another order and early
 * luck does not decide. A statement's place depends on the seed and its own id alone: a new one does not
 * shuffle the rest. Never by popularity. Total: equal draws go by id.
 *
 * `polis_priority`: drawn from the seed one by one, each with a chance in proportion to its `priority`;
 * those of priority 0 come last, by id. Work grows with `limit` times the proposals.
 */
export function nextStatements(input: DeckInput): string[] {
  const { proposals, seed, voted, own, limit, order = 'least_known', priority } = input;
  const most = Math.max(0, limit);
  const open = proposals.filter(({ id }) => !voted.has(id) && !own.has(id));
  if (order === 'polis_priority') {
    const ids = open.map(({ id }) => id);
    return drawn(ids, priority ?? (() => 1), seed, most);
  }
  return open
    .map(({ id, votes }) => ({ id, step: familiarity(votes), place: placeOf(`${seed}\n${id}`) }))
    .sort((a, b) => a.step - b.step || a.place - b.place || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}
