/** What one can say to a proposal. */
export const CHOICES = ['agree', 'disagree', 'pass'] as const;
export type Choice = (typeof CHOICES)[number];

/** Whether an answer met the point, said by somebody who backed the proposal. */
export const VERDICTS = ['yes', 'partly', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];
