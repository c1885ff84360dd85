import { classes } from '../../ui/classes';
import { formatNumber } from '../../ui/numbers';

/** More places than this are not drawn one by one. */
const DRAWN = 12;

/** "3 of 5 chosen", with a small slip for each place. */
export function ChosenCount({ count, size }: { count: number; size: number }) {
  return (
    <p className="flex items-center gap-3.5 text-small">
      {size <= DRAWN && (
        <span aria-hidden="true" className="flex flex-1 items-center gap-1">
          {Array.from({ length: size }, (_, index) => index).map((place) => (
            <span
              key={place}
              className={classes(
                'h-3 flex-1 rounded-xs border',
                place < count ? 'border-claret bg-claret' : 'border-edge bg-fold',
              )}
            />
          ))}
        </span>
      )}
      <span className="tabular-nums">
        <b>{formatNumber(count)}</b> of {formatNumber(size)} chosen
      </span>
    </p>
  );
}
