import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FLOOR } from '../src/floor.js';
import { groupShapes, type PlainShape, toldShapes } from '../src/opinion/group-shape.js';
import { type ToldGroups, toldSizes } from '../src/told-groups.js';
import { LONG } from './long.js';

/** Who is in which of three groups at one finding of the groups, and where; −1 for in none. */
interface Finding {
  group: Int8Array;
  x: Float32Array;
  y: Float32Array;
}

interface Step {
  /** How many come to each group, and how many go on to the next one. */
  came: number[];
  moved: number[];
}

const GROUPS = 3;
const step = (most: number): fc.Arbitrary<Step> =>
  fc.record({
    came: fc.array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(most)), {
      minLength: GROUPS,
      maxLength: GROUPS,
    }),
    moved: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(12)), {
      minLength: GROUPS,
      maxLength: GROUPS,
    }),
  });
const findings: fc.Arbitrary<Finding[]> = fc
  .tuple(step(40), fc.array(step(14), { minLength: 1, maxLength: 4 }))
  .map(([first, steps]) => {
    const people: { group: number; place: number }[] = [];
    return [first, ...steps].map(({ came, moved }) => {
      moved.forEach((count, from) => {
        const here = people.filter(({ group }) => group === from).slice(0, count);
        for (const person of here) person.group = (from + 1) % GROUPS;
      });
      came.forEach((count, group) => {
        for (let i = 0; i < count; i += 1) people.push({ group, place: people.length });
      });
      return {
        group: Int8Array.from(people, ({ group }) => group),
        x: Float32Array.from(people, ({ group, place }) => group * 3 + Math.sin(place)),
        y: Float32Array.from(people, ({ place }) => Math.cos(place * 7)),
      };
    });
  });

type Shapes = (PlainShape | null)[];

/** What is told at each finding: of each group its shape, and whether that is of this finding. */
function toldAt(all: readonly Finding[], isAtOnce = false) {
  let sizes: ToldGroups | null = null;
  let shapes: Shapes = [];
  return all.map((found) => {
    const count = (group: number) => found.group.filter((own) => own === group).length;
    const now = Array.from({ length: GROUPS }, (_, group) => count(group));
    const told = toldSizes(now, found.group.length, sizes);
    const next: Shapes = isAtOnce
      ? groupShapes({ ...found, k: GROUPS })
      : toldShapes(groupShapes({ ...found, k: GROUPS }), told, { sizes, shapes });
    const isAnew = next.map((shape, group) => shape !== null && shape !== shapes[group]);
    [sizes, shapes] = [told, next];
    return { shapes: next, isAnew };
  });
}

/** How many came to a group or left it between two findings of which both told its shape, where fewer than ten. */
function few(all: readonly Finding[], isAtOnce: boolean): number[] {
  const told = toldAt(all, isAtOnce);
  return Array.from({ length: GROUPS }, (_, group) => group).flatMap((group) => {
    const times = told.flatMap(({ isAnew }, at) => (isAnew[group] ? [at] : []));
    return times.slice(1).flatMap((at, before) => {
      const [now, then] = [all[at], all[times[before] as number]];
      const moved = Array.from(now?.group ?? []).filter(
        (own, person) => (own === group) !== (then?.group[person] === group),
      ).length;
      return moved < FLOOR ? [moved] : [];
    });
  });
}

describe('two shapes of a group on the map', () => {
  test('differ by ten people at least who came to it or left it', () => {
    let anew = 0;
    fc.assert(
      fc.property(findings, (all) => {
        expect(few(all, false)).toEqual([]);
        anew += toldAt(all)
          .slice(1)
          .filter(({ isAnew }) => isAnew.includes(true)).length;
      }),
      { numRuns: 300 * LONG },
    );
    expect(anew).toBeGreaterThan(50 * LONG);
  });

  test('do so where the size was told a few less', () => {
    // Ten, then 23 of whom twenty are told, then thirty: seven more than the shape would be of.
    const sizes = [10, 23, 30].map((agree) => ({
      last: [{ agree, disagree: 0, pass: 0 }],
      shown: [true],
    }));
    const [, told, later] = sizes as unknown as ToldGroups[];
    const of = (people: number) => ({
      people,
      x: people,
      y: 0,
      spread: [1, 0, 1] as [number, number, number],
    });
    const [first] = toldShapes([of(23)], told as ToldGroups, { sizes: null, shapes: [] });
    const next = toldShapes([of(30)], later as ToldGroups, {
      sizes: told as ToldGroups,
      shapes: [first ?? null],
    });
    expect(next).toEqual([first]);
  });

  test('would differ by one, told at each finding', () => {
    const isFar = fc.property(findings, (all) => few(all, true).length === 0);
    expect(fc.check(isFar, { numRuns: 300 }).failed).toBe(true);
  });

  test('are told in steps of a hundredth: means to the last bit would tell of what votes they are made', () => {
    fc.assert(
      fc.property(findings, (all) => {
        for (const { shapes } of toldAt(all)) {
          for (const shape of shapes) {
            if (!shape) continue;
            for (const value of [shape.x, shape.y, ...shape.spread]) {
              expect(value).toBe(Math.round(value * 100) / 100);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('The one who came to group A and is alone in that moves no shape', () => {
    const people = (a: number) => Int8Array.from({ length: 40 }, (_, at) => (at < a ? 0 : 1));
    const at = (a: number): Finding => ({
      group: people(a),
      x: Float32Array.from({ length: 40 }, (_, person) => person),
      y: new Float32Array(40),
    });
    const [first, second] = toldAt([at(20), at(21)]);
    expect(second?.shapes).toEqual(first?.shapes);
    const [before, after] = toldAt([at(20), at(21)], true);
    expect(after?.shapes).not.toEqual(before?.shapes);
  });
});
