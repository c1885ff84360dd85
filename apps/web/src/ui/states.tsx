import type { ReactNode } from 'react';
import { Button } from './Button';
import { classes } from './classes';
import { Notice } from './Notice';

/** While something is fetched: said once, drawn as the lines that will come. */
export function Loading({ what = 'Loading', lines = 4 }: { what?: string; lines?: number }) {
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        {what}…
      </p>
      <Skeleton lines={lines} />
    </div>
  );
}

const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3'];

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden="true" className="max-w-measure space-y-3 py-2 motion-safe:animate-pulse">
      {Array.from({ length: lines }, (_, index) => index).map((line) => (
        <div
          key={line}
          className={classes('h-5 rounded-sm bg-fold', widths[line % widths.length])}
        />
      ))}
    </div>
  );
}

/** Nothing here: what would be here, and what one can do about it. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  const { title, children, action } = props;
  return (
    <div className="border-y border-rule py-8">
      <p className="font-head text-h3 leading-tight font-bold">{title}</p>
      {children && <div className="mt-2 text-ink-2">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

interface ErrorProps {
  /** What happened. */
  title: string;
  /** What to do. */
  children?: ReactNode;
  onRetry?: () => void;
}

/** It went wrong: what happened, what to do, and a way to try again. */
export function ErrorState({ title, children, onRetry }: ErrorProps) {
  return (
    <Notice tone="error" title={title} live>
      {children && <p>{children}</p>}
      {onRetry && (
        <Button variant="line" size="small" icon="recount" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}
