import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { latest } from '../src/jobs/job-run.queries.js';
import { due, recount } from '../src/ranking/recount.service.js';
import { recountTasks } from '../src/ranking/recount.tasks.js';
import { campsVote, stranger } from './stage/camps.js';
import { consultationUnder, proposeMany, setPhase } from './stage/electorate.js';
import { openStage } from './stage/stage.js';
import { until, withJobs } from './stage/working.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const TWO_CAMPS = [
  { people: 40, says: '++++----++' },
  { people: 25, says: '----++++++' },
];

async function campsIn(camps = TWO_CAMPS) {
  const id = await consultationUnder(stage, { rules: { countsHiddenUntilVoted: false } });
  const proposals = await proposeMany(stage, id, 10);
  await campsVote(stage, id, proposals, camps);
  return { id, proposals };
}

interface Kept {
  foundAt: Date;
  voteCount: number;
  sizes: number[];
  /** People by their group. */
  groups: string;
}

async function kept(id: string): Promise<Kept | undefined> {
  const [row] = await stage.database.query(
    `SELECT found_at AS "foundAt", vote_count AS "voteCount", sizes,
       (SELECT string_agg(coalesce(opinion_group::text, '-'), '' ORDER BY pseudonym) FROM voter
         WHERE consultation_id = $1) AS groups
     FROM opinion_result WHERE consultation_id = $1`,
    [id],
  );
  return row;
}

const progressOf = async (id: string) =>
  (
    await (
      await stage.as('visitor')
    ).ask(
      `query ($id: ID!) { consultation(id: $id) { opinion { progress { step done total failed } } } }`,
      { id },
    )
  ).consultation.opinion.progress;

const isDueNow = async (id: string, now = new Date()) =>
  (await due(stage.database.manager, now)).some((facts) => facts.id === id);

/** Interrupts the first thread that heeds its signal, at work already: however quick it is, it has not answered yet. */
function stopsWhoeverWaits(): AbortController {
  const stop = new AbortController();
  const listen = stop.signal.addEventListener.bind(stop.signal);
  stop.signal.addEventListener = (...heeding: Parameters<typeof listen>) => {
    listen(...heeding);
    queueMicrotask(() => stop.abort(new Error('Enough.')));
  };
  return stop;
}

describe('A recount', () => {
  test('is due once ten have voted, and then whenever a hundredth of the votes is new', async () => {
    const { id: nine } = await campsIn([{ people: 9, says: '+' }]);
    const { id, proposals } = await campsIn();
    expect(await isDueNow(id)).toBe(true);
    await recount(stage.database, id, new Date());
    expect(await isDueNow(id)).toBe(false);
    await campsVote(stage, id, proposals.slice(0, 6), [
      { people: 0, says: '.' },
      { people: 26, says: '-' },
    ]);
    expect(await isDueNow(id)).toBe(false);
    await campsVote(stage, id, proposals, [
      { people: 0, says: '.' },
      { people: 26, says: '-' },
    ]);
    expect(await isDueNow(id)).toBe(true);
    expect(await isDueNow(nine)).toBe(false);
  });

  test('comes once a day at least while people can change their minds', async () => {
    const { id } = await campsIn();
    await recount(stage.database, id, new Date());
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    expect(await isDueNow(id, inHours(23))).toBe(false);
    expect(await isDueNow(id, inHours(25))).toBe(true);
    await stage.database.query(`UPDATE consultation SET phase = 'reported' WHERE id = $1`, [id]);
    expect(await isDueNow(id, inHours(25))).toBe(false);
  });

  test('comes once more when the phase is another, however few votes came since and whatever minds changed', async () => {
    const { id } = await campsIn();
    await recount(stage.database, id, new Date(Date.now() - 60_000));
    expect(await isDueNow(id)).toBe(false);
    const helen = await stage.as('helen');
    const { changePhase } = await helen.ask(
      `mutation ($id: ID!) { changePhase(consultationId: $id, to: prioritising) {
        ... on Consultation { phase } ... on Refusal { message } } }`,
      { id },
    );
    expect(changePhase).toEqual({ phase: 'prioritising' });
    expect(await isDueNow(id)).toBe(true);
    await recount(stage.database, id, new Date());
    expect(await isDueNow(id)).toBe(false);
    // Votes are taken still.
    expect(await isDueNow(id, new Date(Date.now() + 25 * 3_600_000))).toBe(true);
  });

  test('is done by the job of a running server, and by nobody twice', async () => {
    const { id } = await campsIn();
    await withJobs(stage, recountTasks, () =>
      until(async () => (await kept(id)) !== undefined, 'the groups were found'),
    );
    const first = await kept(id);
    expect(first).toMatchObject({ voteCount: 650, sizes: [40, 25] });
    expect(await progressOf(id)).toBeNull();
    await withJobs(stage, recountTasks, () =>
      until(async () => {
        const runs = await latest(stage.database.manager);
        const looked = runs.find(({ task }) => task === 'recount-due');
        return looked?.endedAt != null && looked.startedAt > (first?.foundAt ?? new Date());
      }, 'the second server looked around'),
    );
    expect(await kept(id)).toEqual(first);
  });

  test('of the same consultation by two at once is done by one', async () => {
    const { id } = await campsIn();
    const times = [1, 2].map((day) => new Date(Date.UTC(2026, 0, day)));
    const done = await Promise.all(times.map((at) => recount(stage.database, id, at)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect((await kept(id))?.foundAt).toEqual(times[done.indexOf(true)]);
  });

  test('measures how firmly each rank stands, under every lens that can be shown', async () => {
    const { id } = await campsIn();
    await recount(stage.database, id, new Date());
    const ranges = await stage.database.query(
      'SELECT * FROM rank_range WHERE consultation_id = $1 ORDER BY lens',
      [id],
    );
    // No round has told anything of a CLP yet.
    expect(ranges.map((range: any) => [range.lens, range.best])).toEqual([
      ['common-ground@1', null],
      ['support@1', null],
    ]);
    for (const { low, high, proposal_ids: ids } of ranges) {
      expect(ids).toHaveLength(10);
      for (const at of ids.keys()) {
        expect(low[at]).toBeGreaterThanOrEqual(1);
        expect(high[at]).toBeGreaterThanOrEqual(low[at]);
      }
    }
  });

  test('forgets the range under a lens that cannot be shown any more', async () => {
    const { id } = await campsIn();
    await recount(stage.database, id, new Date());
    await stage.database.query(`UPDATE vote SET choice = 'pass' WHERE consultation_id = $1`, [id]);
    await recount(stage.database, id, new Date());
    const ranges = await stage.database.query(
      'SELECT lens FROM rank_range WHERE consultation_id = $1 ORDER BY lens',
      [id],
    );
    expect(ranges.map(({ lens }: any) => lens)).not.toContain('common-ground@1');
    expect(await kept(id)).toMatchObject({ sizes: [65] });
  });
});

describe('Priority ballots', () => {
  /** Strangers of the first camp choose. */
  async function choose(id: string, people: number[], proposals: readonly string[]) {
    await stage.database.query(
      `INSERT INTO priority_choice (consultation_id, pseudonym, proposal_id, position)
       SELECT $1, person, chosen.id, chosen.position FROM unnest($2::bytea[]) AS person
         CROSS JOIN unnest($3::uuid[]) WITH ORDINALITY AS chosen(id, position)`,
      [id, people.map((person) => stranger(id, 0, person)), proposals],
    );
    await stage.database.query(
      'UPDATE turnout SET ballots = ballots + $2 WHERE consultation_id = $1',
      [id, people.length],
    );
  }
  const upTo = (last: number) => Array.from({ length: last }, (_, each) => each);
  const placed = async (id: string) =>
    (
      await stage.database.query('SELECT * FROM priority_result WHERE consultation_id = $1', [id])
    )[0];

  test('are placed when the first ten were cast and when ten more came, one strand after the other', async () => {
    const { id, proposals } = await campsIn();
    await recount(stage.database, id, new Date());
    expect(await placed(id)).toBeUndefined();
    const [one = '', two = '', three = ''] = proposals;
    await choose(id, upTo(9), [one, two]);
    expect(await isDueNow(id)).toBe(false);
    await choose(id, [9, 10, 11, 12, 13], [three]);
    expect(await isDueNow(id)).toBe(true);
    await recount(stage.database, id, new Date());
    expect(await isDueNow(id)).toBe(false);
    const result = await placed(id);
    // Nine chose the first two: one of these comes first, then the five have their turn.
    expect(result.proposal_ids.slice(0, 3)).toEqual([one, three, two]);
    expect(result.chosen.slice(0, 4)).toEqual([9, 5, 9, 0]);
    expect(result).toMatchObject({ ballot_count: 14, cast_count: 14 });
    await choose(id, upTo(23).slice(14), [two]);
    expect(await isDueNow(id)).toBe(false);
    await choose(id, [23], [two]);
    expect(await isDueNow(id)).toBe(true);
  });

  test('whose choices were all taken back are counted once, and then left alone', async () => {
    const { id, proposals } = await campsIn();
    await choose(id, upTo(12), [proposals[0] ?? '']);
    await stage.database.query(`UPDATE proposal SET status = 'withdrawn' WHERE id = $1`, [
      proposals[0],
    ]);
    await recount(stage.database, id, new Date());
    expect(await placed(id)).toMatchObject({ ballot_count: 0, cast_count: 12 });
    expect(await isDueNow(id)).toBe(false);
  });

  test('of one more person are not told from those before while members choose, by no recount; after the close they are', async () => {
    const { id, proposals } = await campsIn();
    const [one = '', two = ''] = proposals;
    await setPhase(stage, id, 'prioritising');
    // Ten are held back.
    await choose(id, upTo(22), [one]);
    await recount(stage.database, id, new Date());
    const before = await placed(id);
    expect(before).toMatchObject({ ballot_count: 12, cast_count: 12 });
    await choose(id, [22], [two]);
    await recount(stage.database, id, new Date());
    expect(await placed(id)).toEqual(before);
    await setPhase(stage, id, 'reviewing');
    await recount(stage.database, id, new Date());
    expect(await placed(id)).toMatchObject({ ballot_count: 23, cast_count: 23 });
  });

  test('that were all taken back again are counted as none', async () => {
    const { id, proposals } = await campsIn();
    await choose(id, upTo(12), [proposals[0] ?? '']);
    await recount(stage.database, id, new Date());
    await stage.database.query('DELETE FROM priority_choice WHERE consultation_id = $1', [id]);
    await stage.database.query('UPDATE turnout SET ballots = 0 WHERE consultation_id = $1', [id]);
    expect(await isDueNow(id)).toBe(true);
    await recount(stage.database, id, new Date());
    expect(await placed(id)).toMatchObject({ ballot_count: 0, cast_count: 0 });
    expect(await isDueNow(id)).toBe(false);
  });
});

describe('A recount that fails', () => {
  test('leaves the last good result, says so on the page, and rests before it is tried again', async () => {
    const { id, proposals } = await campsIn();
    await recount(stage.database, id, new Date());
    const good = await kept(id);
    await campsVote(stage, id, proposals, [{ people: 60, says: '++++----++' }]);
    expect(await isDueNow(id)).toBe(true);
    // The disk is full when the result is written.
    await stage.database.query(
      `ALTER TABLE opinion_result ADD CONSTRAINT full_disk CHECK (vote_count < 700) NOT VALID`,
    );
    await expect(recount(stage.database, id, new Date())).rejects.toThrow('full_disk');
    const groupsNow = (await kept(id))?.groups ?? '';
    expect(await kept(id)).toMatchObject({
      foundAt: good?.foundAt,
      voteCount: 650,
      sizes: [40, 25],
    });
    expect(groupsNow.replaceAll('-', '')).toHaveLength(65);
    expect(await progressOf(id)).toMatchObject({ failed: true });
    expect(await isDueNow(id)).toBe(false);

    await stage.database.query('ALTER TABLE opinion_result DROP CONSTRAINT full_disk');
    const later = new Date(Date.now() + 11 * 60_000);
    expect(await isDueNow(id, later)).toBe(true);
    await recount(stage.database, id, later);
    expect(await kept(id)).toMatchObject({ foundAt: later, sizes: [60, 25] });
    expect(await progressOf(id)).toBeNull();
  });

  test('because its thread broke leaves the last good result too, and the next one has another thread', async () => {
    const { id } = await campsIn();
    const { signal } = stopsWhoeverWaits();
    const interrupted = recount(stage.database, id, new Date(), { signal });
    await expect(interrupted).rejects.toThrow('Enough.');
    expect(await kept(id)).toBeUndefined();
    expect(await progressOf(id)).toMatchObject({ step: 'Finding opinion groups', failed: true });
    await recount(stage.database, id, new Date());
    expect(await kept(id)).toMatchObject({ sizes: [40, 25] });
    expect(await progressOf(id)).toBeNull();
  });
});

describe('While it is recounted', () => {
  const isFree = async (id: string) => {
    const voters = stage.database.query(
      'SELECT FROM voter WHERE consultation_id = $1 FOR UPDATE NOWAIT',
      [id],
    );
    const [{ hasTurn }] = await stage.database.query(
      'SELECT pg_try_advisory_xact_lock(74660, hashtext($1::uuid::text)) AS "hasTurn"',
      [id],
    );
    return (await voters).length > 0 && hasTurn;
  };
  const isSomebodyWaiting = async () =>
    (await stage.database.query('SELECT FROM pg_locks WHERE NOT granted')).length > 0;

  test('nobody’s vote waits, nor a change of phase, however long ranks are measured', async () => {
    const { id, proposals } = await campsIn();
    await recount(stage.database, id, new Date());
    await campsVote(stage, id, proposals, [{ people: 60, says: '++++----++' }]);
    const holder = stage.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM rank_range WHERE consultation_id = $1 FOR UPDATE', [id]);
    const counting = recount(stage.database, id, new Date());
    await until(isSomebodyWaiting, 'the recount came to the ranges');
    expect(await isFree(id)).toBe(true);
    await holder.rollbackTransaction();
    await holder.release();
    await counting;
    expect((await kept(id))?.groups.replaceAll('-', '')).toHaveLength(85);
  });

  test('whoever votes just then keeps the group of before, and nobody waits; the next recount finds them', async () => {
    const { id, proposals } = await campsIn();
    const voting = stage.database.createQueryRunner();
    await voting.startTransaction();
    await voting.query(
      'SELECT FROM voter WHERE consultation_id = $1 ORDER BY pseudonym LIMIT 3 FOR UPDATE',
      [id],
    );
    await recount(stage.database, id, new Date());
    expect((await kept(id))?.groups).toMatch(/^---[01]{62}$/);
    expect(await kept(id)).toMatchObject({ sizes: [40, 25] });
    await voting.commitTransaction();
    await voting.release();
    await campsVote(stage, id, proposals, [{ people: 41, says: '++++----++' }]);
    await recount(stage.database, id, new Date());
    expect((await kept(id))?.groups).toMatch(/^[01]{66}$/);
  });
});

describe('A server that is killed while it recounts', () => {
  const raise = (): ChildProcess =>
    spawn(process.execPath, [resolve('test/stage/recounting.mjs')], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: stage.clarion.environment.databaseUrl,
      },
      stdio: 'ignore',
    });

  test('leaves the last good result, and the next one does the job once', async () => {
    const { id, proposals } = await campsIn();
    const long = new Date(Date.now() - 60_000);
    await recount(stage.database, id, long);
    await campsVote(stage, id, proposals, [{ people: 60, says: '++++----++' }]);

    // Somebody holds the last result: the recount comes to its writing and waits there.
    const holder = stage.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM opinion_result WHERE consultation_id = $1 FOR UPDATE', [id]);
    const server = raise();
    const isWaiting = async () => {
      const [row] = await stage.database.query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return row.waiting > 0;
    };
    await until(isWaiting, 'the recount waited for the last result');
    const ended = new Promise((done) => {
      server.once('exit', done);
    });
    server.kill('SIGKILL');
    await ended;
    await holder.rollbackTransaction();
    await holder.release();
    expect(await kept(id)).toMatchObject({ foundAt: long, voteCount: 650, sizes: [40, 25] });

    await withJobs(stage, recountTasks, async () => {
      await until(async () => (await kept(id))?.voteCount === 850, 'the next server recounted');
      await until(async () => (await progressOf(id)) === null, 'the progress was cleared');
    });
    expect(await kept(id)).toMatchObject({ sizes: [60, 25] });
    const [left] = await stage.database.query(
      `SELECT count(*)::int AS jobs FROM graphile_worker.jobs
       WHERE task_identifier = 'recount' AND locked_at IS NULL AND attempts < max_attempts`,
    );
    expect(left.jobs).toBe(0);
  });
});
