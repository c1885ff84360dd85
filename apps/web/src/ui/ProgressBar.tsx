import { Portion } from './Portion';

interface Props {
  /** What is being done, read out when it is another thing. */
  doing: string;
  /** From 0 to 1; null where it is not known. */
  share: number | null;
}

/** How far something is that takes a while. */
export function ProgressBar({ doing, share }: Props) {
  return (
    <div className="max-w-[30rem] space-y-1.5">
      <p role="status" className="text-small">
        {doing}…
      </p>
      <div
        role="progressbar"
        aria-label={doing}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className="h-[18px] overflow-hidden rounded-[3px] border border-edge bg-sheet"
      >
        <Portion
          of={share ?? 0.04}
          className="block bg-claret forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none"
        />
      </div>
    </div>
  );
}
