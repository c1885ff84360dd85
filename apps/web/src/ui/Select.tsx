import { classes } from './classes';
import { Field, inputLook } from './Field';
import { Icon } from './Icon';

interface Props<T extends string> {
  label: string;
  hint?: string;
  error?: string | null;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  /** Label and box in one line, for toolbars. */
  inline?: boolean;
}

/** The platform's own list of choices: on a phone nothing works better. */
export function Select<T extends string>(props: Props<T>) {
  const { label, hint, error, options, value, onChange, inline } = props;
  return (
    <div
      className={classes(
        inline && '[&>div]:flex [&>div]:flex-wrap [&>div]:items-center [&>div]:gap-x-3',
      )}
    >
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <span className="relative inline-block max-w-full">
            <select
              {...control}
              value={value}
              className={classes(inputLook, 'min-h-12 appearance-none pr-11')}
              onChange={(event) => {
                const chosen = options.find((option) => option.value === event.target.value);
                if (chosen) onChange(chosen.value);
              }}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <Icon
              name="down"
              className="pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2"
            />
          </span>
        )}
      </Field>
    </div>
  );
}
