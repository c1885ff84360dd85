import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.js';
import type { Bench } from './bench.js';
import { putSection } from './document.js';
import { benchGroups } from './groups/bench-groups.js';
import { benchGrowth } from './growth/bench-growth.js';
import { benchLive } from './live/bench-live.js';
import { sayMachine } from './machine.js';
import { benchPages } from './pages/bench-pages.js';
import { PLANS_HELP, plansCommand } from './plans/plans-command.js';
import { benchRecount } from './recount/bench-recount.js';
import { benchSearch } from './search/bench-search.js';
import { benchSoak } from './soak/bench-soak.js';
import { benchStart } from './start/bench-start.js';
import { benchThreads } from './threads/bench-threads.js';
import { benchVotes } from './votes/bench-votes.js';
import { benchWeb } from './web/bench-web.js';
import { WORLD_HELP, worldCommand } from './world/world-command.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const CACHE = join(root, '.cache');

const BENCHES = {
  groups: {
    title: 'Opinion groups',
    help: 'finding groups among 100,000 and a million people, cold and warm',
    run: benchGroups,
  },
  recount: {
    title: 'Recounting a round',
    help: 'a bundle of a million votes, from the command line and in Chromium',
    run: benchRecount,
  },
  pages: {
    title: 'Pages',
    help: 'consultation, proposals, thread and ranking through the whole stack, beside a floor, Nest and PostGraphile',
    run: benchPages,
  },
  votes: {
    title: 'Votes',
    help: 'durable votes through the whole stack beside a floor, an ordinary Nest and PostGraphile',
    run: benchVotes,
  },
  soak: {
    title: 'Load held',
    help: 'votes and pages at a steady rate for minutes, then more than can be answered',
    run: benchSoak,
  },
  growth: {
    title: 'Growth',
    help: 'the same pages among 10,000, 100,000 and a million members',
    run: benchGrowth,
  },
  threads: {
    title: 'Threads',
    help: 'the first page of a thread of 1,000 comments and of one of 100,000',
    run: benchThreads,
  },
  live: {
    title: 'Live updates',
    help: '10,000 people who watch the counts of one proposal while others vote',
    run: benchLive,
  },
  search: {
    title: 'Search',
    help: 'common, rare and misspelt words in 100,000 contributions',
    run: benchSearch,
  },
  web: {
    title: 'The first screen on a slow phone',
    help: 'six pages as the server writes them and from the shell alone, in Chromium on a slow phone; scrolling',
    run: benchWeb,
  },
  start: {
    title: 'Start',
    help: 'npm start cold and warm, the server until it is ready, and what it holds in memory when idle',
    run: benchStart,
  },
} satisfies Record<string, Bench>;

type Name = keyof typeof BENCHES;
const NAMES = Object.keys(BENCHES) as Name[];
const TITLES = NAMES.map((name) => BENCHES[name].title);

const HELP = `Usage: pnpm bench [<name> …] [--quick]
       pnpm bench world [--members <n>] [--afresh]
       pnpm bench plans

Measures what must be fast beside what it is compared to, and writes docs/benchmarks.md: the sections
that were asked for, or all. Keep the machine quiet meanwhile. Progress goes to stderr.

${NAMES.map((name) => `  ${name.padEnd(9)} ${BENCHES[name].help}`).join('\n')}

  --quick   fewer turns, within two minutes; goes to reports/benchmarks.md and is printed
  --minutes <n>   how long soak holds its load; ten if not said

${WORLD_HELP}

${PLANS_HELP}`;

/** The file as it is; empty where there is none. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** `pnpm bench`. Throws PlainError for what it was asked and does not know. */
export async function bench(args: readonly string[]): Promise<void> {
  const [first, ...rest] = args;
  if (first === 'world') return worldCommand(CACHE, rest);
  if (first === 'plans') return plansCommand(CACHE, rest);
  const { names, isQuick, minutes, wantsHelp } = readArguments(args, NAMES);
  if (wantsHelp) {
    console.log(HELP);
    return;
  }
  // So that what was begun ends, and temporary files go.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130));
  }
  const file = join(root, isQuick ? 'reports' : 'docs', 'benchmarks.md');
  mkdirSync(dirname(file), { recursive: true });
  const say = (line: string) => console.error(line);
  for (const name of names) {
    const { title, run } = BENCHES[name];
    say(`${title} …`);
    const command = `pnpm bench ${name}${isQuick ? ' --quick' : ''}`;
    const begun = sayMachine(root, command);
    const { text, versions } = await run({
      isQuick,
      say,
      ...(minutes !== undefined && { minutes }),
    });
    const where = versions.length > 0 ? `${begun} With ${versions.join(', ')}.` : begun;
    const body = `${where}\n\n${text}`;
    writeFileSync(file, putSection(read(file), TITLES, title, body));
    console.log(`\n## ${title}\n\n${body}`);
  }
  say(`Written to ${file}.`);
}
