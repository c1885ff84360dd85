import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes';

/** The stitched gilt line down the left: what is inside came from somewhere. Provenance only. */
export function Thread({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classes('thread py-0.5 pl-6', className)}>{children}</div>;
}

/** A link to a source, with its own short piece of thread. */
export function SourceLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <span className="source text-small">
      <Link to={to}>{children}</Link>
    </span>
  );
}
