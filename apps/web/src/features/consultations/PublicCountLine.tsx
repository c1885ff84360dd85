import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { formatNumber } from '../../ui/numbers';

const PublicCountLineFragment = graphql(`
  fragment PublicCountLine on PublicCount {
    total {
      received
      published
      merged
      withdrawn
      notTakenForward
      waiting
      unaccounted
    }
  }
`);

interface Props {
  count: FragmentType<typeof PublicCountLineFragment>;
  /** The count of one consultation alone. */
  consultationId?: string;
}

/** Nothing sent in is lost: the count, in a line. */
export function PublicCountLine({ count, consultationId }: Props) {
  const { total } = getFragmentData(PublicCountLineFragment, count);
  return (
    <p className="mt-10 text-small text-ink-2">
      Received {formatNumber(total.received)}. Published {formatNumber(total.published)}, merged{' '}
      {formatNumber(total.merged)}, withdrawn {formatNumber(total.withdrawn)}, not taken forward{' '}
      {formatNumber(total.notTakenForward)}, waiting {formatNumber(total.waiting)}.{' '}
      <b className="text-ink">Unaccounted: {formatNumber(total.unaccounted)}.</b>{' '}
      <Link to={paths.count({ consultation: consultationId })}>Check the count</Link>
    </p>
  );
}
