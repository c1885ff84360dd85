type Variables = Readonly<Record<string, unknown>>;

/** Levels in the variables of a page: filters are objects, and may hold lists. */
const MOST_LEVELS = 4;
/** Letters of variables and interests; a page that many look at sends under 500. */
const LONGEST = 2_000;

/** Whether a value has no more levels. Looks no deeper: a request may hold more than there is stack for. */
const isFlat = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isFlat(inner, levels - 1)));

/** By what a question is known to those who ask the same; null where no page asks so, so that nobody shares it. */
export function keyOf(
  document: number,
  variables: Variables,
  interests: readonly string[],
): string | null {
  if (!isFlat(variables, MOST_LEVELS)) return null;
  const rest = JSON.stringify([variables, interests]);
  return rest.length > LONGEST ? null : `${document} ${rest}`;
}
