import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { CountLineDocument, CountTable, countSentence } from '../features/story/CountTable';
import { getFragmentData, graphql } from '../graphql/generated';
import type { CountQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { formatDate } from '../ui/dates';
import { Notice } from '../ui/Notice';
import { formatNumber, listOf, plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { NotFoundPage } from './NotFoundPage';

const CountDocument = graphql(`
  query Count($consultationId: ID, $id: ID!, $isOfOne: Boolean!) {
    publicCount(consultationId: $consultationId) {
      total {
        unaccounted
        ...CountLine
      }
      lines {
        kind
        ...CountLine
      }
      addressChanges {
        month
        byMembers
        byRoll
        byStaff
        objected
      }
      countedAt
    }
    consultation(id: $id) @include(if: $isOfOne) {
      id
      title
    }
  }
`);

export default function CountPage() {
  const [search] = useSearchParams();
  const asked = search.get('consultation');
  const { data, error, refetch } = useQuery(CountDocument, {
    variables: { consultationId: asked, id: asked ?? '', isOfOne: asked !== null },
    fetchPolicy: 'no-cache',
  });
  if (asked && data?.consultation === null) return <NotFoundPage what="consultation" />;
  return (
    <PageBody>
      <PageHeader
        title="Nothing sent in is lost"
        documentTitle="The public count"
        over={
          data?.consultation && (
            <Link to={paths.consultation(data.consultation.id)}>{data.consultation.title}</Link>
          )
        }
      >
        <p>
          Everything that was ever received is counted twice: once from{' '}
          <Link to={paths.record()}>the public record</Link>, once from what can be found today. The
          two must be the same, always.
        </p>
      </PageHeader>
      {data ? (
        <Counted count={data.publicCount} isOfOne={asked !== null} />
      ) : (
        <QueryState what="the count" error={error} onRetry={() => void refetch()} lines={6} />
      )}
    </PageBody>
  );
}

function Counted({ count, isOfOne }: { count: CountQuery['publicCount']; isOfOne: boolean }) {
  const { unaccounted } = count.total;
  return (
    <>
      <div className="mb-8 border-y-2 border-ink py-6">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span
            className={`font-head text-stage-2 leading-none font-bold tabular-nums ${unaccounted === 0 ? 'text-agree' : 'text-error'}`}
          >
            {formatNumber(unaccounted)}
          </span>
          <span className="font-head text-h3 font-bold">unaccounted</span>
        </p>
        <p className="mt-4 text-lead">
          {countSentence(getFragmentData(CountLineDocument, count.total))}
        </p>
      </div>
      {unaccounted !== 0 && (
        <div className="mb-8 max-w-measure">
          <Notice tone="error" title="The two counts differ">
            <p>
              This must never happen. Tell those who run this site; what is missing stands in the
              record, and can be found there.
            </p>
          </Notice>
        </div>
      )}
      <SectionHead first title="By kind" />
      <CountTable lines={[count.total, ...count.lines]} />
      <dl className="mt-8 max-w-measure space-y-3 text-small">
        <Word name="Merged">went on inside another proposal, and is named there.</Word>
        <Word name="Withdrawn">was taken back by its author; it is kept and marked.</Word>
        <Word name="Not taken forward">was answered with a no and a reason.</Word>
        <Word name="Waiting">was received and is not published yet.</Word>
        <Word name="Hidden">was hidden by a moderator; its place and the reason are shown.</Word>
      </dl>
      {!isOfOne && <AddressChanges {...count.addressChanges} />}
      <p className="mt-6 text-small text-ink-2">
        Counted on {formatDate(count.countedAt, 'moment')}.{' '}
        {isOfOne && <Link to={paths.count()}>Count everything</Link>}
      </p>
    </>
  );
}

type Addresses = CountQuery['publicCount']['addressChanges'];

/** Whoever can change where members are reached could vote in their name: so it is counted for all to see. */
function AddressChanges({ month, byMembers, byRoll, byStaff, objected }: Addresses) {
  const all = byMembers + byRoll + byStaff;
  const by = [
    `${formatNumber(byMembers)} by members themselves`,
    `${formatNumber(byRoll)} by the roll`,
    `${formatNumber(byStaff)} by administrators`,
  ];
  return (
    <>
      <SectionHead title="Addresses of members" />
      <p>
        Since {formatDate(month, 'year')},{' '}
        {plural(all, 'email address was', 'email addresses were', 'no email address was')} changed
        {all > 0 && `: ${listOf(by)}`}.{' '}
        {(all > 0 || objected > 0) &&
          `${plural(objected, 'change was', 'changes were', 'None was')} taken back because the owner objected.`}
      </p>
      <p className="mt-3 text-small text-ink-2">
        For three days after a change we send no sign-in codes to the new address and take no votes
        from its owner; we tell the old address. Many changes at once need a second person.
      </p>
    </>
  );
}

function Word({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="inline font-bold">{name}</dt> <dd className="inline">{children}</dd>
    </div>
  );
}
