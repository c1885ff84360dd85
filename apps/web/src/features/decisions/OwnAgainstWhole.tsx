import { percent, plural } from '../../ui/numbers';
import type { QueueRow } from './queueItem';

interface Counts {
  agree: number;
  disagree: number;
}

const shareOf = ({ agree, disagree }: Counts): number | null =>
  agree + disagree === 0 ? null : agree / (agree + disagree);

/** "6 points above all", rounded as the two shares are that stand beside it. */
function sayDifference(own: number, whole: number): string {
  const points = Math.round(own * 100) - Math.round(whole * 100);
  if (points === 0) return 'as in all';
  return `${plural(Math.abs(points), 'point')} ${points > 0 ? 'above' : 'below'} all`;
}

/** The region's share of agreement against that of the whole; nothing that tells of fewer than ten. */
export function OwnAgainstWhole({ row, named }: { row: QueueRow; named?: boolean }) {
  const { own, tally } = row;
  if (!own) return null;
  const name = named ? `${own.region.name}: ` : '';
  if (!own.tally) {
    const few = 'fewer than 10, so not shown';
    return <span className="text-ink-2">{named ? name + few : few.replace('fewer', 'Fewer')}</span>;
  }
  const [part, whole] = [shareOf(own.tally), shareOf(tally)];
  if (part === null || whole === null) {
    return (
      <span className="text-ink-2">
        {name}
        {named ? 'nobody' : 'Nobody'} agreed or disagreed
      </span>
    );
  }
  return (
    <span>
      {name}
      <b>{percent(part)}</b> agree, {sayDifference(part, whole)}
    </span>
  );
}
