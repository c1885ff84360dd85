import { type Day, sayDay, ukDay } from './day.js';
import { OUTCOME_LABELS, overdueBy } from './decision.js';
import type { StoryAct, StoryLink, StoryPromise, StoryStepKind } from './story-act.js';
import type { Tally } from './tally.js';
import { count, list, ordinal, sayCount } from './words.js';

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

export interface StoryInput {
  /** In the order of the record. */
  acts: readonly StoryAct[];
  promises: readonly StoryPromise[];
  now: Date;
  /** Whether the viewer wrote it: then the story says "you". */
  isAuthor: boolean;
}

type ActOf<K extends StoryAct['kind']> = Extract<StoryAct, { kind: K }>;

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

/** What a kind of act adds to its step. */
type Telling = Partial<StoryStep> & { title: string };

function tellSent(act: ActOf<'sent'>, isAuthor: boolean): Telling {
  const who = isAuthor ? 'You' : (act.personName ?? 'Somebody');
  const onBehalf = act.bodyName ? ` for ${act.bodyName}` : '';
  const text = act.isImported
    ? 'It came with an import from another system.'
    : `${who} sent it${onBehalf}.`;
  return { title: 'Sent', text, values: { what: act.what } };
}

function tellRound(act: ActOf<'round_ranked'>): Telling {
  const { round, rank, isTied, total, votesNeeded, tally } = act;
  const place = rank === null ? '' : ordinal(rank);
  const came = isTied
    ? `shared ${place} place of ${sayCount(total)}`
    : `came ${place} of ${sayCount(total)}`;
  const waited =
    votesNeeded > 0
      ? `could not be ranked yet: it needed ${count(votesNeeded, 'more vote')}`
      : 'could not be ranked yet: its votes came from too few CLPs';
  return {
    title: 'Voted on',
    text: `In round ${round} it ${rank === null ? waited : came}.`,
    tally,
    values: { round, total, votesNeeded, ...(rank === null ? {} : { rank }) },
  };
}

function tellDecided(act: ActOf<'decided'>): Telling {
  const { outcome, target, office, isReplaced, reason, nextStop, dueOn, decisionId } = act;
  const into = outcome === 'merge' && target ? ` It goes into “${target}”` : '';
  const to = outcome === 'refer' && target ? ` It goes to ${target}` : '';
  const end = into || to ? '.' : '';
  const replaced = isReplaced ? ' A later answer has replaced this one.' : '';
  return {
    title: OUTCOME_LABELS[outcome],
    text: `${into}${to}${end}${replaced}`.trim() || null,
    reason,
    nextStop,
    dueOn,
    values: { outcome, decisionId, ...(office ? { office } : {}), ...(target ? { target } : {}) },
  };
}

function tellUsed(act: ActOf<'used_in_paragraph'>): Telling {
  const { paragraph, draftTitle, version, excerpt, note } = act;
  return {
    title: `Used in paragraph ${paragraph}`,
    text: `Draft ${version} of “${draftTitle}”.${note ? ` ${note}` : ''}`,
    excerpt,
    values: { paragraph, draftTitle, version },
  };
}

function tellAdopted(act: ActOf<'adopted'>): Telling {
  const votes = `${sayCount(act.for)} for, ${sayCount(act.against)} against, ${sayCount(act.abstained)} abstained`;
  return {
    title: 'Adopted',
    text: `Draft ${act.version} of “${act.draftTitle}” was adopted. ${act.meeting}: ${votes}.`,
    values: {
      draftTitle: act.draftTitle,
      version: act.version,
      for: act.for,
      against: act.against,
    },
  };
}

function tellVerdicts(act: ActOf<'verdicts'>): Telling {
  const said = list([
    `${sayCount(act.yes)} yes`,
    `${sayCount(act.partly)} partly`,
    `${sayCount(act.no)} no`,
  ]);
  const rest = act.notSaid > 0 ? `; ${sayCount(act.notSaid)} have not said yet` : '';
  return {
    title: 'Did this answer the point?',
    text: `Of those who backed it, ${said}${rest}.`,
    values: { yes: act.yes, partly: act.partly, no: act.no, notSaid: act.notSaid },
  };
}

function tell(act: StoryAct, isAuthor: boolean): Telling {
  switch (act.kind) {
    case 'sent':
      return tellSent(act, isAuthor);
    case 'checked':
      return { title: 'Checked', text: 'Read by a moderator and published with no change.' };
    case 'edited':
      return {
        title: 'Words changed',
        text: act.version
          ? `This is version ${act.version}. Votes on the earlier words are marked as such.`
          : 'The earlier words are kept.',
        reason: act.reason,
        values: act.version ? { version: act.version } : {},
      };
    case 'withdrawn':
      return {
        title: 'Taken back',
        text: `${isAuthor ? 'You took it back' : 'Its author took it back'}. It is kept, marked as such.`,
        reason: act.reason,
      };
    case 'evidence_given':
      return { title: 'Evidence given', text: act.claim };
    case 'evidence_contested':
      return { title: 'Evidence contested', text: act.text };
    case 'evidence_considered':
      return { title: 'Evidence considered', text: act.sentence };
    case 'round_ranked':
      return tellRound(act);
    case 'decided':
      return tellDecided(act);
    case 'next_stop_done':
      return { title: act.nextStop, text: act.note, values: { decisionId: act.decisionId } };
    case 'merged_in':
      return { title: 'Another proposal joined it', text: act.statement };
    case 'used_in_paragraph':
      return tellUsed(act);
    case 'draft_published':
      return {
        title: 'Draft published',
        text: `Draft ${act.version} of “${act.draftTitle}”.`,
        values: { draftTitle: act.draftTitle, version: act.version },
      };
    case 'adopted':
      return tellAdopted(act);
    case 'verdicts':
      return tellVerdicts(act);
    case 'consultation_reported':
      return { title: 'Reported', text: 'Every answer of this consultation has been given.' };
    case 'consultation_withdrawn':
      return { title: 'Consultation withdrawn', text: 'It ended early.', reason: act.reason };
  }
}

/** A day overdue, as it is said: "8 days overdue". */
export function sayOverdue(days: number): string {
  return `${count(days, 'day')} overdue`;
}

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
