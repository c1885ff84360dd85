import type { ReactNode } from 'react';
import { classes } from './classes';

interface Props {
  /** Left, on a desk: where you are. A <Rail>. On a phone it comes first, as one row. */
  rail?: ReactNode;
  /** Right, on a desk: evidence, sources, dates. On a phone it follows the text. */
  aside?: ReactNode;
  /** On a phone the aside comes before the text: evidence before discussion. */
  asideFirst?: boolean;
  /** After the text, and on a phone after the aside too: the discussion. */
  below?: ReactNode;
  /** One column of reading width: forms, the deck. */
  narrow?: boolean;
  children: ReactNode;
}

/** The body of a page below the masthead: one column on a phone, up to three on a desk. */
export function PageBody({ rail, aside, asideFirst, below, narrow, children }: Props) {
  const columns = rail
    ? aside
      ? 'desk:grid-cols-[12.5rem_minmax(0,1fr)] wide:grid-cols-[12.5rem_minmax(0,1fr)_19rem]'
      : 'desk:grid-cols-[13.5rem_minmax(0,1fr)]'
    : aside
      ? 'desk:grid-cols-[minmax(0,1fr)_19rem]'
      : '';
  return (
    <div
      className={classes(
        'mx-auto grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-6 px-5 pt-6 pb-16 desk:pt-10',
        narrow && !rail && !aside ? 'max-w-[47rem]' : 'max-w-page',
        // The row of what is below takes the height of a long aside, so that no gap opens above it.
        below && 'desk:grid-rows-[auto_1fr]',
        columns,
      )}
    >
      {rail && (
        <div className={classes('min-w-0 desk:sticky desk:top-6', below && 'desk:row-span-3')}>
          {rail}
        </div>
      )}
      <div className={classes('min-w-0', narrow && 'mx-auto w-full max-w-[44rem]')}>{children}</div>
      {aside && (
        <aside
          className={classes(
            'min-w-0 space-y-8 [&_h2]:text-[1.25rem]',
            asideFirst && 'max-desk:-order-1',
            rail && 'desk:max-wide:col-start-2',
            below && (rail ? 'wide:row-span-2' : 'desk:row-span-2'),
          )}
        >
          {aside}
        </aside>
      )}
      {below && <div className={classes('min-w-0', rail && 'desk:col-start-2')}>{below}</div>}
    </div>
  );
}
