/**
 * One step or one turn of the bench of groups, in a process of its own: `subject.js STEP WORLD FOLDER
 * [RUNS]`, the runs of k-means of the reference, 0 for none. Prints JSON.
 */
import { createHash } from 'node:crypto';
import { type OpinionGroups, type OpinionOptions, opinionGroups } from '@clarion/deliberation';
import { adjustedRand } from '@clarion/deliberation/opinion/adjusted-rand';
import { principalComponents } from '@clarion/deliberation/opinion/components';
import { packVotes } from '@clarion/deliberation/opinion/votes';
import { measure } from '../measure.js';
import { besideReference } from './beside-reference.js';
import { besidePlanted } from './best-guess.js';
import { readBefore, readVotes, writeBefore, writeColumn, writeVotes } from './columns.js';
import { onePass } from './one-pass.js';
import { plantVotes, withoutNew } from './planted-votes.js';
import type { Check, GroupsSample, PassSample, Prepared } from './samples.js';
import { WORLDS, type WorldName } from './worlds.js';

const SEED = 'bench';
const NEW_VOTES = 0.01;

const [step = '', world = '', folder = '', runs = '4'] = process.argv.slice(2);
const shape = WORLDS[world as WorldName];
const { people, statements } = shape;

function fingerprint({ group }: Pick<OpinionGroups, 'group'>): string {
  return createHash('sha256').update(group).digest('hex').slice(0, 16);
}

/** Generates the votes, and what the subjects need besides. */
function prepare(): Prepared {
  const { votes } = plantVotes(shape);
  writeVotes(folder, votes);
  const old = withoutNew(votes, NEW_VOTES, shape.seed);
  writeBefore(folder, opinionGroups({ votes: old, people, statements }, { seed: SEED }));
  const { starts, codes } = packVotes(votes, people, statements);
  writeColumn(folder, 'starts', starts);
  writeColumn(folder, 'codes', codes);
  return {
    votes: votes.person.length,
    grouped: starts.length - 1,
    pass: onePass(starts, codes, statements),
  };
}

/** One call in this process, which may have found groups before. */
async function groups(before?: OpinionOptions['before']): Promise<GroupsSample> {
  const input = { votes: readVotes(folder), people, statements };
  const { result, ...taken } = await measure(() => opinionGroups(input, { seed: SEED, before }));
  return { ...taken, answer: fingerprint(result), passes: result.iterations };
}

/** As in the thread that the API keeps: it began cold, and then more votes came. */
function groupsAgain(): Promise<GroupsSample> {
  opinionGroups({ votes: readVotes(folder), people, statements }, { seed: SEED });
  return groups(readBefore(folder));
}

/**
 * The passes over the votes alone, when the compiler knows them; a pass comes out a little dear, as what is
 * between them is in it.
 */
async function passes(): Promise<PassSample> {
  const packed = packVotes(readVotes(folder), people, statements);
  principalComponents(packed, statements, SEED);
  const { result, ...taken } = await measure(() => principalComponents(packed, statements, SEED));
  const { iterations } = result;
  return {
    ...taken,
    milliseconds: taken.milliseconds / iterations,
    cpuMilliseconds: taken.cpuMilliseconds / iterations,
    answer: String(iterations),
  };
}

/** Compares the groups with the planted ones, with those of a warm start and with the reference. */
function check(): Check {
  const input = { votes: readVotes(folder), people, statements };
  const found = opinionGroups(input, { seed: SEED });
  const warm = opinionGroups(input, { seed: SEED, before: readBefore(folder) });
  return {
    found: found.k,
    sizes: Array.from(found.sizes),
    toWarm: adjustedRand(found.group, warm.group),
    toPlanted: besidePlanted(plantVotes(shape), found.group),
    reference: Number(runs) > 0 ? besideReference(found, Number(runs), SEED) : null,
  };
}

const steps: Record<string, () => unknown> = {
  prepare,
  cold: () => groups(),
  warm: groupsAgain,
  'warm first': () => groups(readBefore(folder)),
  passes,
  check,
};
const run = steps[step];
if (!run) throw new Error(`There is no step "${step}".`);
process.stdout.write(JSON.stringify(await run()));
