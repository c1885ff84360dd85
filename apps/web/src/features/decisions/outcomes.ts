import { OUTCOME_LABELS, OUTCOMES, type Outcome } from '@clarion/deliberation';
import type { Tone } from '../../ui/Chip';
import type { IconName } from '../../ui/Icon';

/** How each answer is marked: its own icon and word, and only then its colour. */
export const outcomeLooks: Record<Outcome, { icon: IconName; tone: Tone }> = {
  accept: { icon: 'agree', tone: 'agree' },
  accept_in_part: { icon: 'pen', tone: 'agree' },
  merge: { icon: 'link', tone: 'evidence' },
  refer: { icon: 'send', tone: 'evidence' },
  not_take_forward: { icon: 'disagree', tone: 'disagree' },
};

export const sayOutcome = (outcome: Outcome): string => OUTCOME_LABELS[outcome];

/** As it is chosen: what the body would do, and what that means. */
export const outcomeChoices: readonly { value: Outcome; label: string; hint: string }[] = [
  { value: 'accept', label: 'Accept', hint: 'It goes forward as it is.' },
  {
    value: 'accept_in_part',
    label: 'Accept in part',
    hint: 'Some of it goes forward. The reason says what does not.',
  },
  { value: 'merge', label: 'Merge', hint: 'It goes on inside another proposal.' },
  { value: 'refer', label: 'Refer', hint: 'Another body has to answer it.' },
  {
    value: 'not_take_forward',
    label: 'Do not take forward',
    hint: 'It stops here, with a reason.',
  },
];

/** The answer that a number key chooses: 1 to 5 in the order of the form. */
export function outcomeForKey(key: string): Outcome | null {
  return OUTCOMES[Number(key) - 1] ?? null;
}
