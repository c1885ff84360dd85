import { formatDate } from '../../ui/dates';
import { Select } from '../../ui/Select';

interface Props {
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
  return (
    <Select
      inline
      label="Counted"
      value={value === null ? 'now' : String(value)}
      onChange={(chosen) => onChange(chosen === 'now' ? null : Number(chosen))}
      options={[
        { value: 'now', label: isOpen ? 'Now, while votes come in' : 'At the end of voting' },
        ...rounds.map(({ number, publishedAt }) => ({
          value: String(number),
          label: `Round ${number}, ${formatDate(publishedAt, 'year')}`,
        })),
      ]}
    />
  );
}
