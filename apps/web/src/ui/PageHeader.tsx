import type { ReactNode } from 'react';
import { classes } from './classes';
import { useTitle } from './useTitle';

interface HeaderProps {
  /** The heading. Focus moves here after navigation. */
  title: string;
  /** A quiet line above: whose, which, when. */
  over?: ReactNode;
  /** A sentence or two below. */
  children?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  /** normal; quote for a member's own statement; small above a deck. */
  size?: 'normal' | 'quote' | 'small';
  /** The document's title where it must differ from the heading. */
  documentTitle?: string;
}

const sizes = {
  normal: '',
  quote: 'max-w-[22.6em] text-[clamp(1.5rem,4vw,2.125rem)] leading-[1.2]',
  small: 'text-[1.375rem] tracking-[-0.01em]',
};

/** The one h1 of a page. */
export function PageHeader(props: HeaderProps) {
  const { title, over, children, actions, size = 'normal', documentTitle = title } = props;
  useTitle(documentTitle);
  return (
    <header className={size === 'small' ? 'mb-4' : 'mb-7'}>
      {over && <div className="mb-1.5 text-small text-ink-2 desk:text-body">{over}</div>}
      <h1 tabIndex={-1} className={sizes[size]}>
        {title}
      </h1>
      {children && <div className="mt-3 space-y-3">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap items-center gap-3">{actions}</div>}
    </header>
  );
}

/** The hung banner of the home page: the heading on the claret field. */
export function Banner({ title, over, children, documentTitle = title }: HeaderProps) {
  useTitle(documentTitle);
  return (
    <div className="banner on-field">
      <div className="mx-auto max-w-page px-5">
        {over && <p className="mb-2 text-small text-on-field-2">{over}</p>}
        <h1 tabIndex={-1}>{title}</h1>
        {children && <div className="mt-3 text-lead text-on-field-2">{children}</div>}
      </div>
    </div>
  );
}

/** The head of a section, with what else one can do there. */
export function SectionHead(props: {
  title: string;
  id?: string;
  more?: ReactNode;
  first?: boolean;
}) {
  const { title, id, more, first } = props;
  return (
    <div
      className={classes(
        'mb-4 flex flex-wrap items-baseline gap-x-5 gap-y-1',
        first ? 'mt-0' : 'mt-12',
      )}
    >
      <h2 id={id}>{title}</h2>
      {more && <div className="text-small">{more}</div>}
    </div>
  );
}
