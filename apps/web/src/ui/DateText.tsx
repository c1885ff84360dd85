import { useContext, useSyncExternalStore } from 'react';
import { type DateStyle, formatDate, formatRelative } from './dates';
import { ServedPage } from './served';

/** A date in words, with the machine's form beside it. */
export function DateText({ iso, style = 'day' }: { iso: string; style?: DateStyle }) {
  return <time dateTime={iso}>{formatDate(iso, style)}</time>;
}

const minute = 60_000;

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, minute);
  return () => clearInterval(timer);
}

const minuteOf = (time: number) => Math.floor(time / minute);

/** Now, to the minute; while a page is written and taken over, the moment when it was written. */
export function useNow(): Date | null {
  const served = useContext(ServedPage);
  const at = useSyncExternalStore(
    everyMinute,
    () => minuteOf(Date.now()),
    () => served && minuteOf(served.at.getTime()),
  );
  return at === null ? null : new Date(at * minute);
}

/** The clock moves once a minute; what was sent since it last moved is not in the future. */
const endOf = (now: Date) => new Date(now.getTime() + minute - 1);

/** "2 days ago"; the full date is in the title. */
export function RelativeTime({ iso }: { iso: string }) {
  const now = useNow();
  return (
    <time dateTime={iso} title={formatDate(iso, 'moment')}>
      {now ? formatRelative(iso, endOf(now)) : formatDate(iso, 'short')}
    </time>
  );
}
