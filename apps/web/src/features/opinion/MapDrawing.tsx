import { useId } from 'react';
import { groupClass } from '../../ui/GroupLetter';
import { ellipseOf, type Place, type Shape, scalesFor } from './ellipse';
import { GroupHatch } from './GroupHatch';

/** In units of the drawing, which grows and shrinks with the page. */
const FRAME = { width: 400, height: 300, margin: 20 };
/** Letters and marks are drawn larger on a phone, where the drawing is small. */
const LEGIBLE = 'scale-[1.45] sm:scale-[0.85]';
/** How far apart a letter and the viewer's own mark stand at least, and how long the mark's word is. */
const APART = 36;
const WORD = 84;

interface Props {
  groups: readonly { letter: string; shape: Shape }[];
  mine: Place | null;
  describedBy: string;
}

/** The map itself: an outline for each group, its letter, and the viewer's own mark. */
export function MapDrawing({ groups, mine, describedBy }: Props) {
  const { width, height } = FRAME;
  const prefix = useId();
  const shapes = groups.map(({ shape }) => shape);
  const { x, y, unit } = scalesFor(shapes, mine ? [mine] : [], FRAME);
  const own = mine && { x: x(mine.x), y: y(mine.y) };
  const names = groups.map(({ letter }) => letter).join(', ');
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Map of the groups ${names}`}
      aria-describedby={describedBy}
      className="group-map block w-full max-w-[44rem] rounded-md border border-rule bg-sheet"
    >
      {groups.map(({ letter, shape }) => {
        const { long, short, angle } = ellipseOf(shape);
        return (
          <g key={letter} className={groupClass(letter)}>
            <GroupHatch id={prefix + letter} letter={letter} turn={-angle} />
            <ellipse
              rx={Math.max(3, long * unit)}
              ry={Math.max(3, short * unit)}
              // Up is up in the numbers and down on the screen.
              transform={`translate(${x(shape.x)} ${y(shape.y)}) rotate(${-angle})`}
              fill={`url(#${prefix + letter})`}
              stroke="var(--tone)"
              strokeWidth="2"
            />
          </g>
        );
      })}
      {groups.map(({ letter, shape }) => (
        <Letter key={letter} letter={letter} at={{ x: x(shape.x), y: y(shape.y) }} own={own} />
      ))}
      {own && <OwnMark at={own} />}
    </svg>
  );
}

/** Whether the word beside the viewer's own mark stands to its left. */
const isAtEnd = (own: Place) => own.x > FRAME.width - WORD;

/** Whether a letter would lie under the viewer's own mark or its word. */
function isCovered(at: Place, own: Place): boolean {
  const across = isAtEnd(own) ? own.x - at.x : at.x - own.x;
  return Math.abs(at.y - own.y) < APART && across > -APART && across < WORD;
}

/** The letter of a group, on a ground of its own so that the hatch does not run through it. */
function Letter({ letter, at, own }: { letter: string; at: Place; own: Place | null }) {
  const y = own && isCovered(at, own) ? own.y + (at.y < own.y ? -APART : APART) : at.y;
  return (
    <g className={groupClass(letter)} transform={`translate(${at.x} ${y})`}>
      <g className={LEGIBLE}>
        <rect
          x="-12"
          y="-12"
          width="24"
          height="24"
          rx="4"
          fill="var(--tone)"
          stroke="var(--sheet)"
        />
        <text
          y="6.5"
          textAnchor="middle"
          fill="var(--on-bar)"
          className="font-head text-[18px] font-bold"
        >
          {letter}
        </text>
      </g>
    </g>
  );
}

/** Not on paper, which is passed from hand to hand. */
function OwnMark({ at }: { at: Place }) {
  const isLeft = isAtEnd(at);
  return (
    <g className="print:hidden" transform={`translate(${at.x} ${at.y})`}>
      <g className={LEGIBLE}>
        <path
          d="M0-9 9 0 0 9-9 0z"
          fill="var(--claret)"
          stroke="var(--sheet)"
          strokeWidth="2.5"
          paintOrder="stroke"
        />
        <text
          x={isLeft ? -13 : 13}
          y="5.5"
          textAnchor={isLeft ? 'end' : 'start'}
          fill="var(--ink)"
          stroke="var(--sheet)"
          strokeWidth="4"
          paintOrder="stroke"
          className="text-[15px] font-bold"
        >
          You
        </text>
      </g>
    </g>
  );
}
