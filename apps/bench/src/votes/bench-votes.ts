import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { PlainError } from '../plain-error.js';
import { quantile } from '../serving/load.js';
import { postgresCpu } from '../serving/postgres-cpu.js';
import type { ServerProcess } from '../serving/server-process.js';
import { takeTurns } from '../turns.js';
import { castFor, onMany, onOne } from './casting.js';
import type { Block, VoteSample } from './measured.js';
import { reportVotes } from './report-votes.js';
import { type SetAlone, setsAlone } from './sets-alone.js';
import { openStage, type Stage } from './stage.js';
import { allSubjects, type Subject } from './subjects.js';

const CACHE = join(fileURLToPath(new URL('../../../..', import.meta.url)), '.cache');
const FULL = { voters: 20_000, rounds: 5, milliseconds: 2_500, crowds: [1, 16, 64] };
const QUICK = { voters: 4_000, rounds: 2, milliseconds: 800, crowds: [64] };
const PROPOSALS = 400;
/** Added to each flush, as a disk across a network takes. */
const SLOWER_MS = 2;
const WARM_UP = { atOnce: 32, milliseconds: 3_000 };
/** Commits by which it is told how long a flush takes. */
const FLUSHES = 100;

interface Running {
  subject: Subject;
  server: ServerProcess;
}

function turnOf(
  stage: Stage,
  { subject, server }: Running,
  isSpread: boolean,
  bounds: { atOnce: number; milliseconds: number },
  turns: () => number,
) {
  return {
    name: subject.name,
    run: async (): Promise<VoteSample> => {
      const casts = isSpread ? onMany(stage, turns()) : onOne(stage, turns());
      const postgres = await postgresCpu(stage.database);
      const cpu = server.cpu();
      const own = process.cpuUsage();
      const loaded = await castFor(server.address, subject, casts, bounds);
      if (loaded.failed > 0) throw new PlainError(`${subject.name}: ${loaded.complaint}`);
      const { user, system } = process.cpuUsage(own);
      return {
        milliseconds: loaded.milliseconds / loaded.replies,
        askingMilliseconds: (user + system) / 1_000 / loaded.replies,
        cpuMilliseconds: (server.cpu() - cpu) / loaded.replies,
        postgresMilliseconds: (await postgres()) / loaded.replies,
        peakBytes: server.mostMemory(),
        growthBytes: 0,
        answer: '',
        p50: quantile(loaded, 0.5),
        p99: quantile(loaded, 0.99),
      };
    },
  };
}

/** How long one commit takes that waits for the disk, in milliseconds: the middle of many. */
async function flushOf({ database }: Stage): Promise<number> {
  await database.query('CREATE TABLE IF NOT EXISTS bench.flushed (n int)');
  const times: number[] = [];
  for (let time = 0; time < FLUSHES; time++) {
    const begun = performance.now();
    await database.query('INSERT INTO bench.flushed VALUES (1)');
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[FLUSHES / 2] ?? 0;
}

async function noDrift(stage: Stage): Promise<void> {
  const drifted = await stage.drift();
  if (drifted.length > 0) throw new PlainError(`Counts are not the votes: ${drifted.join(', ')}.`);
}

/** Everybody by turns on one database: hot, with ever more at once, and spread where that is asked for. */
async function measureOn(
  stage: Stage,
  subjects: readonly Subject[],
  slower: number,
  { isQuick, say }: BenchOptions,
): Promise<Block[]> {
  const { rounds, milliseconds, crowds } = isQuick ? QUICK : FULL;
  const all: Running[] = [];
  const blocks: Block[] = [];
  let turn = 0;
  const turns = () => turn++;
  try {
    for (const subject of subjects) all.push({ subject, server: await subject.start(stage) });
    for (const running of all) await turnOf(stage, running, false, WARM_UP, turns).run();
    const flush = await flushOf(stage);
    for (const isSpread of slower > 0 ? [false] : [false, true]) {
      for (const atOnce of crowds) {
        say(
          `  ${isSpread ? 'many proposals' : 'one proposal'}, ${atOnce} at once, a flush ${flush.toFixed(1)} ms`,
        );
        const bounds = { atOnce, milliseconds };
        const taking = all.map((running) => turnOf(stage, running, isSpread, bounds, turns));
        const measured = await takeTurns(taking, rounds, say);
        await noDrift(stage);
        blocks.push({ isSpread, slower, flush, atOnce, measured });
      }
    }
    return blocks;
  } finally {
    for (const { server } of all) await server.stop();
  }
}

export async function benchVotes(options: BenchOptions) {
  const { voters, milliseconds } = options.isQuick ? QUICK : FULL;
  const { subjects, others } = await allSubjects(CACHE, options.say);
  const blocks: Block[] = [];
  const sets: SetAlone[] = [];
  let version = '';
  for (const slower of [0, SLOWER_MS]) {
    const stage = await openStage({ voters, proposals: PROPOSALS }, slower);
    if (!stage) continue;
    version = stage.version;
    try {
      if (slower === 0) sets.push(...(await setsAlone(stage, milliseconds)));
      blocks.push(...(await measureOn(stage, subjects, slower, options)));
    } finally {
      await stage.close();
    }
  }
  return {
    text: reportVotes(blocks, sets, { voters, proposals: PROPOSALS }),
    versions: [version, others],
  };
}
