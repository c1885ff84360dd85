import { expect, test } from '@jest/globals';
import { ellipseOf, nearestAndFarthest, REACH, scalesFor, spreadOf } from './ellipse';

const frame = { width: 400, height: 300, margin: 20 };
const round = (x: number, y: number, variance = 1) => ({ x, y, xx: variance, xy: 0, yy: variance });

test('an outline reaches 1.5 standard deviations along the way people spread most', () => {
  expect(ellipseOf({ x: 0, y: 0, xx: 4, xy: 0, yy: 1 })).toEqual({ long: 3, short: 1.5, angle: 0 });
  // Variances 4 and 1, turned by an eighth of a circle.
  const turned = ellipseOf({ x: 0, y: 0, xx: 2.5, xy: 1.5, yy: 2.5 });
  expect(turned.long).toBeCloseTo(3, 12);
  expect(turned.short).toBeCloseTo(1.5, 12);
  expect(turned.angle).toBeCloseTo(45, 12);
  expect(ellipseOf({ x: 0, y: 0, xx: 1, xy: 0, yy: 4 }).angle).toBeCloseTo(90, 12);
});

test('people on one line have a flat outline, not none', () => {
  const { short, long } = ellipseOf({ x: 0, y: 0, xx: 0.1, xy: 0.1, yy: 0.1 });
  expect(short).toBeCloseTo(0, 7);
  expect(long).toBeCloseTo(REACH * Math.sqrt(0.2), 12);
});

test('all outlines and one’s own place fit into the drawing, which stretches neither way', () => {
  const shapes = [round(-8, 0), round(5, 3, 4)];
  const own = { x: 20, y: -6 };
  const { x, y, unit } = scalesFor(shapes, [own], frame);
  for (const shape of shapes) {
    const reach = REACH * Math.sqrt(shape.xx);
    expect(x(shape.x - reach)).toBeGreaterThanOrEqual(frame.margin - 1e-9);
    expect(x(shape.x + reach)).toBeLessThanOrEqual(frame.width - frame.margin + 1e-9);
    expect(y(shape.y + reach)).toBeGreaterThanOrEqual(frame.margin - 1e-9);
    expect(y(shape.y - reach)).toBeLessThanOrEqual(frame.height - frame.margin + 1e-9);
  }
  expect(x(own.x)).toBeCloseTo(frame.width - frame.margin, 9);
  expect(x(1) - x(0)).toBeCloseTo(unit, 9);
  expect(y(0) - y(1)).toBeCloseTo(unit, 9);
});

test('one point alone stands in the middle', () => {
  const { x, y } = scalesFor([round(2, 2, 0)], [], frame);
  expect([x(2), y(2)]).toEqual([200, 150]);
});

test('which groups are nearest and farthest is said from three groups on', () => {
  const groups = [
    { letter: 'A', shape: round(0, 0) },
    { letter: 'B', shape: round(1, 0) },
    { letter: 'C', shape: round(5, 0) },
  ];
  expect(nearestAndFarthest(groups.slice(0, 2))).toBeNull();
  expect(nearestAndFarthest(groups)).toEqual({ nearest: ['A', 'B'], farthest: ['A', 'C'] });
  expect(spreadOf({ x: 0, y: 0, xx: 9, xy: 1, yy: 16 })).toBe(5);
});
