import type { ReactNode } from 'react';
import { classes } from './classes';

/** The stitched gilt line down the left: what is inside came from somewhere. Provenance only. */
export function Thread({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classes('thread py-0.5 pl-6', className)}>{children}</div>;
}
