import type { IconName } from '../../ui/Icon';

/** What each kind of step is drawn with; what the API may add later has a plain thread. */
const icons: Record<string, IconName> = {
  sent: 'send',
  checked: 'eye',
  edited: 'pen',
  withdrawn: 'undo',
  evidence_given: 'evidence',
  evidence_contested: 'warning',
  evidence_considered: 'eye',
  round_ranked: 'vote',
  decided: 'people',
  next_stop_done: 'agree',
  next_stop: 'calendar',
  merged_in: 'link',
  used_in_paragraph: 'feather',
  draft_published: 'paper',
  adopted: 'vote',
  verdicts: 'question',
  consultation_reported: 'paper',
  consultation_withdrawn: 'disagree',
  votes_close: 'calendar',
  answer_due: 'calendar',
  adoption_due: 'calendar',
};

export function iconOf(kind: string, state: 'done' | 'late' | 'next'): IconName {
  if (state === 'late') return 'clock';
  return icons[kind] ?? 'thread';
}

const links: Record<string, string> = {
  round_ranked: 'See the ranking of that round',
  merged_in: 'Read that proposal',
  used_in_paragraph: 'Read it in the draft',
  adopted: 'Read the draft as adopted',
  draft_published: 'Read the draft',
};

/** What the link of a step says. */
export const linkWords = (kind: string): string => links[kind] ?? 'Read more';

interface Step {
  kind: string;
  state: 'done' | 'late' | 'next';
  title: string;
  dueOn: string | null;
}

/** The promised days that are not over: for the reader's calendar. */
export function promisedDays<T extends Step>(steps: readonly T[]): (T & { dueOn: string })[] {
  return steps.flatMap((step) =>
    step.state !== 'done' && step.dueOn ? [{ ...step, dueOn: step.dueOn }] : [],
  );
}
