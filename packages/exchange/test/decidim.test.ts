import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DecidimComment,
  type DecidimExport,
  MalformedFile,
  readDecidim,
} from '../src/index.js';
import { DATA, folderOf, removeFolders, testWithData } from './folder.js';

removeFolders();

type Members = Record<string, unknown>;

const proposal = (id: number, members: Members = {}): Members => ({
  id,
  created: '2016-02-01',
  author: 'asha',
  title: `Proposal ${id}`,
  summary: 'Because.',
  ...members,
});

const comment = (id: number, parent: number | null, members: Members = {}): Members => ({
  id,
  proposal: 1,
  parent,
  created: '2016-02-01T12:00:04',
  author: 'tom',
  body_html: `<p>Comment ${id}</p>`,
  ...members,
});

const lines = (entries: readonly Members[]) =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

async function decidimOf(proposals: Members[], comments: Members[] = []): Promise<DecidimExport> {
  return readDecidim(
    await folderOf({ 'proposals.jsonl': lines(proposals), 'comments.jsonl': lines(comments) }),
  );
}

async function faultOf(proposals: string | Uint8Array, comments = ''): Promise<string> {
  const folder = await folderOf({ 'proposals.jsonl': proposals, 'comments.jsonl': comments });
  const fault = await readDecidim(folder).catch((error: unknown) => error);
  if (!(fault instanceof MalformedFile)) throw new Error(`expected a fault, got ${String(fault)}`);
  return fault.message;
}

describe('proposals', () => {
  test('keep their categories as tags, and all that is known of them', async () => {
    const { proposals } = await decidimOf([
      proposal(4, {
        created: '2016-01-22',
        source: 'official',
        official: true,
        scope: 'district',
        district: 'Gràcia',
        category: 'Bon viure',
        subcategory: 'Autonomia personal ',
        status: 'accepted',
        summary: 'First\r\nsecond\r\n\r\nthird',
        votes: 26,
      }),
      proposal(2, { category: 'Housing', subcategory: 'Housing', author: null }),
    ]);
    expect(proposals.map(({ id, tags, author }) => ({ id, tags, author }))).toEqual([
      { id: 2, tags: ['Housing'], author: null },
      { id: 4, tags: ['Bon viure', 'Autonomia personal'], author: 'asha' },
    ]);
    expect(proposals[1]).toEqual({
      id: 4,
      createdAt: Date.UTC(2016, 0, 22),
      author: 'asha',
      authorIsOrganisation: false,
      official: true,
      source: 'official',
      scope: 'district',
      district: 'Gràcia',
      tags: ['Bon viure', 'Autonomia personal'],
      status: 'accepted',
      statement: 'Proposal 4',
      argument: 'First\\\nsecond\n\nthird',
      statementShortened: false,
      votes: 26,
    });
  });

  test('with a long title are cut at a word, and the whole title opens the argument', async () => {
    const title = `${'Homes for all '.repeat(13)}now`;
    const { proposals, summary } = await decidimOf([proposal(1, { title }), proposal(2)]);
    expect(proposals[0]?.statement).toBe(`${'Homes for all '.repeat(12)}Homes for…`);
    expect(proposals[0]?.argument).toBe(`${title}\n\nBecause.`);
    expect(summary.shortenedStatements).toBe(1);
    expect(summary.sentences).toContain(
      'Shortened 1 title above 180 characters; the whole title opens the argument.',
    );
  });

  test('never have a statement above 180 code points, and short titles stay whole', async () => {
    const title = fc.string({
      unit: fc.constantFrom('a', 'b', 'word', ' ', '車', '🏴‍☠️', 'é', '. ', '—'),
      maxLength: 300,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 5 }), async (titles) => {
        const { proposals } = await decidimOf(
          titles.map((text, id) => proposal(id, { title: text })),
        );
        proposals.forEach(({ statement }, at) => {
          const whole = (titles[at] ?? '').replace(/\s+/g, ' ').trim();
          expect([...statement].length).toBeLessThanOrEqual(180);
          if ([...whole].length <= 180) expect(statement).toBe(whole);
          else expect(whole.startsWith(statement.slice(0, -1))).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('comments', () => {
  test('have a stance from their alignment, likes as good points, and a Markdown body', async () => {
    const { comments, summary } = await decidimOf(
      [proposal(1)],
      [
        comment(1, null, { alignment: 1, likes: 6 }),
        comment(2, null, { alignment: -1, dislikes: 2 }),
        comment(3, null, { alignment: 0, as_org: true }),
        comment(4, 1, { alignment: null, body_html: '<p>Yes &amp; no<br />maybe</p>' }),
      ],
    );
    expect(comments.map(({ stance, goodPoints }) => [stance, goodPoints])).toEqual([
      ['for', 6],
      ['against', 0],
      ['neutral', 0],
      ['neutral', 0],
    ]);
    expect(comments[3]).toEqual({
      id: 4,
      proposalId: 1,
      parentId: 1,
      depth: 1,
      createdAt: Date.UTC(2016, 1, 1, 12, 0, 4),
      author: 'tom',
      asOrganisation: false,
      stance: 'neutral',
      goodPoints: 0,
      body: 'Yes & no\\\nmaybe',
    });
    expect(summary.dislikes).toBe(2);
  });

  test('whose parent is missing are kept at the top of a thread and reported', async () => {
    const { comments, summary } = await decidimOf([proposal(1)], [comment(5, 3), comment(6, 5)]);
    expect(comments.map(({ id, parentId, depth }) => [id, parentId, depth])).toEqual([
      [5, null, 0],
      [6, 5, 1],
    ]);
    expect(summary.repliesWithoutParent).toEqual([5]);
    expect(summary.sentences).toContain(
      'Kept 1 reply whose parent is not in the file at the top of a thread (id 5).',
    );
  });

  test('on unknown proposals are skipped and reported, with their replies', async () => {
    const elsewhere = { proposal: 9 };
    const { comments, summary } = await decidimOf(
      [proposal(1)],
      [comment(1, null), comment(3, 2, elsewhere), comment(2, null, elsewhere)],
    );
    expect(comments.map(({ id }) => id)).toEqual([1]);
    expect(summary.commentsOnUnknownProposals).toEqual([2, 3]);
    expect(summary.sentences).toContain(
      'Skipped 2 comments on proposals that are not in the file (ids 2, 3).',
    );
  });

  test('that answer a comment on another proposal become roots of their own', async () => {
    const { comments, summary } = await decidimOf(
      [proposal(1), proposal(2)],
      [comment(1, null), comment(2, 1, { proposal: 2 })],
    );
    expect(comments[1]).toMatchObject({ id: 2, proposalId: 2, parentId: null });
    expect(summary.repliesAcrossProposals).toEqual([2]);
  });

  test('that answer each other in a circle are all kept, from one root', async () => {
    const { comments, summary } = await decidimOf(
      [proposal(1)],
      [comment(4, 3), comment(1, 3), comment(2, 1), comment(3, 2), comment(8, 8)],
    );
    expect(comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      [1, null],
      [8, null],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    expect(summary.repliesInCircle.sort((one, other) => one - other)).toEqual([1, 8]);
  });

  test('come parents first, none lost, whatever the parents say', async () => {
    const parents = fc.array(fc.option(fc.integer({ min: 0, max: 24 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(parents, async (all) => {
        const { comments } = await decidimOf(
          [proposal(1)],
          all.map((parent, id) => comment(id, parent)),
        );
        expect(comments.map(({ id }) => id).sort((a, b) => a - b)).toEqual([...all.keys()]);
        expectParentsFirst(comments);
      }),
      { numRuns: 60 },
    );
  });

  test('a chain of 20,000 replies is read without trouble', async () => {
    const chain = Array.from({ length: 20000 }, (_, id) => comment(id, id === 0 ? null : id - 1));
    const { comments } = await decidimOf([proposal(1)], chain.reverse());
    expect(comments.at(-1)).toMatchObject({ id: 19999, depth: 19999 });
  });
});

describe('files', () => {
  test('are read from gzip as from plain text', async () => {
    const proposals = lines([proposal(1)]);
    const comments = lines([comment(1, null)]);
    const packed = await folderOf({
      'proposals.jsonl.gz': gzipSync(proposals),
      'comments.jsonl.gz': gzipSync(comments),
    });
    expect(await readDecidim(packed)).toEqual(await decidimOf([proposal(1)], [comment(1, null)]));
  });

  test('a compressed file that is cut short is refused', async () => {
    const many = lines(Array.from({ length: 3000 }, (_, id) => proposal(id, { n: Math.sin(id) })));
    const packed = gzipSync(many);
    const folder = await folderOf({
      'proposals.jsonl.gz': packed.subarray(0, packed.length / 2),
      'comments.jsonl': '',
    });
    await expect(readDecidim(folder)).rejects.toThrow(
      /^proposals\.jsonl\.gz, line \d+: the compressed file is damaged or cut short from here\.$/,
    );
  });

  test('a plain file named .gz is refused', async () => {
    const folder = await folderOf({
      'proposals.jsonl.gz': lines([proposal(1)]),
      'comments.jsonl': '',
    });
    await expect(readDecidim(folder)).rejects.toThrow(
      'proposals.jsonl.gz, line 1: the compressed file is damaged or cut short from here.',
    );
  });

  test('a missing file is named', async () => {
    const folder = await folderOf({ 'proposals.jsonl': '' });
    await expect(readDecidim(folder)).rejects.toThrow(
      /^comments\.jsonl: the file is missing from /,
    );
  });

  const good = lines([proposal(1)]);
  test.each([
    [
      'half a line',
      `${good}\n{"id": 2,`,
      'proposals.jsonl, line 3: this is not JSON: "{"id": 2,".',
    ],
    ['a list', `${good}[1]`, 'proposals.jsonl, line 2: this is not a JSON object: "[1]".'],
    [
      'an id that is a text',
      good + lines([proposal(2, { id: '2' })]),
      'proposals.jsonl, line 2: "id" is "2"; it must be a whole number.',
    ],
    [
      'no title',
      lines([proposal(1, { title: undefined })]),
      'proposals.jsonl, line 1: there is no "title"; it must be a text.',
    ],
    [
      'votes in words',
      lines([proposal(1, { votes: 'many' })]),
      'proposals.jsonl, line 1: "votes" is "many"; it must be a whole number.',
    ],
    [
      'a date that is none',
      lines([proposal(1, { created: '2016-13-45' })]),
      'proposals.jsonl, line 1: "created" is "2016-13-45"; it must be a date or time such as 2016-02-01T12:00:04.',
    ],
    ['an id given twice', good + good, 'proposals.jsonl, line 2: proposal 1 is already on line 1.'],
  ])('%s is refused with its line', async (_, proposals, message) => {
    expect(await faultOf(proposals)).toBe(message);
  });

  test('an alignment of 2 is refused', async () => {
    const comments = lines([comment(1, null), comment(2, null, { alignment: 2 })]);
    expect(await faultOf(good, comments)).toBe(
      'comments.jsonl, line 2: "alignment" is "2"; it must be 1, 0 or -1.',
    );
  });

  test('text that is not UTF-8 is refused with its line', async () => {
    const latin1 = Buffer.from(good + lines([proposal(2, { title: 'Gràcia' })]), 'latin1');
    expect(await faultOf(latin1)).toBe('proposals.jsonl, line 2: the text is not UTF-8.');
  });

  test('half a character, escaped, becomes a replacement character', async () => {
    const folder = await folderOf({
      'proposals.jsonl': lines([proposal(1, { title: 'X' })]).replace('"X"', '"a\\ud800b"'),
      'comments.jsonl': '',
    });
    expect((await readDecidim(folder)).proposals[0]?.statement).toBe('a\uFFFDb');
  });
});

testWithData(
  'Barcelona 2016: every proposal and comment, and the one reply without a parent',
  async () => {
    const folder = path.join(DATA, 'threads', 'decidim-barcelona-2016');
    const { proposals, comments, summary } = await readDecidim(folder);
    expect(summary).toMatchObject({
      proposals: 2717,
      comments: 4657,
      shortenedStatements: 17,
      repliesWithoutParent: [4119],
      repliesAcrossProposals: [],
      repliesInCircle: [],
      commentsOnUnknownProposals: [],
    });
    expectParentsFirst(comments);
    expect(
      proposals.every(({ statement }) => statement !== '' && [...statement].length <= 180),
    ).toBe(true);
    expect(proposals.every(({ tags }) => tags.length > 0)).toBe(true);
    expect(comments.every(({ body }) => body !== '')).toBe(true);
    // Nothing that reads as a tag is left, other than links between < and >.
    expect(comments.filter(({ body }) => /(?<!\\)<(?!https?:|mailto:)/.test(body))).toEqual([]);
    expect(comments.filter(({ stance }) => stance === 'for')).toHaveLength(1313);
    expect(comments.filter(({ stance }) => stance === 'against')).toHaveLength(210);
  },
);

function expectParentsFirst(comments: readonly DecidimComment[]): void {
  const depths = new Map<number, number>();
  for (const { id, parentId, depth } of comments) {
    expect(depth).toBe(parentId === null ? 0 : (depths.get(parentId) ?? Number.NaN) + 1);
    depths.set(id, depth);
  }
}
