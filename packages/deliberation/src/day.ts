/** A day in the United Kingdom, ISO 8601: "2026-11-21". Days compare as strings. */
export type Day = string;

const MS_A_DAY = 86_400_000;
const MS_AN_HOUR = 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Milliseconds at which the last Sunday of a month (0–11) begins 01:00 UTC, when UK clocks change. */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

/** What a clock in the United Kingdom shows at a moment, as ISO 8601 without its zone. */
function ukClock(at: Date): string {
  const time = at.getTime();
  const year = at.getUTCFullYear();
  const isSummer = time >= clockChange(year, 2) && time < clockChange(year, 9);
  return new Date(isSummer ? time + MS_AN_HOUR : time).toISOString();
}

/**
 * The day it is in the United Kingdom at a moment: summer time runs from 01:00 UTC on the last Sunday
 * of March to 01:00 UTC on the last Sunday of October (The Summer Time Order 2002). Throws RangeError
 * for an invalid date.
 */
export function ukDay(at: Date): Day {
  // Days begin with an hour, by either clock: the hour that was asked for last is asked for most.
  const hour = Math.floor(at.getTime() / MS_AN_HOUR);
  if (hour !== last.hour) last = { hour, day: ukClock(at).slice(0, 10) };
  return last.day;
}

let last: { hour: number; day: Day } = { hour: Number.NaN, day: '' };

/** The time as clocks in the United Kingdom show it: "9.14pm", "12pm" at noon. As the style guide of GOV.UK has it. */
export function sayTime(at: Date): string {
  const [hours = 0, minutes = 0] = ukClock(at).slice(11, 16).split(':').map(Number);
  const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
  return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** A moment as it is written in a sentence: "Friday 12 June 2026 at 9.30am". */
export function sayMoment(at: Date): string {
  return `${sayDay(ukDay(at))} at ${sayTime(at)}`;
}

/** Whether the text is a day that exists: "2026-02-30" is not. */
export function isDay(value: string): value is Day {
  const parts = SHAPE.exec(value);
  if (!parts) return false;
  const time = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`"${String(day)}" is not a day: write it as 2026-11-21`);
  return Date.parse(`${day}T00:00:00.000Z`) / MS_A_DAY;
}

/** Whole days from one day to another; negative when the second is earlier. Throws RangeError for what is not a day. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day a number of days later, or earlier when negative. Throws RangeError for what is not a day. */
export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * MS_A_DAY).toISOString().slice(0, 10);
}

/** The day as it is written in a sentence: "Friday 12 June 2026". Throws RangeError for what is not a day. */
export function sayDay(day: Day): string {
  const date = new Date(dayNumber(day) * MS_A_DAY);
  const month = MONTHS[date.getUTCMonth()];
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}
