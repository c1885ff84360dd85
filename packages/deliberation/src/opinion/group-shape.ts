import { FLOOR } from '../privacy.js';
import type { ToldGroups } from '../told-groups.js';
import type { OpinionGroups } from './groups.js';

/** Where a group lies on the map, and how it spreads there. */
export interface GroupShape {
  people: number;
  /** Its centre: the mean place of its people. */
  x: number;
  y: number;
  /** Their covariance, for an ellipse: along x, of both, along y. */
  spread: [xx: number, xy: number, yy: number];
}

type Places = Pick<OpinionGroups, 'group' | 'k' | 'x' | 'y'>;

/** The centre of each group, small ones too: for finding somebody's group, never to be shown. */
export function groupCentres({ group, k, x, y }: Places): { x: number; y: number }[] {
  const sums = Array.from({ length: k }, () => ({ x: 0, y: 0, people: 0 }));
  for (let person = 0; person < group.length; person++) {
    const sum = sums[group[person] as number];
    if (!sum) continue;
    sum.x += x[person] as number;
    sum.y += y[person] as number;
    sum.people += 1;
  }
  return sums.map(({ people, ...sum }) => ({ x: sum.x / people, y: sum.y / people }));
}

/**
 * The shape of each group on the map, as it may be shown; null for a group under `FLOOR` people. Linear
 * in the people.
 */
export function groupShapes(result: Places): (GroupShape | null)[] {
  const { group, x, y } = result;
  const shapes = groupCentres(result).map(
    (centre): GroupShape => ({ people: 0, ...centre, spread: [0, 0, 0] }),
  );
  for (let person = 0; person < group.length; person++) {
    const shape = shapes[group[person] as number];
    if (!shape) continue;
    const dx = (x[person] as number) - shape.x;
    const dy = (y[person] as number) - shape.y;
    shape.people += 1;
    shape.spread[0] += dx * dx;
    shape.spread[1] += dx * dy;
    shape.spread[2] += dy * dy;
  }
  return shapes.map(({ people, spread: [xx, xy, yy], ...centre }) =>
    people < FLOOR ? null : { people, ...centre, spread: [xx / people, xy / people, yy / people] },
  );
}

/** A shape as it is told. How many people it is of is kept beside, never shown: sizes are told by themselves (`toldSizes`). */
export type PlainShape = Omit<GroupShape, 'people'> & { people?: number };

/** Steps of what is told of a place: finer than a map shows, too coarse to work votes out of means. */
const STEPS = 100;
const rounded = (value: number): number => Math.round(value * STEPS) / STEPS;

/** One's own place, as it may be shown. */
export const roundedPlace = <T extends { x: number; y: number }>(place: T): T => ({
  ...place,
  x: rounded(place.x),
  y: rounded(place.y),
});

/** Whether ten people at least are in one and not in the other; of a shape from before, the size says so alone. */
const isOfOthers = ({ people }: GroupShape, last: PlainShape): boolean =>
  last.people === undefined || Math.abs(people - last.people) >= FLOOR;

/**
 * The shapes that are told beside the sizes `told`: a group's is told anew with its size, when ten people are
 * new in it, and else stays as it was; one of which none was told is told now. A shape of each finding would
 * tell in which group somebody is who voted meanwhile, for it alone moves. `before` is what was told last. A
 * size may be told a few less, so that ten more or fewer than the last shape was of are asked for besides.
 */
export function toldShapes(
  now: readonly (GroupShape | null)[],
  told: ToldGroups,
  before: { sizes: ToldGroups | null; shapes: readonly (PlainShape | null)[] },
): (PlainShape | null)[] {
  return now.map((shape, group) => {
    const last = before.shapes[group] ?? null;
    const size = told.last[group];
    if (!size) return null;
    const isAnew = size !== before.sizes?.last[group];
    if (!shape || (last && !(isAnew && isOfOthers(shape, last)))) return last;
    const [xx, xy, yy] = shape.spread;
    return {
      people: shape.people,
      ...roundedPlace({ x: shape.x, y: shape.y }),
      spread: [rounded(xx), rounded(xy), rounded(yy)],
    };
  });
}
