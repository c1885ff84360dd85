import type { OpinionVotes, Tally } from '@clarion/deliberation';
import type { Manifest } from './manifest.js';
import { COMMA, faultAt, headerEnd, NEWLINE, wholeAt } from './plain-rows.js';
import { readPeople, readStart, readTold } from './read-sealed.js';
import { fileIn } from './read-tables.js';
import type { RoundFiles } from './round-input.js';
import { PEOPLE_FILE, START_FILE, TOLD_FILE } from './sealed-files.js';
import { placesOf, tellAreas } from './tell-areas.js';
import { shownIn } from './told.js';
import { votesByProposal } from './vote-cells.js';
import { VOTES_FILE } from './votes-file.js';

const HEADER = 'timestamp,datetime,comment-id,voter-id,vote\n';
const MINUS = 0x2d;

/**
 * The scrutineers' votes.csv: the votes on these proposals, by place among `numbers`, and everybody who voted on
 * anything. Throws MalformedFile, naming the line.
 */
function readVotes(bytes: Uint8Array, numbers: readonly number[], people: number) {
  const placeOf = new Map(numbers.map((number, place) => [number, place]));
  const person: number[] = [];
  const statement: number[] = [];
  const choice: number[] = [];
  const voters = new Set<number>();
  let at = headerEnd(VOTES_FILE, bytes, HEADER);
  for (let line = 2; at < bytes.length; line += 1) {
    const end = bytes.indexOf(NEWLINE, at);
    const third = bytes.lastIndexOf(COMMA, end);
    const second = bytes.lastIndexOf(COMMA, third - 1);
    const first = bytes.lastIndexOf(COMMA, second - 1);
    const number = wholeAt(bytes, first + 1, second);
    const who = wholeAt(bytes, second + 1, third);
    const isMinus = bytes[third + 1] === MINUS;
    const size = wholeAt(bytes, third + (isMinus ? 2 : 1), end);
    if (first < at || number < 0 || who < 0 || who >= people || size < 0 || size > 1) {
      const rule = 'a row ends with a proposal, somebody of people.csv and −1, 0 or 1';
      throw faultAt({ file: VOTES_FILE, line }, bytes, at, rule);
    }
    voters.add(who);
    const place = placeOf.get(number);
    if (place !== undefined) {
      person.push(who);
      statement.push(place);
      choice.push(isMinus ? -size : size);
    }
    at = end + 1;
  }
  const votes: OpinionVotes = {
    person: Uint32Array.from(person),
    statement: Uint32Array.from(statement),
    choice: Int8Array.from(choice),
  };
  return { votes, voters: Uint32Array.from(voters) };
}

/**
 * What a round tells of regions to those who answer, by number of the proposal: made anew from the
 * scrutineers' folder, as the round made it. Throws MalformedFile, naming file and line.
 */
export function toldRegions(sealed: RoundFiles, manifest: Manifest): Map<number, Tally[]> {
  const { ranked } = readStart(fileIn(sealed, START_FILE), Number.POSITIVE_INFINITY);
  const lives = readPeople(fileIn(sealed, PEOPLE_FILE), null, manifest.counts.regions);
  const { clpOf, clps, regions } = lives;
  const { votes, voters } = readVotes(fileIn(sealed, VOTES_FILE), ranked, clpOf.length);
  const told = readTold(sealed.get(TOLD_FILE));
  const places = placesOf(lives, voters, manifest.rules);
  const people = { groupOf: new Int8Array(clpOf.length), groups: 0, clpOf };
  const found = new Map<number, Tally[]>();
  let place = 0;
  for (const each of votesByProposal(votes, ranked.length, people, clps, regions.length)) {
    const number = ranked[place] ?? 0;
    const areas = tellAreas(places, each, told?.areas[number]);
    found.set(number, [...shownIn(areas.regions).values()]);
    place += 1;
  }
  return found;
}
