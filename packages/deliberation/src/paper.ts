import { type Day, isDay, ukDay } from './day.js';
import { firstRefusal } from './eligibility.js';
import { type Refusal, refusal } from './refusal.js';
import { QUESTIONS_MAX, refuseText, TEXT } from './text.js';

/** A consultation's paper and frame as the convenor writes it. */
export interface Paper {
  title: string;
  question: string;
  paper: string;
  questions: readonly string[];
  commissionIds: readonly string[];
  votesUntil: Date;
  answersBy: Day;
}

/**
 * Refuses a paper: texts, questions, no commission where `needsCommission` (a national one), answers
 * due before voting closes, and voting that would close before `now`, when given.
 */
export function refusePaper(paper: Paper, needsCommission: boolean, now?: Date): Refusal | null {
  const { questions, commissionIds, votesUntil, answersBy } = paper;
  return firstRefusal(
    refuseText(paper.title, TEXT.title),
    refuseText(paper.question, TEXT.question),
    refuseText(paper.paper, TEXT.paper),
    questions.length > QUESTIONS_MAX
      ? refusal('too_many', { field: 'questions', label: 'the questions', max: QUESTIONS_MAX })
      : null,
    ...questions.map((question) => refuseText(question, TEXT.questionAsked)),
    needsCommission && commissionIds.length === 0
      ? refusal('commission_required', { field: 'commissionIds' })
      : null,
    refuseDates(votesUntil, answersBy, now),
  );
}

function refuseDates(votesUntil: Date, answersBy: Day, now?: Date): Refusal | null {
  if (Number.isNaN(votesUntil.getTime())) {
    return refusal('due_date_required', { field: 'votesUntil' });
  }
  if (!isDay(answersBy)) return refusal('due_date_required', { field: 'answersBy' });
  const closes = ukDay(votesUntil);
  if (now && votesUntil.getTime() <= now.getTime()) {
    return refusal('due_date_past', { field: 'votesUntil', day: closes });
  }
  return answersBy < closes ? refusal('dates_out_of_order', { field: 'answersBy' }) : null;
}
