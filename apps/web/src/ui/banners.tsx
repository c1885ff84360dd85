import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** Nothing gets through: says so, and that what is typed stays. */
export function OfflineBanner({ state }: { state: 'fine' | 'offline' | 'unreachable' }) {
  return (
    <div role="status" className="print:hidden">
      {state !== 'fine' && (
        <p className="max-w-none bg-ink px-5 py-2.5 text-center text-small text-cloth">
          <Icon name="offline" />{' '}
          {state === 'offline'
            ? 'You are offline. You can go on reading; what you type is kept on this device.'
            : 'Clarion does not answer at the moment. What you type is kept on this device; we keep trying.'}
        </p>
      )}
    </div>
  );
}

/** At the top of every page of a demonstration. */
export function DemoBanner({ children }: { children?: ReactNode }) {
  return (
    <section
      aria-label="Demonstration"
      className="border-b border-rule bg-gilt-wash px-4 py-1.5 text-center text-small leading-snug print:hidden"
    >
      <p className="mx-auto max-w-none">
        <b>This is a demonstration.</b>{' '}
        <span className="max-sm:sr-only">The people, votes and positions are invented. </span>
        {children}
      </p>
    </section>
  );
}
