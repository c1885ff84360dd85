const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});
const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The last minute of a day in London as a moment: 22:59 UTC in summer, 23:59 in winter. */
export function endOfDay(day: string): string {
  const winter = new Date(`${day}T23:59:00.000Z`);
  const isSummer = hourInLondon.format(winter) === '00';
  return new Date(winter.getTime() - (isSummer ? 3_600_000 : 0)).toISOString();
}

/** The day it is in London at a moment. */
export function londonDay(moment: string | Date): string {
  return dayInLondon.format(new Date(moment));
}
