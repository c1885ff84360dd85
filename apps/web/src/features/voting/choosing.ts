/** A proposal that somebody chose, as far as their list shows it. */
export interface Chosen {
  id: string;
  statement: string;
}

/** Adds a proposal at the end; a full list, and one that is on it, stay as they are. */
export function choose(list: readonly Chosen[], item: Chosen, size: number): readonly Chosen[] {
  const isThere = list.some(({ id }) => id === item.id);
  return isThere || list.length >= size ? list : [...list, item];
}

/** Takes a proposal off the list. */
export function letGo(list: readonly Chosen[], id: string): readonly Chosen[] {
  return list.filter((item) => item.id !== id);
}

/** Moves a proposal up (−1) or down (1); at an end it stays where it is. */
export function move(list: readonly Chosen[], id: string, by: -1 | 1): readonly Chosen[] {
  const at = list.findIndex((item) => item.id === id);
  const [item, other] = [list[at], list[at + by]];
  if (!item || !other) return list;
  const moved = [...list];
  moved[at] = other;
  moved[at + by] = item;
  return moved;
}

/** A list that was chosen here and is not what Clarion has, or not yet known to be. */
export interface KeptBallot {
  consultationId: string;
  /** Of the consultation: named in a message if the list is refused elsewhere. */
  title: string;
  /** In order; none takes the ballot back. */
  chosen: readonly Chosen[];
  /** When it was made, in milliseconds: tells it from a later one. */
  at: number;
  /** draft: to be cast by a press, where that is final · waiting: to be sent · refused: was sent. */
  state: 'draft' | 'waiting' | 'refused';
  /** Why it was refused, and what to do. */
  refusal: { reason: string; message: string } | null;
}

/** Keeps a list; in each consultation only the last one. */
export function keep(kept: readonly KeptBallot[], ballot: KeptBallot): KeptBallot[] {
  return [...without(kept, ballot.consultationId), ballot];
}

/** Forgets what is kept of a consultation. */
export function without(kept: readonly KeptBallot[], consultationId: string): KeptBallot[] {
  return kept.filter((one) => one.consultationId !== consultationId);
}

/** After an answer: forgets the list that was taken, and marks the one that was refused. A later one stays. */
export function answer(
  kept: readonly KeptBallot[],
  sent: KeptBallot,
  refusal: KeptBallot['refusal'],
): KeptBallot[] {
  const isSent = (one: KeptBallot) =>
    one.consultationId === sent.consultationId && one.at === sent.at;
  return refusal
    ? kept.map((one) => (isSent(one) ? { ...one, state: 'refused', refusal } : one))
    : kept.filter((one) => !isSent(one));
}

/** What the browser kept. What cannot be read is left out: it may come from another version. */
export function parseKept(text: string): KeptBallot[] {
  try {
    const kept: unknown = JSON.parse(text || '[]');
    return Array.isArray(kept) ? kept.filter(isKeptBallot) : [];
  } catch {
    return [];
  }
}

const isChosen = (value: unknown): value is Chosen => {
  const { id, statement } = (value ?? {}) as Partial<Chosen>;
  return typeof id === 'string' && typeof statement === 'string';
};

function isKeptBallot(value: unknown): value is KeptBallot {
  if (typeof value !== 'object' || value === null) return false;
  const { consultationId, title, chosen, at, state, refusal } = value as Partial<KeptBallot>;
  return (
    typeof consultationId === 'string' &&
    typeof title === 'string' &&
    typeof at === 'number' &&
    ['draft', 'waiting', 'refused'].some((known) => known === state) &&
    (state !== 'refused' || typeof refusal?.message === 'string') &&
    Array.isArray(chosen) &&
    chosen.every(isChosen)
  );
}
