import { fileURLToPath } from 'node:url';
import { opinionGroups } from '@clarion/deliberation';
import type { BenchOptions } from '../bench.js';
import { output, sampleOf } from '../own-process.js';
import { PlainError } from '../plain-error.js';
import { temporaryFolder } from '../temporary-folder.js';
import { allAgree, type Measured, type Sample, type Subject, takeTurns } from '../turns.js';
import { besideReference } from './beside-reference.js';
import { besidePlanted } from './best-guess.js';
import { compileLoop, type Loop, loopSubject } from './c-loop.js';
import { plantVotes } from './planted-votes.js';
import { type PlantedFound, reportGroups, type WorldMeasured } from './report.js';
import type { Check, GroupsSample, Prepared } from './samples.js';
import { PLANTED, WORLDS, type WorldName } from './worlds.js';

const SUBJECT = fileURLToPath(new URL('./subject.js', import.meta.url));
const ROUNDS = 9;
const QUICK_ROUNDS = 3;
/** Of full k-means. */
const RUNS = 4;

/** Full k-means among a million takes too long for a quick look. */
function referenceRuns(world: WorldName, isQuick: boolean): number {
  if (!isQuick) return RUNS;
  return WORLDS[world].people > 100_000 ? 0 : 1;
}

async function step<Answer>(...args: string[]): Promise<Answer> {
  return JSON.parse(await output(process.execPath, [SUBJECT, ...args])) as Answer;
}

/** One of the sizes: generated, measured in turns, compared, and removed. */
async function measureWorld(
  world: WorldName,
  loop: Loop | null,
  { isQuick, say }: BenchOptions,
): Promise<WorldMeasured> {
  const { path: folder, remove } = temporaryFolder('votes');
  try {
    say(`  generating ${world} …`);
    const prepared = await step<Prepared>('prepare', world, folder);
    const turn = <Turn extends Sample>(label: string, name: string): Subject<Turn> => ({
      name: label,
      run: () => sampleOf<Turn>(SUBJECT, [name, world, folder]),
    });
    const rounds = isQuick ? QUICK_ROUNDS : ROUNDS;
    const { statements } = WORLDS[world];
    const subjects: Subject[] = [
      turn<GroupsSample>('cold', 'cold'),
      turn<GroupsSample>('warm with 1 % new votes', 'warm'),
      turn<GroupsSample>('warm, in a new process', 'warm first'),
      turn('a pass', 'passes'),
      ...(loop ? [loopSubject(loop, folder, statements, prepared.pass)] : []),
    ];
    const measured = await takeTurns(subjects, rounds, say);
    for (const subject of measured) {
      if (!allAgree([subject])) throw new PlainError(`"${subject.name}" answered differently.`);
    }
    const [cold, warm, warmFirst, pass, inC] = measured;
    say('  comparing with the planted groups and with full k-means …');
    const check = await step<Check>('check', world, folder, String(referenceRuns(world, isQuick)));
    return {
      world,
      rounds,
      prepared,
      check,
      cold: cold as Measured<GroupsSample>,
      warm: warm as Measured<GroupsSample>,
      warmFirst: warmFirst as Measured<GroupsSample>,
      pass: pass as Measured,
      inC: inC ?? null,
    };
  } finally {
    remove();
  }
}

/** How well groups that are known are found, for each number of them. */
function findPlanted(say: BenchOptions['say']): PlantedFound[] {
  return PLANTED.map((shape) => {
    say(`  ${shape.groups} planted groups …`);
    const planted = plantVotes(shape);
    const found = opinionGroups(planted, { seed: shape.seed });
    return {
      found: found.k,
      toPlanted: besidePlanted(planted, found.group),
      reference: besideReference(found, RUNS, shape.seed),
    };
  });
}

export async function benchGroups(options: BenchOptions) {
  const { path: folder, remove } = temporaryFolder('c');
  try {
    const loop = await compileLoop(folder);
    if (!loop) options.say('  No C compiler (cc): the C loop is skipped.');
    const worlds: WorldMeasured[] = [];
    for (const world of Object.keys(WORLDS) as WorldName[]) {
      worlds.push(await measureWorld(world, loop, options));
    }
    return {
      text: reportGroups(worlds, findPlanted(options.say)),
      versions: loop ? [loop.compiler] : [],
    };
  } finally {
    remove();
  }
}
