import { classes } from './classes';

interface Props {
  label: string;
  steps: readonly string[];
  /** Index of the current one. */
  current: number;
  /** In a narrow column only the current step is named on screen. */
  narrow?: boolean;
}

/** One line of steps, such as the phases of a consultation. */
export function Steps({ label, steps, current, narrow }: Props) {
  return (
    <ol className={classes('steps', narrow && 'steps-narrow')} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes(index < current && 'step-done', index === current && 'step-now')}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>
            {step}
            {index < current && <span className="sr-only">, done</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
