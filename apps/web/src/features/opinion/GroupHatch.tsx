import type { ReactNode } from 'react';

/** The hatch of each group as in css/signature.css, on a tile of 8 by 8. */
const tiles: Record<string, ReactNode> = {
  A: <path d="M4 0V8" />,
  B: <path d="M0 4H8" />,
  C: <circle cx="4" cy="4" r="1.5" fill="var(--tone)" fillOpacity="0.7" stroke="none" />,
  D: <path d="M0 0 8 8M8 0 0 8" />,
  E: <path d="M2 0V4M0 2H4M6 4V8M4 6H8" />,
};

interface Props {
  id: string;
  letter: string;
  /** By how much the shape is turned, in degrees: the hatch is turned back, or all would look alike. */
  turn: number;
}

/** Fills a shape of the map with the hatch of a group; its colour comes from the group's class around it. */
export function GroupHatch({ id, letter, turn }: Props) {
  return (
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${-turn})`}
    >
      <g stroke="var(--tone)" strokeWidth="1.4" strokeOpacity="0.6" fill="none">
        {tiles[letter]}
      </g>
    </pattern>
  );
}
