import type { DraftStatus } from '../../graphql/generated/graphql';
import { formatDate } from '../../ui/dates';
import { formatNumber, plural } from '../../ui/numbers';

const was = (n: number) => (n === 1 ? 'was' : 'were');

/** "46 paragraphs: 41 came from what members and societies sent, 5 were added by the drafters." */
export function countsSentence(total: number, sourced: number, own: number): string {
  if (total === 0) return 'No paragraph has been written yet.';
  const without = total - sourced - own;
  const parts = [
    `${formatNumber(sourced)} came from what members and societies sent`,
    ...(own > 0 ? [`${formatNumber(own)} ${was(own)} added by the drafters`] : []),
    ...(without > 0
      ? [`${formatNumber(without)} ${without === 1 ? 'does' : 'do'} not show a source yet`]
      : []),
  ];
  return `${plural(total, 'paragraph')}: ${parts.join(', ')}.`;
}

interface Version {
  number: number;
  status: DraftStatus;
  publishedAt?: string | null;
}

/** "draft 2 of 18 May 2026", "draft 3, being written". */
export function versionName({ number, status, publishedAt }: Version): string {
  if (status === 'working' || !publishedAt) return `draft ${number}, being written`;
  return `draft ${number} of ${formatDate(publishedAt, 'year')}`;
}

interface Adoption {
  meeting: string;
  for: number;
  against: number;
  abstained: number;
}

/** "Annual meeting, Leeds: 112 for, 31 against, 4 abstained." */
export function adoptionSentence(adoption: Adoption): string {
  const { meeting, against, abstained } = adoption;
  const counts = [
    `${formatNumber(adoption.for)} for`,
    `${formatNumber(against)} against`,
    `${formatNumber(abstained)} abstained`,
  ];
  return `${meeting}: ${counts.join(', ')}.`;
}
