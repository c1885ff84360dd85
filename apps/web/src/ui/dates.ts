import { sayTime } from '@clarion/deliberation';

/** Dates in words. The time zone is fixed so that server and browser write the same. */
const timeZone = 'Europe/London';
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const dayAndYear = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short' });
const calendarDay = new Intl.DateTimeFormat('en-CA', { timeZone });
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

export type DateStyle = 'day' | 'year' | 'short' | 'moment';

/** A plain day is read at noon, so that no time zone moves it. */
function moment(iso: string): Date {
  return new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
}

/** day: Thursday 28 May · year: 28 May 2026 · short: 28 May · moment: Thursday 28 May, 9.14pm */
export function formatDate(iso: string, style: DateStyle = 'day'): string {
  const date = moment(iso);
  if (style === 'year') return dayAndYear.format(date);
  if (style === 'short') return shortDay.format(date);
  const words = day.format(date).replace(',', '');
  return style === 'moment' ? `${words}, ${sayTime(date)}` : words;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "2 days ago", "in 3 hours", "just now". */
export function formatRelative(iso: string, now: Date): string {
  const seconds = (moment(iso).getTime() - now.getTime()) / 1000;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return seconds > 30 ? 'in under a minute' : 'just now';
}

/** Whole days in London from now until a day: 0 today, 1 tomorrow, negative when it has passed. */
export function daysUntil(iso: string, now: Date): number {
  const from = Date.parse(calendarDay.format(now));
  const until = Date.parse(calendarDay.format(moment(iso)));
  return Math.round((until - from) / 86_400_000);
}
