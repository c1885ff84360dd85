import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openApi } from '../src/api.js';
import { randomFrom, zipf } from '../src/world/random.js';
import { commentsOf, makeThread } from '../src/world/threads.js';
import { openWorld } from '../src/world/world.js';
import { sizeOf } from '../src/world/world-size.js';

const folder = mkdtempSync(join(tmpdir(), 'clarion-world-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The shapes of a world', () => {
  test('come to ten million votes, 300 consultations and a thread of 100,000 for a million members', () => {
    expect(sizeOf(1_000_000)).toMatchObject({
      active: 200_000,
      consultations: 300,
      votes: 10_000_000,
      threads: [100_000, 1_000],
    });
  });

  test('refuse a party that cannot be made', () => {
    expect(() => sizeOf(999)).toThrow('1000 to 2000000');
    expect(() => sizeOf(10.5 * 1000 + 0.5)).toThrow(RangeError);
  });

  test('leave half of the proposals without comments, and give a few very many', () => {
    const random = randomFrom('comments');
    const counts = Array.from({ length: 20_000 }, () => commentsOf(random)).sort((a, b) => a - b);
    const without = counts.filter((count) => count === 0).length / counts.length;
    expect(without).toBeGreaterThan(0.48);
    expect(without).toBeLessThan(0.52);
    expect(counts.at(-1)).toBeGreaterThan(500);
  });

  test('draw numbers as Zipf says: of 1 and 2 the first 2^power times as often', () => {
    const { part } = randomFrom('zipf');
    const drawn = Array.from({ length: 50_000 }, () => zipf(1.9, 1e6, part));
    const ones = drawn.filter((one) => one === 1).length;
    const twos = drawn.filter((one) => one === 2).length;
    expect(ones / twos).toBeGreaterThan(2 ** 1.9 * 0.93);
    expect(ones / twos).toBeLessThan(2 ** 1.9 * 1.07);
  });

  test('answer in threads only what stands before, to eleven deep, every reply counted', () => {
    const thread = makeThread(5_000, randomFrom('thread'));
    expect(thread).toHaveLength(5_000);
    expect(thread.every(({ parent }, i) => parent < i)).toBe(true);
    expect(Math.max(...thread.map(({ depth }) => depth))).toBeLessThanOrEqual(11);
    const roots = thread.filter(({ parent }) => parent < 0);
    const below = roots.reduce((sum, { descendants }) => sum + 1 + descendants, 0);
    expect(below).toBe(5_000);
    const replies = thread.reduce((sum, one) => sum + one.replies, 0);
    expect(replies).toBe(5_000 - roots.length);
  });
});

describe('A world of a thousand members', () => {
  const look = async () => {
    const said: string[] = [];
    const world = await openWorld(folder, 1_000, (line) => said.push(line));
    const facts = await world.database.query<Record<string, unknown>>(
      `SELECT (SELECT count(*)::int FROM member WHERE membership_number LIKE 'W%') AS members,
         (SELECT sum(agree + disagree + pass)::int FROM tally) AS counted,
         (SELECT count(*)::int FROM vote) AS votes,
         (SELECT count(*)::int FROM proposal p WHERE comment_count <>
           (SELECT count(*) FROM comment c WHERE c.proposal_id = p.id)) AS miscounted,
         (SELECT count(*)::int FROM comment c WHERE good_points <>
           (SELECT count(*) FROM good_point g WHERE g.comment_id = c.id)) AS misliked,
         (SELECT count(*)::int FROM evidence) AS evidence,
         (SELECT count(*)::int FROM proposal p JOIN consultation c ON c.id = p.consultation_id
          WHERE c.phase = 'reported' AND NOT EXISTS (SELECT FROM decision d WHERE d.proposal_id = p.id)) AS unanswered,
         (SELECT count(*)::int FROM answer_verdict) AS verdicts,
         (SELECT count(*)::int FROM round) AS rounds, (SELECT count(*)::int FROM round_rank) AS ranks,
         (SELECT count(*)::int FROM vote WHERE commitment IS NOT NULL) AS committed,
         (SELECT coalesce(sum(octet_length(commitments) / 32), 0)::int FROM ballot_batch) AS batched,
         (SELECT count(*)::int FROM vote WHERE cast_at > now()) AS "votesToCome",
         (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f' AND NOT convalidated) AS unchecked,
         (SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM comment) AS comments`,
    );
    const { verifyRecord } = await openApi();
    const faults = await verifyRecord(world.database.manager, { keys: world.keys });
    await world.close();
    return { said, faults, facts: facts[0] as Record<string, unknown> };
  };

  test('is whole: every count is of rows that are there, nothing is of tomorrow, and its record tells of all', async () => {
    const { said, faults, facts } = await look();
    expect(said[0]).toContain('Making a world of 1,000 members');
    expect(facts).toMatchObject({ members: 1_000, miscounted: 0, votesToCome: 0, unchecked: 0 });
    expect(facts).toMatchObject({ misliked: 0, unanswered: 0 });
    expect(facts).toMatchObject({ rounds: 1, batched: facts['committed'] });
    for (const much of ['committed', 'ranks']) expect(facts[much]).toBeGreaterThanOrEqual(300);
    expect(facts['evidence']).toBeGreaterThan(50);
    expect(facts['verdicts']).toBeGreaterThan(20);
    expect(faults).toEqual([]);
    expect(facts['counted']).toBe(facts['votes']);
    expect(facts['votes']).toBeGreaterThan(9_000);
  }, 120_000);

  test('is made once, and found as it was', async () => {
    const [first, second] = [await look(), await look()];
    expect(first.said).toEqual([]);
    expect(second.facts).toEqual(first.facts);
  }, 120_000);
});
