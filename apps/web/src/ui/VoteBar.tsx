import { classes } from './classes';
import { Icon } from './Icon';
import { formatNumber } from './numbers';
import { Portion } from './Portion';

/** Counts of current votes. */
export interface Counts {
  agree: number;
  disagree: number;
  pass: number;
}

const answers = ['agree', 'disagree', 'pass'] as const;
export type Answer = (typeof answers)[number];

const ink: Record<Answer, string> = {
  agree: 'text-agree',
  disagree: 'text-disagree',
  pass: 'text-pass',
};

/** "1,904 agree, 236 disagree, 287 pass" */
export function describeCounts(counts: Counts): string {
  return answers.map((answer) => `${formatNumber(counts[answer])} ${answer}`).join(', ');
}

interface Props {
  /** Null while the counts are hidden from the viewer. */
  counts: Counts | null;
  /** Said in place of the bar while they are hidden. */
  hiddenBecause?: string;
  size?: 'normal' | 'small';
  /** The numbers with icons and words below; leave them on unless they stand elsewhere. */
  withKey?: boolean;
}

export function VoteBar(props: Props) {
  const { counts, size = 'normal', withKey = true } = props;
  const { hiddenBecause = 'You see how others voted after you have.' } = props;
  if (!counts) {
    return (
      <p className="flex items-baseline gap-2 text-small text-ink-2">
        <Icon name="eye" className="self-center" />
        {hiddenBecause}
      </p>
    );
  }
  const total = counts.agree + counts.disagree + counts.pass;
  if (total === 0) return <p className="text-small text-ink-2">Nobody has voted on this yet.</p>;
  return (
    <div>
      <div
        className={classes('bar', size === 'small' && 'bar-small')}
        role="img"
        aria-label={describeCounts(counts)}
      >
        {answers.map(
          (answer) =>
            counts[answer] > 0 && (
              <Portion key={answer} of={counts[answer] / total} className={`bar-${answer}`} />
            ),
        )}
      </div>
      {withKey && <Key counts={counts} />}
    </div>
  );
}

/** Hidden from assistive technology: the bar's own name already says it. */
function Key({ counts }: { counts: Counts }) {
  return (
    <div
      className="mt-1.5 flex flex-wrap gap-x-[1.1rem] gap-y-0.5 text-small tabular-nums"
      aria-hidden="true"
    >
      {answers.map((answer) => (
        <span key={answer} className={ink[answer]}>
          <Icon name={answer} /> <b>{formatNumber(counts[answer])}</b> {answer}
        </span>
      ))}
    </div>
  );
}
