import { formatNumber } from '../../ui/numbers';
import { Portion } from '../../ui/Portion';

/** "14 of 20 answered", as everybody sees it. */
export function AnswerProgress({ answered, of }: { answered: number; of: number }) {
  if (of === 0) return null;
  return (
    <div className="max-w-[26rem]">
      <p>
        <b className="text-[1.25rem]">
          {formatNumber(answered)} of {formatNumber(of)} answered
        </b>{' '}
        <span className="text-small text-ink-2">of the top, as everybody sees it</span>
      </p>
      <div aria-hidden="true" className="mt-1.5 h-2.5 overflow-hidden rounded-full bg-rule">
        <Portion of={answered / of} className="block bg-agree" />
      </div>
    </div>
  );
}
