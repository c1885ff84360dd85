import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MalformedFile, readRoll } from '../src/index.js';
import { folderOf, removeFolders } from './folder.js';

removeFolders();

const HEADER = 'membership number,name,email,standing,CLP,joined on,lapsed';
const CLPS = [
  { id: 'bristol', name: 'Bristol East' },
  { id: 'hastings', name: 'Hastings and Rye' },
  { id: 'mon', name: 'Ynys Môn' },
];

async function read(content: string | Uint8Array, options: { clps?: typeof CLPS } = {}) {
  const folder = await folderOf({ 'roll.csv': content });
  const roll = await readRoll(path.join(folder, 'roll.csv'), {
    clps: CLPS,
    today: '2026-11-25',
    ...options,
  });
  const lines = [];
  for await (const line of roll.lines) lines.push(line);
  return { roll, lines };
}

const one = async (line: string) => (await read(`${HEADER}\n${line}\n`)).lines[0];
const whyNot = async (line: string) => {
  const read = await one(line);
  return read && 'refused' in read ? read.refused.why : null;
};

const ASHA = 'L1000001,Asha Rahman,asha@example.org,member,Bristol East,2023-07-02,';

describe('A line of a roll', () => {
  test('tells who somebody is', async () => {
    expect(await one(ASHA)).toEqual({
      line: 2,
      person: {
        membershipNumber: 'L1000001',
        name: 'Asha Rahman',
        email: 'asha@example.org',
        standing: 'member',
        clpId: 'bristol',
        joinedOn: '2023-07-02',
        lapsedOn: null,
      },
    });
  });

  test.each([
    [
      'a British day',
      'l 1000001,Asha  Rahman,,Full Member,bristol east clp,02/07/2023,',
      '2023-07-02',
    ],
    [
      'a day with a time',
      'L1000001,Asha Rahman,,members,Bristol-East,2023-07-02 00:00:00,',
      '2023-07-02',
    ],
    ['a day of one digit', 'L1000001,Asha Rahman,,Member,BRISTOL EAST,2/7/2023,no', '2023-07-02'],
  ])('is read in the ways people write it: %s', async (_, line, joinedOn) => {
    expect(await one(line)).toMatchObject({
      person: { membershipNumber: 'L1000001', name: 'Asha Rahman', clpId: 'bristol', joinedOn },
    });
  });

  test('finds a CLP without its accents, and with an ampersand', async () => {
    expect(await one('L1,A,,member,Ynys Mon,2020-01-01,')).toMatchObject({
      person: { clpId: 'mon' },
    });
    expect(await one('L1,A,,member,Hastings & Rye CLP,2020-01-01,')).toMatchObject({
      person: { clpId: 'hastings' },
    });
    expect(await one('L1,A,,member,,2020-01-01,')).toMatchObject({ person: { clpId: null } });
  });

  test.each([
    ['a missing number', ASHA.replace('L1000001', ''), 'the membership number is missing.'],
    [
      'a number that is a text',
      ASHA.replace('L1000001', '(none)'),
      '"(none)" is not a membership number.',
    ],
    ['a missing name', ASHA.replace('Asha Rahman', ' '), 'the name is missing.'],
    [
      'an address that is none, which is not repeated',
      ASHA.replace('asha@', 'asha at '),
      'the email is not an address mail can be sent to.',
    ],
    [
      'an unknown standing',
      ASHA.replace(',member,', ',emperor,'),
      'the standing is "emperor"; write member, affiliated supporter or registered supporter.',
    ],
    [
      'a CLP that is not quite there',
      ASHA.replace('Bristol East', 'Bristol Esat'),
      'there is no CLP called "Bristol Esat". Is it Bristol East?',
    ],
    [
      'a CLP that is like no other',
      ASHA.replace('Bristol East', 'Atlantis and the Sea'),
      'there is no CLP called "Atlantis and the Sea".',
    ],
    [
      'a day that does not exist',
      ASHA.replace('2023-07-02', '30/02/2023'),
      'the day they joined is "30/02/2023"; write it as 2026-11-21 or 21/11/2026.',
    ],
    [
      'a day to come',
      ASHA.replace('2023-07-02', '2027-01-01'),
      'the day they joined is 2027-01-01, which is still to come.',
    ],
    [
      'a day long past',
      ASHA.replace('2023', '0203'),
      'the day they joined is 0203-07-02, which is too long ago.',
    ],
    [
      'a membership that lapsed before it began',
      `${ASHA}2022-01-01`,
      'it lapsed on 2022-01-01, before they joined.',
    ],
    ['a cell too many', `${ASHA},x`, 'it has 8 cells, and the first line has 7.'],
  ])('is refused for %s', async (_, line, why) => {
    expect(await whyNot(line)).toBe(why);
  });

  test('that is refused leaves the others be, and lines are counted as an editor counts', async () => {
    const { lines } = await read(
      `\uFEFF${HEADER}\r\n"L1","Two\r\nlines",,member,,2020-01-01,\r\n,,,,,,\r\n${ASHA}\r\nL2,B,,x,,2020-01-01,\r\n`,
    );
    expect(lines.map(({ line }) => line)).toEqual([2, 5, 6]);
    expect(lines[0]).toMatchObject({ person: { name: 'Two lines' } });
    expect(lines[2]).toMatchObject({ refused: { membershipNumber: 'L2' } });
  });
});

describe('The columns of a roll', () => {
  test('are found by other names, in another order, and what is not asked for is told', async () => {
    const { roll, lines } = await read(
      'Date Joined,Surname,First Name,Phone,Membership-No.,Membership Type\n' +
        '2020-01-01,Rahman,Asha,0117,L1,Member\n',
    );
    expect(roll.says).toEqual({ email: false, clp: false, lapsed: false });
    expect(roll.ignored).toEqual(['Phone']);
    expect(lines[0]).toMatchObject({ person: { name: 'Asha Rahman', membershipNumber: 'L1' } });
  });

  test.each([
    ['', 'roll.csv, line 1: the file is empty; its first line names the columns.'],
    [
      'name,email\nAsha,a@example.org\n',
      'roll.csv, line 1: the first line names no column “membership number” and “standing” and “joined on”.',
    ],
    [
      `${HEADER},E-Mail\n`,
      'roll.csv, line 1: two columns both say the email. Take one of them away.',
    ],
  ])('that are missing or doubled refuse the whole file', async (content, message) => {
    await expect(read(content)).rejects.toThrow(
      new MalformedFile('roll.csv', 1, message.slice(18)),
    );
  });

  test('of a file that is not there', async () => {
    await expect(readRoll('/nowhere/roll.csv', { clps: [], today: '2026-11-25' })).rejects.toThrow(
      'there is no such file',
    );
  });
});
