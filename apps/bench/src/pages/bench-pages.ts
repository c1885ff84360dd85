import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench.js';
import { PlainError } from '../plain-error.js';
import { hotDocuments } from '../plans/hot-pages.js';
import { ask, type Bounds } from '../serving/load.js';
import type { ServerProcess } from '../serving/server-process.js';
import { settle } from '../serving/settle.js';
import { countStatements } from '../serving/statement-counter.js';
import { takeTurns } from '../turns.js';
import type { Who } from './floor-statements.js';
import type { Crowded, PageCounted } from './measured.js';
import { pageTurn } from './page-turn.js';
import { PAGE_NAMES, type PageName } from './pages.js';
import { reportPages } from './report-pages.js';
import { openStage, type Stage } from './stage.js';
import { clarion, ordinaryNest, postGraphile, type Subject, theFloor } from './subjects.js';

const CACHE = join(fileURLToPath(new URL('../../../..', import.meta.url)), '.cache');
const MEMBERS = 100_000;
const FULL = { atOnce: [1, 16, 64], rounds: 5, milliseconds: 1_200, warmUp: 1_200 };
const QUICK = { atOnce: [16], rounds: 2, milliseconds: 400, warmUp: 400 };
const MOST = 10_000;
/** Asked for so often, as a job may run its own statements meanwhile; the least counts. */
const COUNTINGS = 9;

/** A subject that runs, with what it first replied to each page. */
interface Running {
  subject: Subject;
  server: ServerProcess;
  replies: Map<string, string>;
}

const cookieOf = (stage: Stage, who: Who) => (who === 'member' ? stage.cookie : '');

/** How many statements each page takes, counted on the wire between Clarion and Postgres. */
async function countPages(stage: Stage, subject: (url: string) => Subject) {
  const counter = await countStatements(stage.world.url);
  const server = await subject(counter.url).start();
  const counted = new Map<PageName, number>();
  try {
    await settle(stage.world.database);
    for (const page of PAGE_NAMES) {
      const body = subject(counter.url).body(page, stage.asked);
      const asking = { address: server.address, body, cookie: stage.cookie };
      const counts: number[] = [];
      for (let time = 0; time < COUNTINGS; time++) {
        counts.push((await counter.during(() => ask(asking))).length);
      }
      counted.set(page, Math.min(...counts));
    }
  } finally {
    await server.stop();
    await counter.close();
  }
  return counted;
}

async function firstReply(stage: Stage, running: Running, page: PageName, who: Who) {
  const { subject, server, replies } = running;
  const body = subject.body(page, stage.asked);
  const { status, text } = await ask({
    address: server.address,
    body,
    cookie: cookieOf(stage, who),
  });
  if (status !== 200 || text.includes('"errors"')) {
    throw new PlainError(`${subject.name}, ${page}: ${text.slice(0, 600)}`);
  }
  replies.set(`${page} ${who}`, text);
  return text;
}

/** Refuses to measure what answers differently from Clarion, who is the first. */
function compare(all: readonly Running[], page: PageName, who: Who): void {
  const [first, ...others] = all.map(({ subject, replies }) => ({
    name: subject.name,
    facts: subject.facts(page, replies.get(`${page} ${who}`) ?? ''),
  }));
  for (const { name, facts } of others) {
    if (!first || facts === first.facts) continue;
    const at = Array.from(facts).findIndex((letter, i) => letter !== first.facts[i]);
    const near = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
    throw new PlainError(
      `${first.name} and ${name} answer the ${page} page differently:\n${near(first.facts)}\n${near(facts)}`,
    );
  }
}

/** Asks everybody for every page once: Clarion first, because the floor is given what it says in words. */
async function askAll(stage: Stage, all: readonly Running[], who: Who): Promise<void> {
  for (const page of PAGE_NAMES) {
    for (const running of all) {
      const text = await firstReply(stage, running, page, who);
      if (running.subject.name === 'Clarion') await stage.keep(page, who, text);
    }
    compare(all, page, who);
  }
}

function turnOf(stage: Stage, running: Running, page: PageName, who: Who, bounds: Bounds) {
  const { subject, server, replies } = running;
  const body = subject.body(page, stage.asked);
  const asking = { address: server.address, body, cookie: cookieOf(stage, who) };
  const expected = replies.get(`${page} ${who}`) ?? '';
  const { database } = stage.world;
  return {
    name: subject.name,
    run: () => pageTurn({ server, database, asking, expected }, bounds),
  };
}

/** Everybody by turns, one page at a time, with ever more asking at once. */
async function measurePages(
  stage: Stage,
  all: readonly Running[],
  who: Who,
  { isQuick, say }: BenchOptions,
): Promise<Crowded[]> {
  const { atOnce: crowds, rounds, milliseconds, warmUp } = isQuick ? QUICK : FULL;
  const crowded: Crowded[] = [];
  for (const page of PAGE_NAMES) {
    for (const running of all) {
      const bounds = { atOnce: 8, milliseconds: warmUp, most: MOST };
      await turnOf(stage, running, page, who, bounds).run();
    }
    for (const atOnce of crowds.filter((count) => who === 'member' || count > 1)) {
      say(`  ${page}, ${who}, ${atOnce} at once`);
      const bounds = { atOnce, milliseconds, most: MOST };
      const turns = all.map((running) => turnOf(stage, running, page, who, bounds));
      const measured = await takeTurns(turns, rounds, say);
      for (const running of all) await firstReply(stage, running, page, who);
      compare(all, page, who);
      crowded.push({ page, who, atOnce, measured });
    }
  }
  return crowded;
}

async function measureAll(stage: Stage, subjects: readonly Subject[], options: BenchOptions) {
  const all: Running[] = [];
  try {
    for (const subject of subjects) {
      options.say(`  starting ${subject.name} …`);
      all.push({ subject, server: await subject.start(), replies: new Map() });
    }
    await settle(stage.world.database);
    await askAll(stage, all, 'member');
    const bytes = (page: PageName) =>
      Object.fromEntries(
        all.map(({ subject, replies }) => [
          subject.name,
          Buffer.byteLength(replies.get(`${page} member`) ?? ''),
        ]),
      );
    const sizes = new Map(PAGE_NAMES.map((page) => [page, bytes(page)]));
    const crowded = await measurePages(stage, all, 'member', options);
    const both = all.filter(({ subject }) => ['Clarion', 'floor'].includes(subject.name));
    await askAll(stage, both, 'nobody');
    crowded.push(...(await measurePages(stage, both, 'nobody', options)));
    return { crowded, sizes };
  } finally {
    for (const { server } of all) await server.stop();
  }
}

export async function benchPages(options: BenchOptions) {
  const documents = hotDocuments();
  const stage = await openStage(CACHE, MEMBERS, options.say);
  const { world } = stage;
  try {
    options.say('  counting statements …');
    const statements = await countPages(stage, (url) => clarion({ ...world, url }, documents));
    const { subject, version } = await postGraphile(world, CACHE, options.say);
    const subjects = [clarion(world, documents), theFloor(world), ordinaryNest(world), subject];
    const { crowded, sizes } = await measureAll(stage, subjects, options);
    const counted = PAGE_NAMES.map(
      (page): PageCounted => ({
        page,
        statements: statements.get(page) ?? 0,
        bytes: sizes.get(page) ?? {},
      }),
    );
    return {
      text: reportPages(counted, crowded, MEMBERS),
      versions: [world.version, version],
    };
  } finally {
    await stage.close();
  }
}
