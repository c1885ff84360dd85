import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { DateText } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';

const SearchProgressFragment = graphql(`
  fragment SearchProgress on OpinionProgress {
    step
    done
    total
    startedAt
    failed
  }
`);

interface Props {
  progress: FragmentType<typeof SearchProgressFragment>;
  /** Whether there are groups from before, which stay. */
  hasResult: boolean;
}

/** How far the search for groups has come, or that it went wrong. */
export function SearchProgress({ progress, hasResult }: Props) {
  const { step, done, total, startedAt, failed } = getFragmentData(
    SearchProgressFragment,
    progress,
  );
  if (failed) {
    return (
      <Notice tone="warning" title="The last search for groups did not finish">
        <p>
          It began on <DateText iso={startedAt} style="moment" /> and is tried again by itself.
          {hasResult && ' What you see is the last good result.'}
        </p>
      </Notice>
    );
  }
  return (
    <div className="text-small text-ink-2 print:hidden">
      <p role="status">
        {hasResult
          ? `New votes have come, and groups are being found anew: ${step}. Until then the last result stays.`
          : `Groups are being found: ${step}.`}
      </p>
      <progress
        aria-label="How far the search has come"
        className="mt-2 block h-3 w-full max-w-[24rem] appearance-none border border-edge bg-sheet [&::-moz-progress-bar]:bg-claret [&::-webkit-progress-bar]:bg-sheet [&::-webkit-progress-value]:bg-claret"
        value={total > 0 ? done : undefined}
        max={total > 0 ? total : undefined}
      />
    </div>
  );
}
