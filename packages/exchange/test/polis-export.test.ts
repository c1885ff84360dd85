import { describe, expect, test } from '@jest/globals';
import { countsOf, type Progress, readPolis } from '../src/index.js';
import { removeFolders } from './folder.js';
import { polisFolder, polisOf, SMALL, voteList, votesCsv } from './polis-folder.js';

removeFolders();

const crlf = (text: string) => text.replace(/\n/g, '\r\n');

describe('an export as Polis writes it', () => {
  test('gives the topic, the statements, the people and who voted how', async () => {
    const read = await polisOf();
    expect(read.topic).toBe('Homes we can afford');
    expect(read.url).toBe('https://pol.is/7example');
    expect(read.description).toBe('First line\nsecond, with a comma');
    expect(read.statements).toEqual([
      {
        id: 2,
        authorId: 0,
        createdAt: 1500282544716,
        body: '',
        moderated: -1,
        isMeta: false,
        isSeed: false,
      },
      {
        id: 7,
        authorId: 4,
        createdAt: 1500282615559,
        body: 'Build council homes.\nStart in "Bristol", now.',
        moderated: 1,
        isMeta: false,
        isSeed: false,
      },
    ]);
    expect(read.people).toEqual([
      { id: 0, groupId: 0 },
      { id: 1, groupId: null },
      { id: 4, groupId: 1 },
    ]);
    expect(voteList(read)).toEqual(['0:2:-1', '0:7:1', '1:7:-1', '4:7:1']);
    expect([...read.votes.at]).toEqual([
      1500233711858, 1500233625234, 1500233615246, 1500233610262,
    ]);
    expect(read.votesHaveTimes).toBe(true);
  });

  test('counts each statement as a whole, by group, and for those in no group', async () => {
    expect(countsOf(await polisOf())[1]).toEqual({
      statementId: 7,
      agrees: 2,
      disagrees: 1,
      passes: 0,
      votes: 3,
      groups: [
        { groupId: 0, agrees: 1, disagrees: 0, passes: 0 },
        { groupId: 1, agrees: 1, disagrees: 0, passes: 0 },
      ],
      ungrouped: { agrees: 0, disagrees: 1, passes: 0 },
    });
  });

  test('says in plain sentences what was read', async () => {
    const { summary } = await polisOf();
    expect(summary.sentences).toEqual([
      'Read 2 statements: 1 accepted, 0 not acted on and 1 rejected by moderation.',
      'Kept 1 statement without any text.',
      'Read 3 people: 2 in 2 published groups, 1 in none.',
      'Read 4 votes from votes.csv; 4 are current.',
    ]);
  });

  test('reports its progress up to the last byte', async () => {
    const steps: Progress[] = [];
    await readPolis(await polisFolder(), { onProgress: (step) => steps.push(step) });
    const total = Object.values(SMALL).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(steps.at(-1)).toEqual({ file: 'votes.csv', readBytes: total, totalBytes: total });
    expect(steps.map(({ file }) => file)).toEqual([
      'summary.csv',
      'comments.csv',
      'participants-votes.csv',
      'votes.csv',
    ]);
  });
});

describe('exports of other makes', () => {
  test('CRLF line ends and byte order marks change nothing but the texts', async () => {
    const files = Object.entries(SMALL).map(([name, text]) => [name, `\uFEFF${crlf(text)}`]);
    const read = await polisOf(Object.fromEntries(files));
    const plain = await polisOf();
    expect(read.statements[1]?.body).toBe('Build council homes.\r\nStart in "Bristol", now.');
    expect(read.topic).toBe(plain.topic);
    expect(voteList(read)).toEqual(voteList(plain));
  });

  test('timestamps in seconds are the same moments', async () => {
    const votes = votesCsv([[1500233625, 7, 0, 1]]);
    const read = await polisOf({ 'votes.csv': votes });
    expect([...read.votes.at]).toEqual([1500233625000]);
  });

  test('the newer columns of comments.csv are taken', async () => {
    const comments =
      'timestamp,comment-id,author-id,moderated,comment-body,is-meta,is-seed,group-informed-consensus\n' +
      '1500282615,2,0,0,"A question about you",true,false,0.25\n1500282615,7,4,1,From the start,false,true,0.5\n';
    const { statements } = await polisOf({ 'comments.csv': comments });
    expect(statements.map(({ isMeta, isSeed }) => [isMeta, isSeed])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('an xid column, and no column for a statement without votes, are fine', async () => {
    const matrix =
      'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,7\n0,,0,1,1,1,0,1\n1,,1,0,1,0,1,-1\n';
    const read = await polisOf({ 'participants-votes.csv': matrix, 'votes.csv': null });
    expect(voteList(read)).toEqual(['0:7:1', '1:7:-1']);
    expect(read.people.map(({ groupId }) => groupId)).toEqual([0, 1]);
  });

  test('without votes.csv the matrix gives the votes, and the summary says so', async () => {
    const read = await polisOf({ 'votes.csv': null });
    expect(voteList(read)).toEqual(voteList(await polisOf()));
    expect(read.votesHaveTimes).toBe(false);
    expect(read.votes.at[0]).toBe(read.statements[0]?.createdAt);
    expect(read.summary.sentences).toContain(
      'There is no votes.csv; the votes are taken from participants-votes.csv, which has no times, so each vote bears the time of its statement.',
    );
  });

  test('without participants-votes.csv nobody is in a group', async () => {
    const read = await polisOf({ 'participants-votes.csv': null });
    expect(read.people.map(({ groupId }) => groupId)).toEqual([null, null, null]);
    expect(countsOf(read)[1]).toMatchObject({ agrees: 2, groups: [], ungrouped: { agrees: 2 } });
    expect(read.summary.sentences).toContain('Read 3 people.');
  });

  test('without summary.csv the topic is the name of the folder', async () => {
    const folder = await polisFolder({ 'summary.csv': null });
    const { topic, url, description } = await readPolis(`${folder}/`);
    expect(folder.endsWith(topic)).toBe(true);
    expect(topic).toMatch(/^clarion-exchange-/);
    expect({ url, description }).toEqual({ url: null, description: '' });
  });

  test('an export in which nobody has voted yet is read', async () => {
    const read = await polisOf({
      'votes.csv': votesCsv([]),
      'participants-votes.csv': 'participant,group-id\n',
    });
    expect(read.summary).toMatchObject({ statements: 2, people: 0, votes: 0, groups: 0 });
  });
});

describe('which votes count', () => {
  test('Asha votes twice: the later vote counts, wherever it stands in the file', async () => {
    const read = await polisOf({
      'votes.csv': votesCsv([
        [2000000000000, 7, 0, -1],
        [1500000000000, 7, 0, 1],
      ]),
    });
    expect(voteList(read)).toEqual(['0:7:-1']);
    expect(read.summary).toMatchObject({
      voteRows: 2,
      votes: 1,
      replacedVotes: 1,
      duplicateVotes: 0,
    });
  });

  test('the same row twice counts once and is reported', async () => {
    const read = await polisOf({
      'votes.csv': votesCsv([
        [1500000000000, 7, 1, -1],
        [1500000000000, 7, 0, 1],
        [1500000000000, 7, 1, -1],
      ]),
    });
    expect(voteList(read)).toEqual(['0:7:1', '1:7:-1']);
    expect(read.summary).toMatchObject({ duplicateVotes: 1, replacedVotes: 0, tiedVotes: 0 });
  });

  test('two choices at one moment: the one that Polis shows for Asha is taken', async () => {
    const votes = votesCsv([
      [1500000000000, 7, 0, -1],
      [1500000000000, 7, 0, 1],
    ]);
    const read = await polisOf({ 'votes.csv': votes });
    expect(voteList(read)).toEqual(['0:7:1']);
    expect(read.summary).toMatchObject({ tiedVotes: 1, replacedVotes: 1 });
  });

  test('two choices at one moment and no matrix: no support is claimed', async () => {
    const choicesOf = async (...choices: number[]) => {
      const votes = votesCsv(choices.map((choice) => [1500000000000, 7, 0, choice]));
      return voteList(await polisOf({ 'votes.csv': votes, 'participants-votes.csv': null }));
    };
    expect(await choicesOf(1, -1)).toEqual(['0:7:-1']);
    expect(await choicesOf(-1, 0)).toEqual(['0:7:0']);
    expect(await choicesOf(0, 1, -1)).toEqual(['0:7:0']);
  });

  test('votes on comments that are not listed are skipped and named', async () => {
    const read = await polisOf({
      'votes.csv': votesCsv([
        [1500000000000, 7, 0, 1],
        [1500000000000, 99, 0, 1],
        [1500000000000, 12, 1, 1],
        [1500000000000, 99, 1, 1],
      ]),
    });
    expect(voteList(read)).toEqual(['0:7:1']);
    expect(read.summary.votesOnUnknownComments).toBe(3);
    expect(read.summary.sentences).toContain(
      'Skipped 3 votes on comments that comments.csv does not list (ids 12, 99).',
    );
  });

  test('a voter whom participants-votes.csv does not list is kept, in no group', async () => {
    const read = await polisOf({ 'votes.csv': votesCsv([[1500000000000, 7, 3, 1]]) });
    expect(read.people.map(({ id }) => id)).toEqual([0, 1, 3, 4]);
    expect(read.people[2]?.groupId).toBeNull();
    expect(voteList(read)).toEqual(['3:7:1']);
  });

  test('where votes.csv and the matrix differ, votes.csv is followed and the summary says so', async () => {
    const votes = SMALL['votes.csv'].replace('7,0,1', '7,0,0');
    const read = await polisOf({ 'votes.csv': votes });
    expect(voteList(read)).toContain('0:7:0');
    expect(read.summary.sentences).toContain(
      'participants-votes.csv differs in 1 vote; votes.csv was followed.',
    );
  });
});
