import { useId } from 'react';
import { classes } from './classes';

export interface LensOption {
  /** support@1 */
  id: string;
  /** How many agree? */
  question: string;
  measure: string;
  /** Whether it can be shown here now. */
  available: boolean;
  /** Why not, in a sentence. */
  unavailable?: string | null;
  /** The one whose order counts. */
  official?: boolean;
}

interface Props {
  lenses: readonly LensOption[];
  value: string;
  onChange: (id: string) => void;
  legend?: string;
}

/**
 * Ways of ordering, phrased as questions. One that cannot be shown now keeps its place, with its reason
 * below, and can be chosen like the others: what is asked for then says why it is not there.
 */
export function LensSwitch({ lenses, value, onChange, legend = 'Order them by asking' }: Props) {
  const name = useId();
  const current = lenses.find((lens) => lens.id === value);
  const measureId = `${name}-measure`;
  const closed = lenses.filter((lens) => lens.unavailable && lens.id !== value);
  return (
    <fieldset aria-describedby={current ? measureId : undefined}>
      <legend className="mb-3 font-head text-[1.375rem] leading-tight font-bold">{legend}</legend>
      <div className="grid gap-0.5 overflow-clip rounded-lg border-2 border-edge bg-edge desk:auto-cols-fr desk:grid-flow-col">
        {lenses.map((lens) => (
          <label
            key={lens.id}
            className={classes(
              'flex min-h-13 items-center gap-2.5 px-3.5 py-2 leading-tight desk:items-start desk:py-3',
              'has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-ink',
              'has-checked:bg-claret has-checked:font-[650] has-checked:text-on-claret',
              'has-checked:has-focus-visible:outline-gilt',
              lens.available ? 'bg-sheet' : 'bg-fold text-ink-2',
            )}
          >
            <input
              type="radio"
              name={name}
              value={lens.id}
              checked={lens.id === value}
              aria-describedby={closed.includes(lens) ? `${name}-${lens.id}` : undefined}
              onChange={() => onChange(lens.id)}
              className="mark mark-on-claret focus-visible:shadow-none focus-visible:outline-0"
            />
            <span>
              {lens.question}
              {lens.official && <span className="block text-fine">The official order</span>}
              {!lens.available && <span className="block text-fine">Cannot be shown now</span>}
            </span>
          </label>
        ))}
      </div>
      {current && (
        <p id={measureId} className="mt-3 max-w-none text-small text-ink-2">
          {current.measure}
        </p>
      )}
      {closed.map((lens) => (
        <p key={lens.id} className="mt-1.5 max-w-none text-small text-ink-2">
          “{lens.question}” cannot be shown now.{' '}
          <span id={`${name}-${lens.id}`}>{lens.unavailable}</span>
        </p>
      ))}
    </fieldset>
  );
}
