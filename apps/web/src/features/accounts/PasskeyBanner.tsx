import { Link } from 'react-router';
import { paths } from '../../paths';
import { Icon } from '../../ui/Icon';
import { describeOffice } from './offices';
import type { Viewer } from './viewer';

/** An office waits until its holder is here by a passkey. */
export function PasskeyBanner({ offices }: { offices: Viewer['officesWaiting'] }) {
  return (
    <section
      aria-label="Passkey needed"
      className="bg-ink px-4 py-2 text-center text-small text-cloth print:hidden"
    >
      <p className="mx-auto max-w-none">
        <Icon name="info" /> To act as {offices.map(describeOffice).join(' and ')} you need a
        passkey.{' '}
        <Link to={paths.settings()} className="inline-flex min-h-11 items-center text-cloth">
          Add it, or use the one you have
        </Link>
      </p>
    </section>
  );
}
