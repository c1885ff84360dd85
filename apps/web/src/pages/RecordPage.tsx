import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CheckRecord } from '../features/record/CheckRecord';
import { EntryFilters } from '../features/record/EntryFilters';
import { EntryList } from '../features/record/EntryList';
import { asAsked, type EntryFilter, isFiltered, readFilter } from '../features/record/entryFilter';
import { RecordFacts } from '../features/record/RecordFacts';
import { VotesInRecord } from '../features/record/VotesInRecord';
import { CountLineDocument, countSentence } from '../features/story/CountTable';
import { getFragmentData, graphql } from '../graphql/generated';
import type { RecordPageQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button } from '../ui/Button';
import { MoreButton } from '../ui/MoreButton';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const RecordPageDocument = graphql(`
  query RecordPage($filter: RecordFilter, $after: String) {
    record {
      ...RecordFacts
    }
    recordEntries(filter: $filter, first: 20, after: $after) {
      edges {
        cursor
        node {
          number
          ...ListedEntry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    publicCount {
      total {
        unaccounted
        ...CountLine
      }
    }
    consultations(first: 50) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

/** Every public act: to be searched, checked and taken away. */
export default function RecordPage() {
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const { data, previousData, error, refetch, fetchMore } = useQuery(RecordPageDocument, {
    variables: { filter: asAsked(filter) },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const shown = data ?? previousData;
  const change = (next: EntryFilter) =>
    setSearch(new URL(paths.record({ ...next }), 'http://clarion.invalid').searchParams, {
      replace: true,
      preventScrollReset: true,
    });
  const more = async (after: string | null) => {
    // A page that does not come leaves the button; the connection banner says why.
    await fetchMore({ variables: { after } }).catch(() => undefined);
  };
  return (
    <PageBody aside={shown && <RecordFacts record={shown.record} />}>
      <PageHeader title="The record">
        <p className="max-w-measure">
          Every public act stands here, numbered without a gap, and each entry names the one before
          by its hash. Nobody, not even those who run this site, can change one, take one away or
          slip one in without it being seen.
        </p>
      </PageHeader>
      <CheckRecord />
      {shown ? (
        <>
          <Conserved total={shown.publicCount.total} />
          <Entries
            filter={filter}
            found={shown}
            onChange={change}
            onMore={() => more(shown.recordEntries.pageInfo.endCursor)}
          />
        </>
      ) : (
        <div className="mt-10">
          <QueryState what="the record" error={error} onRetry={() => void refetch()} lines={8} />
        </div>
      )}
      <VotesInRecord />
      <Limits />
    </PageBody>
  );
}

function Conserved({ total }: { total: RecordPageQuery['publicCount']['total'] }) {
  return (
    <section aria-labelledby="conserved" className="mt-12 border-y-2 border-ink py-5">
      <h2 id="conserved" className="text-h4">
        Nothing sent in is lost
      </h2>
      <p className="mt-1">
        {countSentence(getFragmentData(CountLineDocument, total))}{' '}
        <b className={total.unaccounted === 0 ? 'text-agree' : 'text-error'}>
          Unaccounted: {total.unaccounted}.
        </b>{' '}
        <Link to={paths.count()}>Check the count</Link>
      </p>
    </section>
  );
}

interface EntriesProps {
  filter: EntryFilter;
  found: RecordPageQuery;
  onChange: (filter: EntryFilter) => void;
  onMore: () => Promise<void>;
}

const none: EntryFilter = { subject: '', kind: '', consultation: '', about: '', from: '', to: '' };

function Entries({ filter, found, onChange, onMore }: EntriesProps) {
  const [isFetching, setFetching] = useState(false);
  const { edges, pageInfo, totalCount } = found.recordEntries;
  const more = async () => {
    setFetching(true);
    await onMore();
    setFetching(false);
  };
  return (
    <section aria-labelledby="entries">
      <SectionHead
        id="entries"
        title="Every act"
        more={
          isFiltered(filter) && (
            <Button variant="bare" size="small" icon="close" onClick={() => onChange(none)}>
              Show everything
            </Button>
          )
        }
      />
      <EntryFilters
        key={filter.about}
        filter={filter}
        consultations={found.consultations.edges.map(({ node }) => node)}
        onChange={onChange}
      />
      {edges.length === 0 ? (
        <EmptyState title="Nothing of this kind is in the record">
          Show everything, or choose another day.
        </EmptyState>
      ) : (
        <EntryList entries={edges.map(({ node }) => node)} />
      )}
      <MoreButton
        noun="entries"
        shown={edges.length}
        total={totalCount}
        hasMore={pageInfo.hasNextPage}
        pending={isFetching}
        onMore={() => void more()}
      />
    </section>
  );
}

/** What it does not show, beside what it does. */
function Limits() {
  return (
    <section aria-labelledby="limits" className="prose">
      <SectionHead id="limits" title="What the record does not show" />
      <ul className="max-w-measure">
        <li>
          Votes. They are secret; only that they were fixed, and the rounds that count them, are
          here.
        </li>
        <li>
          The words that people wrote. An entry only commits to them, so that words can be erased
          and the chain still holds; whoever wrote them can prove them with their receipt.
        </li>
        <li>That what an act says is true, or what was never entered.</li>
        <li>
          On its own, that everybody is shown the same record. For that, people have to compare what
          they were shown: this browser remembers, and so does every copy.
        </li>
      </ul>
    </section>
  );
}
