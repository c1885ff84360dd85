import { isRanked, letterOf, type OpinionGroups } from '@clarion/deliberation';
import { canonicalJson } from '@clarion/record';
import { csvRows } from '../csv.js';
import { writePolis } from '../polis/write-polis.js';
import { textFile } from '../text-file.js';
import { areaNames } from './area-names.js';
import { BALLOTS_FILE, ballotLines } from './ballots-file.js';
import type { RoundInput } from './round-input.js';

export const PEOPLE_FILE = 'people.csv';
export const PEOPLE_COLUMNS = ['participant', 'clp', 'region', 'before'];
export const START_FILE = 'round.json';
/** What breakdowns told before this round, where any did. */
export const TOLD_FILE = 'told.json';
/**
 * Bytes that nobody could guess, in front of each sealed file when it is hashed: the manifest is public, and
 * from a plain hash whoever tries all ballots that fit the counts of a small round would find those cast.
 */
export const SALT_FILE = 'salt.txt';

/**
 * Cells of people × proposals up to which participants-votes.csv is written: some hundred megabytes. Beyond
 * that votes.csv alone has the votes, and the groups are found from them.
 */
export const MOST_CELLS = 100_000_000;

/** Where the groups began: round.json. Groups of the round before are in people.csv. */
export interface RoundStart {
  format: 'clarion-matrix';
  version: 1;
  seed: string;
  /** Numbers of the proposals that are ranked and so published. */
  ranked: number[];
  /** The components of the round before, in the order of comments.csv's ids; null for a cold start. */
  before: { k: number; first: number[]; second: number[] } | null;
}

/**
 * What scrutineers are given: the whole matrix of people and proposals as a Polis export, where each person
 * lives, the ballots, where the groups began, and what was told before. Authors are left out, who would else be
 * linked to how they voted, and so is what they wrote; all votes bear the time of the round, which says when it was read.
 */
export function sealedFiles(
  input: RoundInput,
  found: OpinionGroups,
  mostCells: number,
): Map<string, Uint8Array> {
  const { consultation, round, proposals, clpOf, votes, ballots, before } = input;
  const at = Date.parse(round.publishedAt);
  const files = writePolis(
    {
      topic: consultation.title,
      description: `Round ${round.number}`,
      url: null,
      statements: proposals.map(({ number, status, isLeftOut }) => ({
        id: number,
        authorId: null,
        createdAt: at,
        // Words may have to go one day, and this is for ever: they are in the bundle's words.csv.
        body: isRanked(status) ? `Proposal ${number}` : '',
        moderated: isLeftOut ? -1 : 1,
        isMeta: false,
        isSeed: false,
      })),
      people: Array.from(found.group, (group, id) => ({ id, groupId: group < 0 ? null : group })),
      votes: { ...votes, at: new Float64Array(votes.choice.length).fill(at) },
      votesHaveTimes: true,
    },
    { history: false, matrix: clpOf.length * proposals.length <= mostCells },
  );
  const start: RoundStart = {
    format: 'clarion-matrix',
    version: 1,
    seed: round.id,
    ranked: proposals.filter(({ status }) => isRanked(status)).map(({ number }) => number),
    before: before
      ? { k: before.k, first: Array.from(before.first), second: Array.from(before.second) }
      : null,
  };
  const sealed = new Map(Object.entries(files));
  sealed.set(PEOPLE_FILE, textFile(peopleLines(input, clpOf)));
  sealed.set(START_FILE, new TextEncoder().encode(canonicalJson(start)));
  if (input.told) sealed.set(TOLD_FILE, new TextEncoder().encode(canonicalJson(input.told)));
  if (ballots) {
    sealed.set(BALLOTS_FILE, textFile(ballotLines(ballots, proposals)));
  }
  return sealed;
}

function* peopleLines({ clps, regions, before }: RoundInput, clpOf: Int32Array): Generator<string> {
  const regionNames = areaNames(regions);
  // Each CLP's cells are put into CSV once: there may be a million people.
  const places = areaNames(clps.map(({ name }) => name)).map((name, clp) =>
    csvRows([[name, regionNames[clps[clp]?.region ?? -1] ?? '']]).trimEnd(),
  );
  yield csvRows([PEOPLE_COLUMNS]);
  for (let person = 0; person < clpOf.length; person += 1) {
    const group = before?.group[person] ?? -1;
    const place = places[clpOf[person] ?? -1] ?? ',';
    yield `${person},${place},${group < 0 ? '' : letterOf(group)}\n`;
  }
}
