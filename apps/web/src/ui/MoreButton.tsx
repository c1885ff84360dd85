import { Button } from './Button';
import { formatNumber } from './numbers';

interface Props {
  /** What is listed, in the plural: proposals. */
  noun: string;
  shown: number;
  total?: number;
  hasMore: boolean;
  pending?: boolean;
  onMore: () => void;
}

/** "Showing 20 of 143 proposals", and a button for more. Lists never grow by themselves. */
export function MoreButton({ noun, shown, total, hasMore, pending, onMore }: Props) {
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
      {hasMore && (
        <Button variant="line" onClick={onMore} pending={pending} pendingLabel="Fetching more">
          Show more {noun}
        </Button>
      )}
      {total !== undefined && total > 0 && (
        <p className="text-small text-ink-2 tabular-nums" role="status">
          Showing {formatNumber(shown)} of {formatNumber(total)} {noun}
        </p>
      )}
    </div>
  );
}
