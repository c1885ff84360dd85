import { expect, test } from '@jest/globals';
import { calendarFile } from './calendar';

const day = {
  uid: 'answers-dentistry@clarion',
  day: '2026-12-31',
  title:
    'The Health commission answers: dentistry, and care close to home for everybody who needs it; Ynys Môn',
  url: 'https://clarion.test/consultations/dentistry',
};

const file = calendarFile([day], new Date('2026-11-21T09:20:00.123Z'));

test('Tom puts the promised day into his calendar as a whole day, over the end of the year', () => {
  expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  expect(file).toContain('DTSTAMP:20261121T092000Z\r\n');
});

test('commas, semicolons and long lines are written as calendars read them', () => {
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(file.replaceAll('\r\n ', '')).toContain('dentistry\\, and care');
  expect(file.replaceAll('\r\n ', '')).toContain('needs it\\; Ynys Môn');
});
