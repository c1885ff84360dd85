import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type StoryState = 'done' | 'late' | 'next';

/** What happened to one contribution, in order, on one thread. */
export function Story({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="story thread" aria-label={label}>
      {children}
    </ol>
  );
}

interface StepProps {
  icon: IconName;
  title: ReactNode;
  /** When, who: the quiet line. */
  when?: ReactNode;
  state: StoryState;
  children?: ReactNode;
}

const said: Record<StoryState, string | null> = {
  done: null,
  late: 'Overdue: ',
  next: 'Still to come: ',
};

/** One step: filled when done, dashed and red when late, dotted when still to come. */
export function StoryStep({ icon, title, when, state, children }: StepProps) {
  return (
    <li>
      <span className={classes('knot', `knot-${state}`)}>
        <Icon name={icon} className="size-[22px]" />
      </span>
      <h2 className="text-h3">
        {said[state] && <span className="sr-only">{said[state]}</span>}
        {title}
      </h2>
      {when && <p className="mt-0.5 text-small text-ink-2">{when}</p>}
      {children && <div className="mt-2 space-y-3">{children}</div>}
    </li>
  );
}

/** A body's own words, never edited. */
export function Reason({
  title = 'Their reason',
  children,
}: {
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className="max-w-[39em]">
      <p className="text-small font-bold text-ink-2">{title}</p>
      <div className="text-lead leading-normal">{children}</div>
    </div>
  );
}
