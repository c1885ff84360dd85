import { Link } from 'react-router';
import { paths } from '../../paths';
import { formatDate } from '../../ui/dates';
import { Icon } from '../../ui/Icon';

/** A change of address is fresh: what waits, until when, and where to say that it was not oneself. */
export function HoldBanner({ until }: { until: string }) {
  return (
    <section
      aria-label="Your address changed"
      className="bg-ink px-4 py-2 text-center text-small text-cloth print:hidden"
    >
      <p className="mx-auto max-w-none">
        <Icon name="info" /> Your email address changed. Until {formatDate(until, 'moment')} no vote
        is taken from you, and no code is sent there.{' '}
        <Link to={paths.settings()} className="inline-flex min-h-11 items-center text-cloth">
          It was not me
        </Link>
      </p>
    </section>
  );
}
