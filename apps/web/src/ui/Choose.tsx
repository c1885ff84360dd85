import { type ReactNode, useId } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';

const row =
  'flex min-h-11 items-start gap-3 py-2 leading-snug has-disabled:cursor-not-allowed has-disabled:text-ink-2';
const mark = 'mark';

interface CheckboxProps {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** One box to tick. */
export function Checkbox({ label, hint, checked, onChange, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <label className={row}>
      <input
        type="checkbox"
        className={mark}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && (
          <span id={id} className="block text-small text-ink-2">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

interface Option<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface GroupProps<T extends string> {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  options: readonly Option<T>[];
  /** Beside each other where there is room. */
  inline?: boolean;
}

function Group<T extends string>(
  props: GroupProps<T> & { children: (option: Option<T>) => ReactNode },
) {
  const { legend, hint, error, options, inline, children } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      className={classes(error && 'border-l-4 border-error pl-4')}
    >
      {/* Afloat it is beside the edge like all else, and not in it. */}
      <legend className="float-left w-full font-[650] [&+*]:clear-both">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-[650] text-error">
          <Icon name="warning" /> <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className={classes('mt-1', inline && 'flex flex-wrap gap-x-7')}>
        {options.map((option) => children(option))}
      </div>
    </fieldset>
  );
}

type RadioProps<T extends string> = GroupProps<T> & {
  value: T | null;
  onChange: (value: T) => void;
};

/** One of several. */
export function RadioGroup<T extends string>({ value, onChange, ...group }: RadioProps<T>) {
  const name = useId();
  return (
    <Group {...group}>
      {(option) => (
        <label key={option.value} className={row}>
          <input
            type="radio"
            name={name}
            className={mark}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-small text-ink-2">{option.hint}</span>}
          </span>
        </label>
      )}
    </Group>
  );
}

type CheckboxesProps<T extends string> = GroupProps<T> & {
  value: readonly T[];
  onChange: (value: T[]) => void;
};

/** Any of several. */
export function CheckboxGroup<T extends string>({ value, onChange, ...group }: CheckboxesProps<T>) {
  return (
    <Group {...group}>
      {(option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          checked={value.includes(option.value)}
          onChange={(checked) =>
            onChange(
              checked ? [...value, option.value] : value.filter((one) => one !== option.value),
            )
          }
        />
      )}
    </Group>
  );
}
