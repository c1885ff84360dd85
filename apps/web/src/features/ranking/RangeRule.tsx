interface Props {
  rank: number;
  /** The outermost places of the range. */
  from: number;
  to: number;
  /** How many are ranked. */
  of: number;
}

/** Where the rule begins and how long it is, in pixels of the drawing. */
const START = 8;
const LENGTH = 96;

/**
 * A rule from 1st to last: a knot at the rank, a bar over the range. Places near the top stand wider apart
 * (logarithms), because that is where one place matters most. Drawn only: the words beside it say the same.
 */
export function RangeRule({ rank, from, to, of }: Props) {
  const at = (place: number) =>
    START + (of > 1 ? (Math.log(Math.min(place, of)) / Math.log(of)) * LENGTH : 0);
  return (
    <svg viewBox="0 0 112 16" aria-hidden="true" className="h-4 w-28 flex-none desk:order-first">
      <path d={`M${START} 8H${START + LENGTH}`} stroke="var(--rule)" strokeWidth="2" />
      {to > from && (
        <path
          d={`M${at(from)} 8H${at(to)}`}
          stroke="var(--ink-2)"
          strokeWidth="6"
          strokeLinecap="round"
        />
      )}
      <circle
        cx={at(rank)}
        cy="8"
        r="6"
        fill="var(--claret)"
        stroke="var(--cloth)"
        strokeWidth="2"
      />
    </svg>
  );
}
