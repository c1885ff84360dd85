import type { ReactNode } from 'react';

interface Props {
  id: string;
  statement: string;
  /** Written by whom, when. */
  byline?: ReactNode;
  children?: ReactNode;
}

/** The slip that a voter holds: one statement and what to say to it. */
export function Slip({ id, statement, byline, children }: Props) {
  const statementId = `statement-${id}`;
  return (
    <article className="slip" aria-labelledby={statementId}>
      <blockquote id={statementId} className="slip-statement mb-5">
        {statement}
      </blockquote>
      {byline && <p className="mb-2 text-small text-ink-2">{byline}</p>}
      {children}
    </article>
  );
}
