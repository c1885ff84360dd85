import { sayDay, ukDay } from './day.js';
import type { StoryStepKind } from './story-act.js';
import { type StoryStep, sayOverdue } from './story-step.js';
import { sayCount } from './words.js';

/** Where a story has got to: its latest step, what is next and by when, and whether a day has passed. */
export interface StoryInBrief {
  latest: string;
  next: string | null;
  isLate: boolean;
  /** Where it stands, in a sentence: "Accepted in part, one step late, one step to go." */
  standing: string;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function someSteps(n: number, rest: string): string[] {
  if (n === 0) return [];
  return [`${SMALL[n] ?? sayCount(n)} ${n === 1 ? 'step' : 'steps'} ${rest}`];
}

/** The steps that say where a contribution stands, the most telling first. */
const TELLING: readonly StoryStepKind[] = [
  'withdrawn',
  'consultation_withdrawn',
  'adopted',
  'used_in_paragraph',
  'decided',
  'round_ranked',
];

function standingOf(steps: readonly StoryStep[]): string {
  const done = steps.filter(({ state }) => state === 'done');
  const shown = done.findLast(({ kind }) => kind === 'hidden' || kind === 'restored');
  if (shown?.kind === 'hidden') return shown.title;
  for (const kind of TELLING) {
    const found = done.findLast((step) => step.kind === kind);
    if (found) return found.title;
  }
  return done.at(-1)?.title ?? 'Not sent yet';
}

/** A story in brief, from the steps of `tellStory`. */
export function inBrief(steps: readonly StoryStep[]): StoryInBrief {
  const done = steps.filter(({ state }) => state === 'done');
  const late = steps.filter(({ state }) => state === 'late');
  const next = steps.filter(({ state }) => state === 'next');
  const last = done.at(-1);
  const ahead = late[0] ?? next[0] ?? null;
  const parts = [
    standingOf(steps),
    ...someSteps(late.length, 'late'),
    ...someSteps(next.length, 'to go'),
  ];
  return {
    latest: last ? sayLatest(last) : 'Nothing has happened yet.',
    next: ahead ? sayNext(ahead) : null,
    isLate: late.length > 0,
    standing: `${parts.join(', ')}.`,
  };
}

function sayLatest(step: StoryStep): string {
  const day = step.at ? `, ${sayDay(ukDay(step.at))}` : '';
  const body = step.bodyName ? ` (${step.bodyName})` : '';
  return `${step.title}${body}${day}.`;
}

function sayNext(step: StoryStep): string {
  const body = step.bodyName ? ` (${step.bodyName})` : '';
  const due = step.dueOn ? sayDay(step.dueOn) : '';
  return step.state === 'late'
    ? `${step.title}${body} was due on ${due}: ${sayOverdue(step.overdueDays)}.`
    : `${step.title}${body}, by ${due}.`;
}
