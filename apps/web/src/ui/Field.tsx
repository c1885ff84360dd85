import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import { formatNumber } from './numbers';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do. What was typed stays. */
  error?: string | null;
  /** Adds "(you can leave this empty)". */
  optional?: boolean;
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label, hint and error around any one control. */
export function Field(
  props: FieldProps & { after?: ReactNode; children: (control: ControlProps) => ReactNode },
) {
  const { label, hint, error, optional, after, children } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes(error && 'border-l-4 border-error pl-4')}>
      <label htmlFor={id} className="block font-[650]">
        {label}
        {optional && <span className="font-normal text-ink-2"> (you can leave this empty)</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="max-w-measure text-small text-ink-2">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-[650] text-error">
          <Icon name="warning" /> <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className="mt-1.5">
        {children({
          id,
          'aria-describedby': describedBy || undefined,
          'aria-invalid': error ? true : undefined,
        })}
      </div>
      {after}
    </div>
  );
}

/** The look of a box one types in; for a control of your own inside Field. */
export const inputLook =
  'w-full rounded-md border-2 border-edge bg-sheet px-3.5 py-2 text-body text-ink placeholder:text-ink-2 aria-invalid:border-error disabled:opacity-60';

export type TextInputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'value'> & {
    value: string;
    onChange: (value: string) => void;
    ref?: Ref<HTMLInputElement>;
  };

export function TextInput(props: TextInputProps) {
  const { label, hint, error, optional, onChange, className, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={classes(inputLook, 'min-h-12', className)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export type TextAreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'onChange' | 'value' | 'maxLength'> & {
    value: string;
    onChange: (value: string) => void;
    /** A limit that is counted and said, never cut off while typing. */
    limit?: number;
    ref?: Ref<HTMLTextAreaElement>;
  };

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, onChange, limit, className, rows = 5, ...rest } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      after={limit && <Counter length={rest.value.length} limit={limit} />}
    >
      {(control) => (
        <textarea
          rows={rows}
          {...rest}
          {...control}
          className={classes(inputLook, 'block field-sizing-content min-h-[7.5rem]', className)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Seen always, read out only near the end, so that a screen reader is not interrupted all the time. */
function Counter({ length, limit }: { length: number; limit: number }) {
  const left = limit - length;
  const near = left <= Math.max(20, limit * 0.1);
  const letters = Math.abs(left) === 1 ? 'letter' : 'letters';
  const text =
    left >= 0
      ? `${formatNumber(left)} ${letters} left`
      : `${formatNumber(-left)} ${letters} too many`;
  return (
    <p
      className={classes(
        'mt-1 text-small tabular-nums',
        left < 0 ? 'font-[650] text-error' : 'text-ink-2',
      )}
    >
      <span aria-hidden="true">{text}</span>
      <span className="sr-only" role="status">
        {near && (left < 0 || left % 10 === 0) ? text : ''}
      </span>
    </p>
  );
}
