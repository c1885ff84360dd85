import type { ReactNode } from 'react';
import { classes } from './classes';
import { Field, inputLook } from './Field';
import { Icon } from './Icon';

interface Option<T extends string> {
  value: T;
  label: string;
  /** Options of the same group, one after another, stand under its name. */
  group?: string;
}

interface Props<T extends string> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  options: readonly Option<T>[];
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
        inline &&
          '[&>div]:flex [&>div]:flex-wrap [&>div]:items-center [&>div]:gap-x-3 [&>div>div]:mt-0',
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
              {inGroups(options).map(({ group, members }) =>
                group ? (
                  <optgroup key={group} label={group}>
                    {members.map(drawn)}
                  </optgroup>
                ) : (
                  members.map(drawn)
                ),
              )}
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

function drawn({ value, label }: Option<string>) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function inGroups<T extends string>(options: readonly Option<T>[]) {
  const groups: { group: string | undefined; members: Option<T>[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}
