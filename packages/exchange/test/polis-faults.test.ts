import { expect, test } from '@jest/globals';
import { MalformedFile, readPolis } from '../src/index.js';
import { removeFolders } from './folder.js';
import { type PolisFiles, polisFolder, SMALL } from './polis-folder.js';

removeFolders();

async function faultOf(changes: PolisFiles): Promise<MalformedFile> {
  const fault = await readPolis(await polisFolder(changes)).catch((error: unknown) => error);
  if (!(fault instanceof MalformedFile)) throw new Error(`expected a fault, got ${String(fault)}`);
  return fault;
}

/** The small export with a change to one file. */
function changed(name: keyof typeof SMALL, from: string, to: string): PolisFiles {
  if (!SMALL[name].includes(from)) throw new Error(`${name} does not hold ${from}`);
  return { [name]: SMALL[name].replace(from, to) };
}

test.each([
  [
    'a missing column',
    changed('votes.csv', 'voter-id', 'voter'),
    'votes.csv, line 1: the header has no column "voter-id".',
  ],
  [
    'a column named twice',
    changed('comments.csv', 'agrees', 'moderated'),
    'comments.csv, line 1: the header names the column "moderated" twice.',
  ],
  [
    'too few fields',
    changed('votes.csv', ',7,1,-1', ',7,1'),
    'votes.csv, line 3: the row has 4 fields; the header has 5.',
  ],
  [
    'too many fields, after a text of two lines',
    changed('comments.csv', '-1,\n', '-1,,\n'),
    'comments.csv, line 4: the row has 9 fields; the header has 8.',
  ],
  [
    'a vote of 2',
    changed('votes.csv', '7,4,1', '7,4,2'),
    'votes.csv, line 4: the vote is "2"; it must be 1 (agree), -1 (disagree) or 0 (pass).',
  ],
  [
    'a vote of 2 in the matrix',
    changed('participants-votes.csv', '4,1,1,1,1,0,,1', '4,1,1,1,1,0,,2'),
    'participants-votes.csv, line 2: the vote on comment 7 is "2"; it must be 1 (agree), -1 (disagree) or 0 (pass).',
  ],
  [
    'a timestamp in words',
    changed('votes.csv', '1500233615246', 'abc'),
    'votes.csv, line 3: the timestamp is "abc"; it must be a number of milliseconds or seconds.',
  ],
  [
    'an empty timestamp',
    changed('comments.csv', '1500282544716', ''),
    'comments.csv, line 4: the timestamp is ""; it must be a number of milliseconds or seconds.',
  ],
  [
    'a comment id with a fraction',
    changed('comments.csv', '2017,2,0', '2017,2.5,0'),
    'comments.csv, line 4: the comment id is "2.5"; it must be a whole number.',
  ],
  [
    'a negative voter id',
    changed('votes.csv', '7,4,1', '7,-4,1'),
    'votes.csv, line 4: the voter id is "-4"; it must be a whole number.',
  ],
  [
    'a group in words',
    changed('participants-votes.csv', '0,0,1,2', '0,A,1,2'),
    'participants-votes.csv, line 3: the group id is "A"; it must be a whole number.',
  ],
  [
    'an unknown moderation state',
    changed('comments.csv', '1,1,"Build', '1,5,"Build'),
    'comments.csv, line 2: the moderation state is "5"; it must be -1 (rejected), 0 (not acted on) or 1 (accepted).',
  ],
  [
    'an id given to two comments',
    changed('comments.csv', '2017,2,0', '2017,7,0'),
    'comments.csv, line 4: the comment id 7 was already given to another comment on line 2.',
  ],
  [
    'a participant listed twice',
    changed('participants-votes.csv', '\n1,,0', '\n4,,0'),
    'participants-votes.csv, line 4: participant 4 is already on line 2.',
  ],
  [
    'a quotation mark that is never closed',
    changed('comments.csv', '2017,2,0,0,0,-1,', '2017,2,0,0,0,-1,"Build'),
    'comments.csv, line 4: a quotation mark is opened in this row and never closed.',
  ],
  [
    'a quotation mark that only the next text would close',
    {
      'comments.csv': `${SMALL['comments.csv']}1,,8,0,0,0,1,"Trains\n2,,9,0,0,0,1,"Buses"\n`,
    },
    'comments.csv, line 5: a quotation mark opened in this row is not closed before the next one.',
  ],
  [
    'a quotation mark inside a bare text',
    { 'comments.csv': `${SMALL['comments.csv']}1,,8,0,0,0,1,The "new" homes\n` },
    'comments.csv, line 5: a quotation mark stands inside a text that is not quoted as a whole.',
  ],
  [
    'a summary row without a value',
    changed('summary.csv', 'views,9', 'views'),
    'summary.csv, line 3: the row has 1 field; a name and its value are 2.',
  ],
  [
    'an empty file',
    { 'votes.csv': '' },
    'votes.csv, line 1: the file is empty; its first line must name the columns timestamp, comment-id, voter-id, vote.',
  ],
])('%s is refused, naming the file, the line and the fault', async (_, changes, message) => {
  const fault = await faultOf(changes);
  expect(fault.message).toBe(message);
  expect(fault.message).toBe(`${fault.file}, line ${fault.line}: ${fault.fault}`);
});

test('text that is not UTF-8 is refused with its line', async () => {
  const latin1 = Buffer.from(SMALL['comments.csv'].replace('1,"Build', '1,"Café'), 'latin1');
  expect((await faultOf({ 'comments.csv': latin1 })).message).toBe(
    'comments.csv, line 2: the text is not UTF-8.',
  );
});

test('a file in UTF-16 is refused', async () => {
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(SMALL['votes.csv'], 'utf16le'),
  ]);
  expect((await faultOf({ 'votes.csv': utf16 })).message).toBe(
    'votes.csv, line 1: the text is not UTF-8.',
  );
});

test('a zero byte, which no database text can hold, is refused with its line', async () => {
  const changes = changed('comments.csv', 'Start in', 'Start\0in');
  expect((await faultOf(changes)).message).toBe(
    'comments.csv, line 3: the text holds a zero byte.',
  );
});

test('lines are counted as an editor counts them, also with CRLF inside quoted texts', async () => {
  const comments = SMALL['comments.csv'].replace(/\n/g, '\r\n').replace(',-1,\r\n', ',-7,\r\n');
  expect((await faultOf({ 'comments.csv': comments })).line).toBe(4);
});

test('a fault far into a large file has its true line', async () => {
  const rows = Array.from({ length: 20000 }, (_, at) => `${1500233625234 + at},,7,${at},1`);
  rows[15000] = '1500233625234,,7,x,1';
  const votes = ['timestamp,datetime,comment-id,voter-id,vote', ...rows, ''].join('\r\n');
  expect((await faultOf({ 'votes.csv': votes })).line).toBe(15002);
});

test('without comments.csv there is nothing to read', async () => {
  const fault = await faultOf({ 'comments.csv': null });
  expect(fault).toMatchObject({ file: 'comments.csv', line: null });
  expect(fault.message).toMatch(/^comments\.csv: the file is missing from /);
});

test('without votes.csv and participants-votes.csv there are no votes to read', async () => {
  const fault = await faultOf({ 'votes.csv': null, 'participants-votes.csv': null });
  expect(fault.message).toMatch(/^votes\.csv: the file is missing .* participants-votes\.csv/);
});

test('a folder that does not exist is named', async () => {
  await expect(readPolis('/nowhere/at-all')).rejects.toThrow(
    '/nowhere/at-all: there is no such folder.',
  );
});
