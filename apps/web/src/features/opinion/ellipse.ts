import { scaleLinear } from 'd3-scale';

/** Where a group stands and how it spreads: centre, variances and covariance. */
export interface Shape {
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

export interface Place {
  x: number;
  y: number;
}

/** How far an outline reaches, in standard deviations: about two thirds of a group's people. */
export const REACH = 1.5;

/** The half axes of the outline, longer one first, and its angle from across, anticlockwise, in degrees. */
export function ellipseOf({ xx, xy, yy }: Shape): { long: number; short: number; angle: number } {
  const middle = (xx + yy) / 2;
  const apart = Math.hypot((xx - yy) / 2, xy);
  return {
    long: REACH * Math.sqrt(middle + apart),
    // Rounding may bring it below 0 where everybody stands on one line.
    short: REACH * Math.sqrt(Math.max(0, middle - apart)),
    angle: (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI,
  };
}

/** How far a group's people stand from its centre: the root of the mean squared distance. */
export function spreadOf({ xx, yy }: Shape): number {
  return Math.sqrt(xx + yy);
}

/** The extent of what is drawn along one axis. */
function extent(shapes: readonly Shape[], places: readonly Place[], axis: 'x' | 'y') {
  const variance = axis === 'x' ? 'xx' : 'yy';
  const reach = (shape: Shape) => REACH * Math.sqrt(shape[variance]);
  const points = places.map((place) => place[axis]);
  const low = Math.min(...shapes.map((shape) => shape[axis] - reach(shape)), ...points);
  const high = Math.max(...shapes.map((shape) => shape[axis] + reach(shape)), ...points);
  return { middle: (low + high) / 2, length: high - low };
}

interface Frame {
  width: number;
  height: number;
  margin: number;
}

/** Scales that fit everything into the frame. One unit is as long up as across, or near would not mean alike. */
export function scalesFor(shapes: readonly Shape[], places: readonly Place[], frame: Frame) {
  const { width, height, margin } = frame;
  const [across, up] = [extent(shapes, places, 'x'), extent(shapes, places, 'y')];
  // Where all is one point, any length will do.
  const unit =
    Math.min((width - 2 * margin) / across.length, (height - 2 * margin) / up.length) || 1;
  const long = Number.isFinite(unit) ? unit : 1;
  const [halfWidth, halfHeight] = [width / 2 / long, height / 2 / long];
  return {
    unit: long,
    x: scaleLinear([across.middle - halfWidth, across.middle + halfWidth], [0, width]),
    y: scaleLinear([up.middle - halfHeight, up.middle + halfHeight], [height, 0]),
  };
}

/** The two groups that stand nearest to each other and the two farthest apart; null below three groups. */
export function nearestAndFarthest(groups: readonly { letter: string; shape: Shape }[]) {
  if (groups.length < 3) return null;
  const pairs = groups.flatMap((one, at) =>
    groups.slice(at + 1).map((other) => ({
      letters: [one.letter, other.letter] as const,
      distance: Math.hypot(one.shape.x - other.shape.x, one.shape.y - other.shape.y),
    })),
  );
  const sorted = pairs.sort((a, b) => a.distance - b.distance);
  const [nearest, farthest] = [sorted[0], sorted.at(-1)];
  return nearest && farthest ? { nearest: nearest.letters, farthest: farthest.letters } : null;
}
