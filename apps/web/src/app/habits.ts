import type { DocumentNode, OperationVariables } from '@apollo/client';

/** What a page asks: one of the operations of this build. */
export interface Question {
  query: DocumentNode;
  variables: OperationVariables;
}

/**
 * What pages of a kind ask. A page is written again and again until it asks nothing new; what the last two of
 * its kind both asked is asked at once, so that most are written once. Two, because a convenor’s asks more.
 */
export interface Habits {
  /** Questions to begin with, of a page of that kind with that id in its address. */
  expected(kind: string, id: string): Question[];
  note(kind: string, id: string, questions: readonly Question[]): void;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** Stands for the id in the address; in no variable but for that. */
const PLACE = '{id of the address}';

interface Noted {
  query: DocumentNode;
  /** Variables as JSON, without the id. */
  pattern: string;
}

/** Null where variables tell of anything else, which another page would not ask about. */
function withoutId({ query, variables }: Question, id: string): Noted | null {
  const text = JSON.stringify(variables);
  const pattern = id ? text.replaceAll(id, PLACE) : text;
  return UUID.test(pattern) ? null : { query, pattern };
}

const isIn = (those: readonly Noted[], { query, pattern }: Noted) =>
  those.some((each) => each.query === query && each.pattern === pattern);

export function openHabits(): Habits {
  const kinds = new Map<string, { last: Noted[]; both: Noted[] }>();
  return {
    expected: (kind, id) =>
      (kinds.get(kind)?.both ?? []).map(({ query, pattern }) => ({
        query,
        variables: JSON.parse(pattern.replaceAll(PLACE, id)) as OperationVariables,
      })),
    note: (kind, id, questions) => {
      const last = questions.flatMap((question) => withoutId(question, id) ?? []);
      const before = kinds.get(kind)?.last ?? last;
      kinds.set(kind, { last, both: last.filter((each) => isIn(before, each)) });
    },
  };
}
