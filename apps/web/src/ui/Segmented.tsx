import { classes } from './classes';

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** Two or three ways of showing the same thing; one is pressed. */
export function Segmented<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <fieldset className="inline-flex max-w-full flex-wrap gap-0.5 rounded-lg border-2 border-edge bg-edge">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={classes(
            'min-h-11 flex-auto px-4 first-of-type:rounded-l-md last-of-type:rounded-r-md text-small leading-tight font-[650] focus-visible:z-1',
            option.value === value
              ? 'bg-claret text-on-claret forced-colors:outline-2 forced-colors:-outline-offset-4'
              : 'bg-sheet text-ink hover:bg-fold',
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
