import type { ReactNode } from 'react';

/** Room is left at the foot for a phone's bottom bar. */
export function Footer({ children }: { children: ReactNode }) {
  return (
    <footer className="print:hidden mt-auto border-t border-rule pb-20 text-small text-ink-2 desk:pb-4">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-7 px-5 py-3 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center">
        {children}
      </div>
    </footer>
  );
}
