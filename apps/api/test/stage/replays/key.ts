import type { Person, Stage } from '../stage.js';

/** One thing to be made, by whoever makes it. The document calls what comes back `answer`. */
export interface Key {
  by: Pick<Person, 'id' | 'send'>;
  document: string;
  variables: Record<string, unknown>;
}

/** Things of one kind, and how they are counted. */
export interface Creating<Each extends Key = Key> {
  keys: Each[];
  /** What there is of it, in SQL: one more for each key. */
  counted: string;
}

/** Makes a world in which so many things of one kind can be made, and says what is sent for each. */
export type Make = (on: Stage, count: number) => Promise<Creating>;

/** How often each thing is sent, all at once; and how many things are on their way at once. */
export const TIMES = 10;
const AT_ONCE = 4;

export const REFUSAL = '... on Refusal { reason message }';

export const many = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

/** The one of these whose turn it is: each in turn, and from the beginning again. */
export const turn = <T>(of: readonly T[], index: number): T => of[index % of.length] as T;

/** Sends every key so often at once. Answers how each was answered, differences and all. */
export async function replay(keys: readonly Key[], times = TIMES): Promise<unknown[][]> {
  const answers: unknown[][] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE).map(({ by, document, variables }) =>
      Promise.all(
        many(times, async () => {
          const { data, errors } = await by.send(document, variables);
          return errors ?? data?.['answer'];
        }),
      ),
    );
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}

/** Makes what something else rests on: each once. */
export async function made<Each extends Key>(creating: Promise<Creating<Each>>): Promise<Each[]> {
  const { keys } = await creating;
  for (const [answer] of await replay(keys, 1)) {
    const { __typename } = answer as { __typename?: string };
    if (!__typename || __typename === 'Refusal') throw new Error(JSON.stringify(answer));
  }
  return keys;
}
