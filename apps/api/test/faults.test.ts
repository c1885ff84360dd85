import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { dataSource } from '../src/database/data-source.js';
import { latest } from '../src/jobs/job-run.queries.js';
import { CLARION, run } from './stage/command.js';
import { KILLS } from './stage/faults/operated.js';
import { type Faults, type Outcome, openFaults } from './stage/faults/rounds.js';
import { until } from './stage/working.js';

/** `pnpm faults` asks for more. */
const ROUNDS = Number(process.env['CLARION_FAULT_ROUNDS'] ?? 5);
const SEED = process.env['CLARION_FAULT_SEED'] ?? String(Date.now());
const isLong = process.env['CLARION_FAULT_ROUNDS'] !== undefined;

const opened: Faults[] = [];
const opening = async (seed: string) => {
  const faults = await openFaults(seed);
  opened.push(faults);
  return faults;
};

const say = (line: string) => isLong && process.stderr.write(`${line}\n`);

afterAll(async () => {
  for (const { end, operated } of opened) {
    await end();
    rmSync(operated.directory, { recursive: true, force: true });
  }
});

const sum = (outcomes: readonly Outcome[], what: (outcome: Outcome) => number) =>
  outcomes.reduce((total, outcome) => total + what(outcome), 0);

describe(`Killed while people vote and write (seed ${SEED})`, () => {
  test(
    `nothing that was acknowledged is lost, nothing is doubled, and everything agrees: ${ROUNDS} times`,
    async () => {
      const faults = await opening(SEED);
      const outcomes: Outcome[] = [];
      for (let each = 0; each < ROUNDS; each += 1) {
        // Each thing once, and then at random.
        const outcome = await faults.round(KILLS[each]);
        outcomes.push(outcome);
        const { kill, acknowledged, unanswered, lost, wrong, backAfter } = outcome;
        say(
          `${each + 1}/${ROUNDS} kill -9 of ${kill}: ${acknowledged} acknowledged, ${unanswered} unanswered, ${lost.length} lost, ${wrong.length} wrong, back after ${backAfter} ms`,
        );
        expect({ kill, lost, wrong }).toEqual({ kill, lost: [], wrong: [] });
      }
      // It was under load, and something was in the air when it was killed.
      expect(sum(outcomes, ({ acknowledged }) => acknowledged)).toBeGreaterThan(ROUNDS * 10);
      expect(sum(outcomes, ({ unanswered }) => unanswered)).toBeGreaterThan(0);
      const doctor = await run(CLARION, ['doctor'], { CLARION_DATA: faults.operated.directory });
      expect(doctor.out.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
      say(
        `In all: ${sum(outcomes, (one) => one.acknowledged)} acknowledged, ${sum(outcomes, (one) => one.unanswered)} unanswered and sent again, 0 lost, 0 doubled.`,
      );
    },
    120_000 + ROUNDS * 60_000,
  );

  (isLong ? test : test.skip)(
    'jobs go on after Postgres alone was killed',
    async () => {
      const faults = opened[0] as Faults;
      await faults.operated.kill('postgres', () => 0);
      const killedAt = new Date();
      await faults.operated.start();
      const database = await dataSource({ url: faults.operated.url(), pool: 1 }).initialize();
      await until(
        async () => {
          const runs = await latest(database.manager);
          return runs.some(({ task, startedAt }) => task === 'recount-due' && startedAt > killedAt);
        },
        'a job ran again',
        150_000,
      );
      await database.destroy();
    },
    180_000,
  );

  test('acknowledged writes would be lost if Postgres did not wait for the disk (so the test above can fail)', async () => {
    const faults = await opening(`${SEED} control`);
    await faults.operated.letGoOfDurability();
    let lost = 0;
    for (let tries = 0; tries < 3 && lost === 0; tries += 1) {
      // A connection keeps the setting that it began with, so all begin anew.
      await faults.operated.kill('both', () => 0);
      await faults.operated.start();
      lost = (await faults.round('both')).lost.length;
    }
    say(`Control, synchronous_commit = off: ${lost} acknowledged writes were lost.`);
    expect(lost).toBeGreaterThan(0);
  }, 300_000);
});
