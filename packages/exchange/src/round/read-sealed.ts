import { MalformedFile, shown } from '../malformed-file.js';
import type { PolisExport } from '../polis/polis-export.js';
import { areaNames } from './area-names.js';
import { BALLOTS_FILE, readBallots } from './ballots-file.js';
import type { Manifest } from './manifest.js';
import { fileIn } from './read-tables.js';
import type { RoundFiles, RoundInput } from './round-input.js';
import { fewestSecretIn } from './round-lenses.js';
import { readTable, textOf } from './round-table.js';
import {
  PEOPLE_COLUMNS,
  PEOPLE_FILE,
  type RoundStart,
  START_FILE,
  TOLD_FILE,
} from './sealed-files.js';
import type { Told } from './told.js';

/**
 * What the round was written from, out of the scrutineers' folder: `polis` are its four files of a Polis
 * export, already read. The texts of proposals and their authors are not in it. Throws MalformedFile,
 * naming file and line.
 */
export function readSealed(
  files: RoundFiles,
  polis: Pick<PolisExport, 'statements' | 'people' | 'votes'>,
  manifest: Manifest,
): RoundInput {
  const { statements, people, votes } = polis;
  const start = readStart(fileIn(files, START_FILE), statements.length);
  const ranked = new Set(start.ranked);
  const lives = readPeople(fileIn(files, PEOPLE_FILE), people, manifest.counts.regions);
  const ballots = files.get(BALLOTS_FILE);
  const placeOf = new Map(statements.map(({ id }, at) => [id, at]));
  const { before } = start;
  return {
    consultation: manifest.consultation,
    round: { ...manifest.round, id: start.seed },
    rules: manifest.rules,
    rollSize: manifest.rollSize,
    regions: lives.regions,
    clps: lives.clps,
    proposals: statements.map(({ id, moderated }) => ({
      id: '',
      number: id,
      status: ranked.has(id) ? 'published' : 'withdrawn',
      statement: '',
      authorName: '',
      isLeftOut: moderated === -1,
    })),
    clpOf: lives.clpOf,
    votes,
    ballots: ballots ? readBallots(ballots, placeOf) : null,
    fewestSecretBallots: fewestSecretIn(manifest),
    before: before && {
      k: before.k,
      group: lives.before,
      first: Float64Array.from(before.first),
      second: Float64Array.from(before.second),
    },
    told: readTold(files.get(TOLD_FILE)),
  };
}

/** What was told before the round. Of the folder's own making, and vouched for by its hash. */
export function readTold(bytes: Uint8Array | undefined): Told | null {
  if (!bytes) return null;
  const fault = () =>
    new MalformedFile(TOLD_FILE, null, 'this is not what was told before a round.');
  try {
    const told = JSON.parse(textOf(TOLD_FILE, bytes)) as Partial<Told> | null;
    if (typeof told?.areas !== 'object' || told.groups === undefined) throw fault();
    return told as Told;
  } catch (error) {
    throw error instanceof MalformedFile ? error : fault();
  }
}

export function readStart(bytes: Uint8Array, statements: number): RoundStart {
  const fault = (saying: string) => new MalformedFile(START_FILE, null, saying);
  let start: Partial<RoundStart> | null;
  try {
    start = JSON.parse(textOf(START_FILE, bytes)) as Partial<RoundStart> | null;
  } catch (error) {
    throw error instanceof MalformedFile ? error : fault('this is not JSON.');
  }
  if (start?.format !== 'clarion-matrix' || start.version !== 1) {
    throw fault('this is not how the groups of a round began.');
  }
  const { seed, ranked, before } = start;
  const areNumbers = (list: unknown) =>
    Array.isArray(list) && list.every((item) => typeof item === 'number');
  const fits = (list: unknown) => areNumbers(list) && list.length <= statements;
  const isStart =
    before === null || (typeof before?.k === 'number' && fits(before.first) && fits(before.second));
  if (typeof seed !== 'string' || !areNumbers(ranked) || !isStart) {
    throw fault('the seed, the ranked proposals or the components are not as they must be.');
  }
  return start as RoundStart;
}

interface Lives {
  regions: string[];
  clps: { name: string; region: number }[];
  clpOf: Int32Array;
  /** The group of each in the round before; −1 for none. */
  before: Int8Array;
}

/** Where people live, one a line; `people` are those of the matrix, by number where it is not at hand. */
export function readPeople(
  bytes: Uint8Array,
  people: readonly { id: number }[] | null,
  regionCount: number,
): Lives {
  const rows = readTable(PEOPLE_FILE, bytes, PEOPLE_COLUMNS);
  const regions: string[] = [];
  const clps: Lives['clps'] = [];
  const clpAt = new Map<string, number>();
  const clpNamed = (name: string, region: number) => {
    const at = clpAt.get(name) ?? clps.push({ name, region }) - 1;
    clpAt.set(name, at);
    return at;
  };
  const clpOf = new Int32Array(rows.length).fill(-1);
  const before = new Int8Array(rows.length).fill(-1);
  if (people && rows.length !== people.length) {
    const fault = `there are ${rows.length} people here and ${people.length} in the matrix.`;
    throw new MalformedFile(PEOPLE_FILE, null, fault);
  }
  rows.forEach(({ line, cells }, person) => {
    const { participant = '', clp = '', region = '', before: letter = '' } = cells;
    const id = people ? people[person]?.id : person;
    if (participant !== String(id) || !/^[A-Z]?$/.test(letter)) {
      const fault = `${shown(participant)} must be participant ${id}, with a letter or none.`;
      throw new MalformedFile(PEOPLE_FILE, line, fault);
    }
    before[person] = letter === '' ? -1 : letter.charCodeAt(0) - 65;
    if (clp === '') return;
    if (region !== '' && !regions.includes(region)) regions.push(region);
    clpOf[person] = clpNamed(clp, regions.indexOf(region));
  });
  // Regions without anybody have no name here, and none is needed: only how many they are.
  const silent = Math.max(0, regionCount - regions.length);
  const all = areaNames([...regions, ...Array.from({ length: silent }, () => 'Silent region')]);
  return { regions: all, clps, clpOf, before };
}
