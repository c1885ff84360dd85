import type { ReactNode } from 'react';
import './css/serif.css';
import { classes } from './classes';

/** Words of a draft, in the serif that only drafts have. */
export function DraftText({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classes('prose prose-serif', className)}>{children}</div>;
}
