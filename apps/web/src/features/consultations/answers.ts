import { formatNumber, listOf, plural } from '../../ui/numbers';

interface Answers {
  answered: number;
  of: number;
  accepted: number;
  acceptedInPart: number;
  notTakenForward: number;
  merged: number;
  referred: number;
}

/** "It accepted 11, accepted 5 in part and did not take 4 forward." */
export function sayAnswers(answers: Answers): string {
  const { accepted, acceptedInPart, merged, referred, notTakenForward } = answers;
  const parts = [
    accepted > 0 && `accepted ${formatNumber(accepted)}`,
    acceptedInPart > 0 && `accepted ${formatNumber(acceptedInPart)} in part`,
    merged > 0 && `merged ${formatNumber(merged)} into others`,
    referred > 0 && `referred ${formatNumber(referred)} to another body`,
    notTakenForward > 0 && `did not take ${formatNumber(notTakenForward)} forward`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `It ${listOf(parts)}.` : 'It has not answered any yet.';
}

/** "The commission answered all of the top 20: it accepted 11, …" */
export function sayOutcome(answers: Answers, who: string): string {
  const { answered, of } = answers;
  const subject = who.charAt(0).toUpperCase() + who.slice(1);
  if (of === 0) return `${subject} had nothing to answer.`;
  const how =
    answered >= of ? `all of the top ${of}` : `${formatNumber(answered)} of the top ${of}`;
  if (answered === 0) return `${subject} has not answered any of the top ${of} yet.`;
  const said = sayAnswers(answers);
  return `${subject} answered ${how}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}

/**
 * "3 minutes: 10 statements": about 18 seconds each, ten at a sitting. Null when all are answered.
 * One's own are not voted on, so that only the deck knows how many are left.
 */
export function sayVoting(proposalCount: number, votedOn: number): string | null {
  if (proposalCount <= votedOn) return null;
  if (votedOn > 0) return 'Go on voting';
  const statements = Math.min(10, proposalCount);
  const minutes = Math.max(1, Math.round(statements * 0.3));
  return `${plural(minutes, 'minute')}: ${plural(statements, 'statement')}`;
}
