import { type Day, ukDay } from './day.js';
import { overdueBy } from './decision.js';
import type { StoryAct, StoryPromise } from './story-act.js';
import { type StoryState, type StoryStep, sayOverdue } from './story-step.js';
import { tell } from './story-telling.js';

export interface StoryInput {
  /** In the order of the record. */
  acts: readonly StoryAct[];
  promises: readonly StoryPromise[];
  now: Date;
  /** Whether the viewer wrote it: then the story says "you". */
  isAuthor: boolean;
}

const EMPTY = {
  at: null,
  dueOn: null,
  overdueDays: 0,
  bodyName: null,
  personName: null,
  text: null,
  reason: null,
  nextStop: null,
  tally: null,
  excerpt: null,
  link: null,
  values: {},
};

function promised(
  step: Pick<StoryStep, 'kind' | 'title' | 'bodyName' | 'personName' | 'values'>,
  dueOn: Day,
  now: Date,
): StoryStep {
  const overdueDays = overdueBy(dueOn, now, null);
  const state = overdueDays > 0 ? 'late' : 'next';
  const text = overdueDays > 0 ? `${sayOverdue(overdueDays)}.` : null;
  return { ...EMPTY, ...step, state, dueOn, overdueDays, text };
}

const PROMISE_TITLES: Record<StoryPromise['kind'], string> = {
  votes_close: 'Voting closes',
  answer_due: 'An answer is due',
  adoption_due: 'Vote on the draft',
  appeal_due: 'Another moderator answers the appeal',
};

/** Whether a promise still stands, after what happened. */
function isPending(promise: StoryPromise, acts: readonly StoryAct[], now: Date): boolean {
  const happened = (kind: StoryAct['kind']) => acts.some((act) => act.kind === kind);
  if (happened('withdrawn') || happened('consultation_withdrawn')) return false;
  switch (promise.kind) {
    case 'votes_close':
      return promise.dueOn >= ukDay(now);
    case 'answer_due':
      return !happened('decided');
    case 'adoption_due':
      return !happened('adopted');
    case 'appeal_due':
      return true;
  }
}

function nextStops(acts: readonly StoryAct[], now: Date): StoryStep[] {
  const told = new Set(
    acts.flatMap((act) => (act.kind === 'next_stop_done' ? [act.decisionId] : [])),
  );
  return acts.flatMap((act) => {
    if (act.kind !== 'decided' || told.has(act.decisionId)) return [];
    const { nextStop, dueOn, doneAt, doneNote, bodyName, personName, decisionId } = act;
    const step = {
      kind: 'next_stop' as const,
      title: nextStop,
      bodyName,
      personName,
      values: { decisionId },
    };
    if (doneAt)
      return [{ ...EMPTY, ...step, state: 'done' as const, at: doneAt, dueOn, text: doneNote }];
    return act.isReplaced ? [] : [promised(step, dueOn, now)];
  });
}

/**
 * Everything that happened to one contribution and everything still promised. First what is done, by
 * time and then in the order of the record; then what is late, then what is next, each by its day. A
 * next stop is a step of its own: done, late or still to come. Promises end with a withdrawal, and an
 * answer that was replaced promises nothing. Throws RangeError for a day that is none.
 */
export function tellStory({ acts, promises, now, isAuthor }: StoryInput): StoryStep[] {
  const happened = acts.map((act): StoryStep => {
    const { kind, at, personName, bodyName, link = null } = act;
    const step = { kind, state: 'done' as const, at, personName, bodyName, link };
    return { ...EMPTY, ...step, ...tell(act, isAuthor) };
  });
  const owed = promises
    .filter((promise) => isPending(promise, acts, now))
    .map(({ kind, dueOn, bodyName }) =>
      promised(
        { kind, title: PROMISE_TITLES[kind], bodyName, personName: null, values: {} },
        dueOn,
        now,
      ),
    );
  const steps = [...happened, ...nextStops(acts, now), ...owed];
  const ORDER: Record<StoryState, number> = { done: 0, late: 1, next: 2 };
  const when = (step: StoryStep) => step.at?.getTime() ?? 0;
  return steps.sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      when(a) - when(b) ||
      (a.state === 'done' || a.dueOn === b.dueOn ? 0 : (a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1),
  );
}
