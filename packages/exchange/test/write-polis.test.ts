import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countsOf,
  type PolisConversation,
  type PolisExport,
  readPolis,
  writePolis,
} from '../src/index.js';
import { DATA, folderOf, removeFolders, testWithData } from './folder.js';
import { polisOf, voteList } from './polis-folder.js';

removeFolders();

const readBack = async (conversation: PolisConversation) =>
  readPolis(await folderOf(writePolis(conversation)));

/** All but what the reader says of the rows that it left out: those are not written again. */
const conversationIn = ({ summary: _, ...conversation }: PolisExport) => conversation;

const linesOf = (files: Record<string, Uint8Array>, name: string) =>
  Buffer.from(files[name] ?? [])
    .toString()
    .split('\n');

test('the files of the small conversation are written as Polis writes them', async () => {
  const files = writePolis(await polisOf());
  expect(linesOf(files, 'summary.csv')).toEqual([
    'topic,Homes we can afford',
    'url,https://pol.is/7example',
    'views,3',
    'voters,3',
    'voters-in-conv,3',
    'commenters,2',
    'comments,2',
    'groups,2',
    'conversation-description,"First line',
    'second, with a comma"',
    '',
  ]);
  expect(linesOf(files, 'comments.csv').slice(1)).toEqual([
    '1500282615559,Mon Jul 17 09:10:15 UTC 2017,7,4,2,1,1,"Build council homes.',
    'Start in ""Bristol"", now."',
    '1500282544716,Mon Jul 17 09:09:04 UTC 2017,2,0,0,1,-1,',
    '',
  ]);
  expect(linesOf(files, 'participants-votes.csv')).toEqual([
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,2,7',
    '0,0,1,2,1,1,-1,1',
    '1,,0,1,0,1,,-1',
    '4,1,1,1,1,0,,1',
    '',
  ]);
  expect(linesOf(files, 'votes.csv')[1]).toBe('1500233711858,Sun Jul 16 19:35:11 UTC 2017,2,0,-1');
  expect(linesOf(files, 'stats-history.csv').at(-2)).toBe('4,2,3,3,2');
});

test('a text that a spreadsheet would run is made harmless in the file and reads back as it was', async () => {
  const formulas = ['=1+1', '+44 20', '-1', '@Asha', '\t=x', "'=quoted", "''+", '＝1', "'tis fine"];
  const small = await polisOf();
  const statements = formulas.map((body, id) => ({ ...small.statements[0], id, body }));
  const conversation = { ...small, topic: '=HYPERLINK("x")', statements } as PolisExport;
  const files = writePolis(conversation);
  const cells = linesOf(files, 'comments.csv')
    .slice(1, -1)
    .map((line) => line.split(/,(?=[^,]*$)/)[1]);
  expect(cells).toHaveLength(formulas.length);
  for (const cell of cells) expect(cell).not.toMatch(/^"?[=+\-@\t＝]/);
  expect(conversationIn(await readPolis(await folderOf(files)))).toEqual(
    conversationIn(conversation),
  );
});

test('apostrophes in an export of somebody else are left alone', async () => {
  const body = "'=not escaped by us";
  const read = await polisOf({
    'comments.csv': `timestamp,comment-id,author-id,moderated,comment-body\n1500282544716,2,0,1,${body}\n1500282544716,7,0,1,x\n`,
  });
  expect(read.statements[0]?.body).toBe(body);
});

test('the marks of newer exports, and the lack of times, survive', async () => {
  const small = await polisOf();
  const statements = small.statements.map((statement, at) => ({ ...statement, isSeed: at === 0 }));
  const seeded = await readBack({ ...small, statements });
  expect(seeded.statements).toEqual(statements);
  const timeless = await polisOf({ 'votes.csv': null });
  expect(Object.keys(writePolis(timeless))).not.toContain('votes.csv');
  expect(conversationIn(await readBack(timeless))).toEqual(conversationIn(timeless));
});

const text = fc.string({
  unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r\n', '=', '-', '@', "'", '車', '🏴‍☠️'),
});
const moment = fc.integer({ min: 1_400_000_000_000, max: 1_800_000_000_000 });
const conversations: fc.Arbitrary<PolisConversation> = fc
  .record({
    topic: text.map((body) => `T${body}`.trim()),
    description: text.map((body) => body.trim()),
    url: fc.constantFrom(null, 'https://example.org/a,b'),
    statements: fc.uniqueArray(
      fc.record({
        id: fc.nat({ max: 400 }),
        authorId: fc.option(fc.nat({ max: 9 })),
        createdAt: moment,
        body: text,
        moderated: fc.constantFrom(-1 as const, 0 as const, 1 as const),
        isMeta: fc.boolean(),
        isSeed: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    ),
    people: fc.uniqueArray(
      fc.record({ id: fc.nat({ max: 99 }), groupId: fc.option(fc.nat({ max: 4 })) }),
      { selector: ({ id }) => id, maxLength: 8 },
    ),
    cells: fc.array(fc.record({ choice: fc.constantFrom(null, -1, 0, 1), at: moment }), {
      minLength: 48,
      maxLength: 48,
    }),
  })
  .map(({ cells, ...rest }) => {
    rest.statements.sort((a, b) => a.id - b.id);
    rest.people.sort((a, b) => a.id - b.id);
    const rows = rest.people.flatMap((_, person) =>
      rest.statements.flatMap((__, statement) => {
        const cell = cells[person * 6 + statement];
        return cell && cell.choice !== null
          ? [{ person, statement, choice: cell.choice, at: cell.at }]
          : [];
      }),
    );
    const votes = {
      person: Uint32Array.from(rows, (row) => row.person),
      statement: Uint32Array.from(rows, (row) => row.statement),
      choice: Int8Array.from(rows, (row) => row.choice),
      at: Float64Array.from(rows, (row) => row.at),
    };
    return { ...rest, votes, votesHaveTimes: true };
  });

test('whatever is written is read back: texts, people, groups, votes and times', async () => {
  await fc.assert(
    fc.asyncProperty(conversations, async (conversation) => {
      const read = await readBack(conversation);
      expect(conversationIn(read)).toEqual(conversation);
      expect(countsOf(read)).toEqual(countsOf(conversation));
      expect(voteList(read)).toEqual(voteList(conversation as PolisExport));
    }),
    { numRuns: 60 },
  );
});

describe.each(['brexit-consensus', 'scoop-hivemind.taxes', 'vtaiwan.uberx'])(
  'the Polis export %s',
  (name) => {
    const folder = path.join(DATA, 'polis', name);

    testWithData('is equal after reading, writing and reading', async () => {
      const read = await readPolis(folder);
      const again = await readBack(read);
      expect(conversationIn(again)).toEqual(conversationIn(read));
      expect(countsOf(again)).toEqual(countsOf(read));
      expect(again.summary.replacedVotes + again.summary.duplicateVotes).toBe(0);
    });

    testWithData('has the files, headers and names of the real one', async () => {
      const files = writePolis(await readPolis(folder));
      const real = async (file: string) =>
        (await readFile(path.join(folder, file), 'utf8')).split('\n');
      for (const file of [
        'comments.csv',
        'votes.csv',
        'participants-votes.csv',
        'stats-history.csv',
      ]) {
        expect(linesOf(files, file)[0]).toBe((await real(file))[0]);
      }
      const names = (lines: string[]) => lines.map((line) => line.split(',')[0]).slice(0, 9);
      expect(names(linesOf(files, 'summary.csv'))).toEqual(names(await real('summary.csv')));
      expect(Object.keys(files)).toHaveLength(5);
    });
  },
);
