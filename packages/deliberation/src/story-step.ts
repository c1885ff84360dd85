import type { Day } from './day.js';
import type { StoryLink, StoryStepKind } from './story-act.js';
import type { Tally } from './tally.js';
import { count } from './words.js';

/** It happened; it was promised and the day has passed; it is still to come. */
export type StoryState = 'done' | 'late' | 'next';

/** A step of a story. `kind` and `values` are the data; `title` and `text` are the same in English. */
export interface StoryStep {
  kind: StoryStepKind;
  state: StoryState;
  title: string;
  at: Date | null;
  dueOn: Day | null;
  overdueDays: number;
  bodyName: string | null;
  personName: string | null;
  text: string | null;
  reason: string | null;
  nextStop: string | null;
  tally: Tally | null;
  excerpt: string | null;
  link: StoryLink | null;
  values: Record<string, string | number>;
}

/** A day overdue, as it is said: "8 days overdue". */
export function sayOverdue(days: number): string {
  return `${count(days, 'day')} overdue`;
}
