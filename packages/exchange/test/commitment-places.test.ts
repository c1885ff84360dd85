import { seeded } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import { commitmentFiles } from '../src/round/commitment-files.js';
import { commitmentPlaces } from '../src/round/commitment-places.js';
import { batched, committedVotes, roundOf } from './committed.js';
import { electorate } from './electorate.js';

const HASH = 32;
const drawn = (random: () => number, count: number) =>
  Uint8Array.from({ length: count * HASH }, () => Math.floor(random() * 256));

describe('The commitments of batches', () => {
  test('are each found at their own place, and no other is', () => {
    const random = seeded('places');
    const lists = [drawn(random, 300), drawn(random, 1), drawn(random, 47)];
    const { count, placeOf } = commitmentPlaces(lists.map((commitments) => ({ commitments })));
    const all = Uint8Array.from(lists.flatMap((list) => [...list]));
    const found = Array.from({ length: count }, (_, place) => placeOf(all, place * HASH));
    expect(found).toEqual(Array.from({ length: 348 }, (_, place) => place));
    const others = drawn(random, 300);
    for (let at = 0; at < others.length; at += HASH) expect(placeOf(others, at)).toBe(-1);
  });

  test('that begin alike, and end otherwise, are told apart', () => {
    const alike = new Uint8Array(20 * HASH).fill(7);
    for (let place = 0; place < 20; place += 1) alike[place * HASH + HASH - 1] = place;
    const { placeOf } = commitmentPlaces([{ commitments: alike }]);
    for (let place = 0; place < 20; place += 1) expect(placeOf(alike, place * HASH)).toBe(place);
    const other = new Uint8Array(HASH).fill(7);
    other[HASH - 1] = 99;
    expect(placeOf(other, 0)).toBe(-1);
  });

  test('of more votes than a bundle opens are named by batches.json alone, with their number', () => {
    const input = electorate({ people: 40, proposals: 4, seed: 'many', turnout: 0.7 });
    const all = batched(committedVotes(input, 'many', 0), 1);
    const round = roundOf(input, all, null);
    const names = (most: number) => [...commitmentFiles(round, most).keys()];
    const [batch] = all.batches;
    const count = batch?.count ?? 0;
    expect(names(count)).toHaveLength(4);
    expect(names(count - 1)).toEqual(['batches.json']);
    // Whoever knows beforehand that there are too many does not read them.
    const unread = all.batches.map((each) => ({ ...each, commitments: new Uint8Array() }));
    const files = commitmentFiles(roundOf(input, { ...all, batches: unread }, null));
    expect([...files.keys()]).toEqual(['batches.json']);
    const text = new TextDecoder().decode(files.get('batches.json'));
    expect(JSON.parse(text)).toMatchObject({ batches: [{ count }] });
  });
});
