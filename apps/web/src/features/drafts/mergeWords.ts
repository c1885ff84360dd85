import type { Conflict, Words, WrittenParagraph } from './editor';

/** The words alone: without blanks that the server trims, and without labels, which ranks change. */
const wordsOnly = (key: string, value: unknown) => {
  if (key === 'label' || key === 'title') return undefined;
  return typeof value === 'string' ? value.trim() : value;
};
const plain = (value: unknown) => JSON.stringify(value, wordsOnly);
const same = (a: unknown, b: unknown) => plain(a) === plain(b);

interface Merged {
  words: Words;
  conflicts: Conflict[];
}

type ById = ReadonlyMap<string, WrittenParagraph>;

const byId = ({ paragraphs }: Words): ById => new Map(paragraphs.map((one) => [one.id, one]));

/** Mine where only I changed it, theirs where only they did; where both did, mine, and a conflict. */
function mergeParagraph(
  base: WrittenParagraph | undefined,
  mine: WrittenParagraph,
  theirs: WrittenParagraph,
): { paragraph: WrittenParagraph; isConflict: boolean } {
  if (same(mine, theirs) || same(theirs, base)) return { paragraph: mine, isConflict: false };
  if (same(mine, base)) return { paragraph: theirs, isConflict: false };
  return { paragraph: mine, isConflict: true };
}

/** My own order where I moved something and they did not; else theirs, with my new ones after what they followed. */
function mergeOrder(base: Words, mine: Words, theirs: Words, kept: ReadonlySet<string>): string[] {
  const ids = (words: Words) => words.paragraphs.map(({ id }) => id).filter((id) => kept.has(id));
  const shared = new Set(
    ids(base).filter((id) => ids(theirs).includes(id) && ids(mine).includes(id)),
  );
  const orderOf = (words: Words) => ids(words).filter((id) => shared.has(id));
  const isMoreMine = same(orderOf(theirs), orderOf(base));
  const [first, second] = isMoreMine ? [ids(mine), ids(theirs)] : [ids(theirs), ids(mine)];
  const order = [...first];
  second.forEach((id, place) => {
    if (order.includes(id)) return;
    const before = second.slice(0, place).findLast((one) => order.includes(one));
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, id);
  });
  return order;
}

/**
 * Joins what I wrote with what somebody else saved meanwhile, both from `base`. A paragraph that one of
 * us deleted goes, unless the other changed it. Nothing that either of us typed is dropped.
 */
export function mergeWords(base: Words, mine: Words, theirs: Words): Merged {
  const [inBase, inMine, inTheirs] = [byId(base), byId(mine), byId(theirs)];
  const conflicts: Conflict[] = [];
  const merged = new Map<string, WrittenParagraph>();
  for (const id of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const [was, here, there] = [inBase.get(id), inMine.get(id), inTheirs.get(id)];
    if (here && there) {
      const { paragraph, isConflict } = mergeParagraph(was, here, there);
      merged.set(id, paragraph);
      if (isConflict) conflicts.push({ at: 'paragraph', id, theirs: there });
      continue;
    }
    const only = here ?? there;
    if (only && !(was && same(only, was))) merged.set(id, only);
  }
  const heads = { title: mine.title, summary: mine.summary };
  for (const field of ['title', 'summary'] as const) {
    if (same(mine[field], theirs[field]) || same(theirs[field], base[field])) continue;
    if (same(mine[field], base[field])) heads[field] = theirs[field];
    else conflicts.push({ at: field, theirs: theirs[field] });
  }
  const order = mergeOrder(base, mine, theirs, new Set(merged.keys()));
  const paragraphs = order.flatMap((id) => merged.get(id) ?? []);
  return { words: { ...heads, paragraphs }, conflicts };
}
