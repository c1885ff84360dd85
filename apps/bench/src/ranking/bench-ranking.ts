import type { BenchOptions } from '../bench.js';
import { PlainError } from '../plain-error.js';
import { type Sample, type Subject, takeTurns } from '../turns.js';
import { ask, type Bounds, load, quantile } from './load.js';
import { bodyOf, rankingDocument, timeless } from './page.js';
import { type Crowded, type PageSample, reportRanking, type StatementsCounted } from './report.js';
import { type ServerProcess, startClarion, startFloor } from './server-process.js';
import { openStage, type Stage } from './stage.js';
import { countStatements } from './statement-counter.js';

const SIZES = [30, 3_000];
const FULL = { atOnce: [1, 16, 64], rounds: 5, milliseconds: 3_000, most: 3_000 };
const QUICK = { atOnce: [1, 16], rounds: 2, milliseconds: 600, most: 600 };
/** The first replies of a server are slow for reasons that pass. */
const WARM_UP: Bounds = { atOnce: 8, milliseconds: 1_500, most: 400 };
/** Asked for so often, as a job may run its own statements meanwhile; the least counts. */
const COUNTINGS = 9;
/** Letters of a statement that whoever waits is shown. */
const SHOWN = 110;

interface Page {
  proposals: number;
  id: string;
  body: string;
  /** What Clarion answered first. */
  reply: string;
}

/** What a page takes in statements, counted on the wire between Clarion and Postgres. */
async function countPages(
  stage: Stage,
  document: string,
  say: BenchOptions['say'],
): Promise<[StatementsCounted[], Page[]]> {
  const counter = await countStatements(stage.url);
  const clarion = await startClarion(counter.url, stage.directory);
  const counted: StatementsCounted[] = [];
  const pages: Page[] = [];
  try {
    say('  waiting for the jobs …');
    await stage.settle();
    for (const [proposals, id] of stage.ids) {
      const body = bodyOf(document, id);
      const asking = { address: clarion.address, body, cookie: stage.cookie };
      const { text } = await ask(asking);
      pages.push({ proposals, id, body, reply: text });
      let least: string[] | null = null;
      for (let time = 0; time < COUNTINGS; time++) {
        const statements = await counter.during(() => ask(asking));
        if (!least || statements.length < least.length) least = statements;
      }
      counted.push({ proposals, statements: least?.length ?? 0 });
      for (const text of least ?? [])
        say(`    ${text.replace(/\s+/g, ' ').trim().slice(0, SHOWN)}`);
    }
  } finally {
    await clarion.stop();
    await counter.close();
  }
  return [counted, pages];
}

function subject(
  name: string,
  server: ServerProcess,
  { body, reply }: Page,
  cookie: string,
  bounds: Bounds,
): Subject<PageSample> {
  return {
    name,
    run: async () => {
      const asking = { address: server.address, body, cookie };
      const cpu = server.cpu();
      const loaded = await load(asking, bounds, reply);
      const { text } = await ask(asking);
      return {
        milliseconds: loaded.milliseconds / Math.max(1, loaded.replies),
        cpuMilliseconds: (server.cpu() - cpu) / Math.max(1, loaded.replies),
        peakBytes: server.mostMemory(),
        growthBytes: 0,
        answer: timeless(text),
        p50: quantile(loaded, 0.5),
        p99: quantile(loaded, 0.99),
        failed: loaded.failed,
        complaint: loaded.complaint,
      };
    },
  };
}

/** Both servers by turns, one page at a time, with ever more asking at once. */
async function measurePages(
  stage: Stage,
  pages: readonly Page[],
  { isQuick, say }: BenchOptions,
): Promise<Crowded[]> {
  const clarion = await startClarion(stage.url, stage.directory);
  const floor = await startFloor(stage.url);
  const { atOnce: crowds, rounds, milliseconds, most } = isQuick ? QUICK : FULL;
  const crowded: Crowded[] = [];
  try {
    await stage.settle();
    for (const page of pages) {
      for (const { address } of [floor, clarion]) {
        await load({ address, body: page.body, cookie: stage.cookie }, WARM_UP, page.reply);
      }
      for (const atOnce of crowds) {
        say(`  ${page.proposals} proposals, ${atOnce} at once`);
        const bounds = { atOnce, milliseconds, most };
        const measured = await takeTurns(
          [
            subject('floor', floor, page, stage.cookie, bounds),
            subject('Clarion', clarion, page, stage.cookie, bounds),
          ],
          rounds,
          say,
        );
        crowded.push({ proposals: page.proposals, atOnce, measured });
      }
    }
  } finally {
    await clarion.stop();
    await floor.stop();
  }
  return crowded;
}

export async function benchRanking(options: BenchOptions) {
  const document = rankingDocument();
  options.say('  raising a Postgres …');
  const stage = await openStage(SIZES, options.say);
  try {
    const [counted, pages] = await countPages(stage, document, options.say);
    for (const { id, reply } of pages) await stage.keepPage(id, reply);
    const crowded = await measurePages(stage, pages, options);
    for (const { measured, proposals } of crowded) refuseOtherAnswers(measured, proposals);
    return { text: reportRanking(counted, crowded), versions: [stage.version] };
  } finally {
    await stage.close();
  }
}

function refuseOtherAnswers(measured: readonly { turns: Sample[] }[], proposals: number): void {
  const answers = new Set(measured.flatMap(({ turns }) => turns.map(({ answer }) => answer)));
  if (answers.size > 1) {
    const [one = '', other = ''] = answers;
    const at = Array.from(one).findIndex((letter, i) => letter !== other[i]);
    const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
    throw new PlainError(
      `The floor and Clarion answer differently with ${proposals} proposals:\n${near(one)}\n${near(other)}`,
    );
  }
}
