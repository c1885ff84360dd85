import {
  type Outcome,
  refusal,
  refuseDueDay,
  refuseReason,
  refuseText,
  TEXT,
  ukDay,
} from '@clarion/deliberation';
import { changeKeptText, useKeptText } from '../../ui/useKeptText';

/** An answer while it is being written; kept on this device under its proposal until it is sent. */
export interface AnswerDraft {
  bodyId: string;
  outcome: Outcome | null;
  reason: string;
  nextStop: string;
  dueOn: string;
  mergedInto: { id: string; label: string } | null;
  referredToId: string;
}

export const emptyAnswer: AnswerDraft = {
  bodyId: '',
  outcome: null,
  reason: '',
  nextStop: '',
  dueOn: '',
  mergedInto: null,
  referredToId: '',
};

const keyOf = (proposalId: string) => `answer:${proposalId}`;

function read(text: string): Partial<AnswerDraft> {
  try {
    const kept: unknown = JSON.parse(text || '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

interface KeptAnswer {
  draft: AnswerDraft;
  change: (changes: Partial<AnswerDraft>) => void;
  forget: () => void;
}

/** What is typed survives closing the panel, going on to another item, and a reload. */
export function useAnswerDraft(proposalId: string, begin: Partial<AnswerDraft>): KeptAnswer {
  const { text, forget } = useKeptText(keyOf(proposalId));
  return {
    draft: { ...emptyAnswer, ...begin, ...read(text) },
    change: (changes) => changeAnswer(proposalId, changes),
    forget,
  };
}

/** Changes an answer that is being written from elsewhere: a number key chooses its outcome. */
export function changeAnswer(proposalId: string, changes: Partial<AnswerDraft>): void {
  changeKeptText(keyOf(proposalId), (text) => JSON.stringify({ ...read(text), ...changes }));
}

export const answerFields = [
  'bodyId',
  'outcome',
  'mergedIntoId',
  'referredToId',
  'reason',
  'nextStop',
  'dueOn',
] as const;
export type AnswerField = (typeof answerFields)[number];
export type AnswerFaults = Partial<Record<AnswerField, string>>;

/** What is still missing, at its fields and all at once; the API's own rules, asked beforehand. */
export function faultsIn(draft: AnswerDraft, now: Date): AnswerFaults {
  const { bodyId, outcome, reason, nextStop, dueOn, mergedInto, referredToId } = draft;
  const found: [AnswerField, string | null | undefined][] = [
    ['bodyId', bodyId ? null : 'Choose the body you answer for.'],
    ['outcome', outcome ? null : 'Choose what the answer is.'],
    [
      'mergedIntoId',
      outcome === 'merge' && !mergedInto ? refusal('merge_target_required').message : null,
    ],
    [
      'referredToId',
      outcome === 'refer' && !referredToId ? refusal('refer_target_required').message : null,
    ],
    ['reason', refuseReason(reason, 'reason', TEXT.reason.max)?.message],
    [
      'nextStop',
      nextStop.trim() === ''
        ? refusal('next_stop_required').message
        : refuseText(nextStop, TEXT.nextStop)?.message,
    ],
    ['dueOn', refuseDueDay(dueOn, ukDay(now))?.message],
  ];
  return Object.fromEntries(found.filter(([, message]) => message));
}
