import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupCentres, groupShapes } from '../src/opinion/group-shape.js';
import { opinionGroups } from '../src/opinion/groups.js';
import { groupsAreDue } from '../src/opinion/groups-due.js';
import { placeAmong, pulls } from '../src/opinion/own-place.js';
import { plant, rowsFrom } from './planted.js';

const planted = plant([60, 40], 30, 'own place');
const found = opinionGroups(planted, { seed: 'own place' });
const centres = groupCentres(found);
const rows = rowsFrom(planted.votes);
const ownVotes = (person: number, most = 30) => {
  const own = rows.filter(([who]) => who === person).slice(0, most);
  return { statement: own.map(([, s]) => s), choice: own.map(([, , choice]) => choice) };
};

describe('one’s own place', () => {
  test('Everybody finds the place and the group that were found for them', () => {
    found.group.forEach((group, person) => {
      if (group < 0) return;
      const place = placeAmong(ownVotes(person), found, centres);
      expect(place.x).toBeCloseTo(found.x[person] as number, 5);
      expect(place.y).toBeCloseTo(found.y[person] as number, 5);
      expect(place).toMatchObject({ group, votesNeeded: 0 });
    });
  });

  test('Whoever has too few votes is in no group there either', () => {
    const alone = found.group.indexOf(-1);
    expect(alone).toBeGreaterThan(0);
    expect(placeAmong(ownVotes(alone), found, centres).group).toBeNull();
  });

  test('It is so where statements are left out as well', () => {
    const leftOut = Uint8Array.from({ length: 30 }, (_, s) => (s % 7 === 0 ? 1 : 0));
    const without = opinionGroups({ ...planted, leftOut }, { seed: 'own place' });
    const place = placeAmong(ownVotes(3), without, groupCentres(without), leftOut);
    expect(place.x).toBeCloseTo(without.x[3] as number, 5);
    expect(place.group).toBe(without.group[3]);
  });

  test('After five votes Asha needs two more, and is in no group yet', () => {
    expect(placeAmong(ownVotes(0, 5), found, centres)).toMatchObject({
      group: null,
      votesNeeded: 2,
    });
    expect(placeAmong({ statement: [], choice: [] }, found, centres)).toEqual({
      x: 0,
      y: 0,
      group: null,
      votesNeeded: 7,
    });
  });

  test('Votes on statements that came later have no weight', () => {
    const { statement, choice } = ownVotes(0);
    const more = { statement: [...statement, 30, 31], choice: [...choice, 1, -1] };
    expect(placeAmong(more, found, centres)).toEqual(placeAmong(ownVotes(0), found, centres));
  });

  test('A mask of another length is a fault', () => {
    expect(() => placeAmong(ownVotes(0), found, centres, new Uint8Array(3))).toThrow('mask');
  });
});

describe('the shape of a group', () => {
  test('It holds its people, their mean place and how they spread', () => {
    const shapes = groupShapes(found);
    expect(shapes.map((shape) => shape?.people)).toEqual(Array.from(found.sizes));
    shapes.forEach((shape, g) => {
      expect(shape).toMatchObject(centres[g] as object);
      const own = Array.from(found.x).filter((_, person) => found.group[person] === g);
      const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
      const variance = own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length;
      expect(shape?.x).toBeCloseTo(mean, 6);
      expect(shape?.spread[0]).toBeCloseTo(variance, 6);
      const [xx, xy, yy] = shape?.spread ?? [0, 0, 0];
      expect(xx * yy - xy * xy).toBeGreaterThanOrEqual(0);
    });
  });

  test('A group of nine has none', () => {
    const few = opinionGroups(plant([40, 9], 30, 'few'), { seed: 'few' });
    expect(Array.from(few.sizes)).toEqual([40, 9]);
    expect(groupShapes(few).map((shape) => shape?.people ?? null)).toEqual([40, null]);
  });
});

describe('pulls', () => {
  test('A statement on which nobody differs pulls nobody', () => {
    const pull = pulls(found);
    expect(pull).toHaveLength(30);
    expect(pull.every((length) => length > 0)).toBe(true);
    const flat = { ...found, first: new Float64Array(30), second: new Float64Array(30) };
    expect(pulls(flat).every((length) => length === 0)).toBe(true);
    const axes = {
      centre: Float64Array.of(0.5, 0, 0, 0),
      first: Float64Array.of(0.6, 0, 0, 0),
      second: Float64Array.of(0.8, 0, 0, 0),
    };
    expect(pulls(axes)[0]).toBeCloseTo(1.5 * 1 * 2, 12);
  });
});

describe('when groups are found anew', () => {
  test('First with ten voters, then with a hundredth of the votes more or fewer, ten at least', () => {
    const due = (votesThen: number | null, votesNow: number, voters = 50) =>
      groupsAreDue({ votesThen, votesNow, voters });
    expect(due(null, 80, 9)).toBe(false);
    expect(due(null, 80, 10)).toBe(true);
    expect(due(1_000, 1_000)).toBe(false);
    expect(due(1_000, 1_009)).toBe(false);
    expect(due(1_000, 1_010)).toBe(true);
    expect(due(1_000, 990)).toBe(true);
    expect(due(20, 29)).toBe(false);
    expect(due(20, 30)).toBe(true);
    expect(due(20, 10)).toBe(true);
  });

  test('More votes never make it less due', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(100), (then, more, extra) => {
        const due = (votesNow: number) => groupsAreDue({ votesThen: then, votesNow, voters: 20 });
        if (due(then + more)) expect(due(then + more + extra)).toBe(true);
      }),
    );
  });
});
