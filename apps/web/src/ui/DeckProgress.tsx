import { classes } from './classes';

/** How far one is through a deck: ten small slips and a figure. */
export function DeckProgress({ at, of }: { at: number; of: number }) {
  return (
    <div className="flex items-center gap-3.5 text-small">
      <ol aria-hidden="true" className="flex flex-1 items-center gap-1">
        {Array.from({ length: of }, (_, index) => index + 1).map((slip) => (
          <li
            key={slip}
            className={classes(
              'flex-1 rounded-xs border',
              slip < at && 'h-2.5 border-ink-2 bg-ink-2',
              slip === at && 'h-4 border-claret bg-claret',
              slip > at && 'h-2.5 border-edge bg-fold',
            )}
          />
        ))}
      </ol>
      <span className="tabular-nums">
        <b>{at}</b> of {of}
      </span>
    </div>
  );
}
