import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { formatDate } from '../../ui/dates';
import { Select } from '../../ui/Select';

interface Props {
  /** Newest first. */
  rounds: readonly { number: number; publishedAt: string }[];
  /** None: as it stands now. */
  value: number | null;
  onChange: (round: number | null) => void;
  /** Whether votes still come in. */
  isOpen: boolean;
}

/** The order of this moment, or of a round that was published: rounds never change. */
export function OrderPicker({ rounds, value, onChange, isOpen }: Props) {
  if (rounds.length === 0) return null;
  const moments = [
    { round: null, label: isOpen ? 'Now' : 'At the close' },
    ...rounds.map(({ number, publishedAt }) => ({
      round: number,
      label: `Round ${number}, ${formatDate(publishedAt, 'short')}`,
    })),
  ];
  const at = moments.findIndex(({ round }) => round === value);
  const show = (moment: (typeof moments)[number]) => {
    announce(moment.label);
    onChange(moment.round);
  };
  return (
    <div className="flex flex-wrap items-end gap-2 max-desk:[&>div]:w-50">
      <Select
        inline
        label="Counted"
        value={value === null ? 'now' : String(value)}
        onChange={(chosen) => onChange(chosen === 'now' ? null : Number(chosen))}
        options={moments.map(({ round, label }) => ({ value: String(round ?? 'now'), label }))}
      />
      <Step name="Earlier" to={moments[at + 1]} onStep={show} />
      <Step name="Later" to={moments[at - 1]} onStep={show} />
    </div>
  );
}

interface StepProps<T> {
  name: 'Earlier' | 'Later';
  to: T | undefined;
  onStep: (to: T) => void;
}

/** One step through time. At the end it keeps the focus and says that there is no further. */
function Step<T extends { label: string }>({ name, to, onStep }: StepProps<T>) {
  return (
    <Button
      variant="line"
      size="small"
      icon="chevron"
      aria-disabled={!to || undefined}
      className={classes(
        'min-h-12 max-desk:min-w-12 max-desk:px-2 aria-disabled:cursor-not-allowed aria-disabled:border-edge aria-disabled:text-ink-2',
        name === 'Earlier' ? '[&_svg]:rotate-180' : 'flex-row-reverse',
      )}
      onClick={() => to && onStep(to)}
    >
      <span className="max-desk:sr-only">
        {name}
        <span className="sr-only">{to ? `: ${to.label}` : ': there is nothing further'}</span>
      </span>
    </Button>
  );
}
