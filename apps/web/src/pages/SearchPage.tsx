import { useQuery } from '@apollo/client/react';
import { type FormEvent, useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { KindFilter } from '../features/search/KindFilter';
import { kindIn } from '../features/search/kinds';
import { SearchHits } from '../features/search/SearchHits';
import { graphql } from '../graphql/generated';
import type { SearchQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { TextInput } from '../ui/Field';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const SearchDocument = graphql(`
  query Search($text: String!, $kind: SearchKind, $consultationId: ID, $first: Int!) {
    search(text: $text, kind: $kind, consultationId: $consultationId, first: $first) {
      hits {
        id
        ...FoundHit
      }
      counts {
        kind
        count
      }
      isCapped
      correctedTo
    }
  }
`);

const LONGEST = 200;
const PAGE = 20;
const MOST = 100;
/** From here on the API does not count every one. */
const CAP = 200;

export default function SearchPage() {
  const [search] = useSearchParams();
  const text = (search.get('text') ?? '').trim().slice(0, LONGEST);
  const kind = kindIn(search);
  const consultationId = search.get('consultation');
  const [typed, setTyped] = useState(text);
  const navigate = useNavigate();
  useEffect(() => setTyped(text), [text]);
  const to = (query: { text?: string; kind?: string }) =>
    paths.search({ ...query, consultation: consultationId ?? undefined });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(to({ text: typed.trim(), kind: kind ?? undefined }));
  };
  return (
    <PageBody>
      <PageHeader title="Search" documentTitle={text ? `Search: ${text}` : 'Search'} />
      <search>
        <form className="mb-6 flex max-w-[46rem] flex-wrap items-end gap-3" onSubmit={submit}>
          <div className="min-w-[14rem] flex-1">
            <TextInput
              label="Papers, proposals, comments, evidence and drafts"
              hint="Accents and small slips do not matter. “Quotes” keep words together; a minus leaves one out."
              type="search"
              enterKeyHint="search"
              maxLength={LONGEST}
              value={typed}
              onChange={setTyped}
            />
          </div>
          <Button type="submit" icon="search">
            Search
          </Button>
        </form>
      </search>
      {consultationId && (
        <p className="mb-6 text-small">
          Only in one consultation. <Link to={paths.search({ text })}>Search everywhere</Link>
        </p>
      )}
      {text ? (
        <Found
          key={`${text} ${kind} ${consultationId}`}
          text={text}
          kind={kind}
          consultationId={consultationId}
          to={to}
        />
      ) : (
        <p className="text-ink-2">Type a word or two, such as “dentists on Saturdays”.</p>
      )}
    </PageBody>
  );
}

interface FoundProps {
  text: string;
  kind: ReturnType<typeof kindIn>;
  consultationId: string | null;
  to: (query: { text?: string; kind?: string }) => string;
}

function Found({ text, kind, consultationId, to }: FoundProps) {
  const [first, setFirst] = useState(PAGE);
  const { data, previousData, error, refetch, loading } = useQuery(SearchDocument, {
    variables: { text, kind, consultationId, first },
  });
  const result = (data ?? previousData)?.search;
  if (!result) {
    return <QueryState what="what was found" error={error} onRetry={() => void refetch()} />;
  }
  const { hits, counts, correctedTo } = result;
  const ofKind = counts.find((one) => one.kind === kind)?.count ?? 0;
  const total = kind ? ofKind : counts.reduce((sum, { count }) => sum + count, 0);
  if (counts.length === 0) return <NothingFound text={text} consultationId={consultationId} />;
  return (
    <>
      <Summary result={result} text={text} total={total} />
      <KindFilter
        counts={counts}
        cap={CAP}
        chosen={kind}
        toKind={(chosen) => to({ text: correctedTo ?? text, kind: chosen ?? undefined })}
      />
      {hits.length > 0 ? (
        <SearchHits hits={hits} />
      ) : (
        <EmptyState
          title="Nothing of this kind"
          action={
            <ButtonLink to={to({ text })} variant="line">
              Show every kind
            </ButtonLink>
          }
        >
          Other kinds have these words.
        </EmptyState>
      )}
      {hits.length >= first && first < MOST && total > first && (
        <div className="mt-6">
          <Button
            variant="line"
            pending={loading}
            pendingLabel="Fetching more"
            onClick={() => setFirst(Math.min(MOST, first + PAGE))}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

interface SummaryProps {
  result: SearchQuery['search'];
  text: string;
  total: number;
}

function Summary({ result: { correctedTo, isCapped }, text, total }: SummaryProps) {
  const found = isCapped
    ? `More than ${plural(CAP, 'result')}, of which the newest were weighed; the closest are first`
    : plural(total, 'result');
  return (
    <p role="status" className="mb-4">
      {correctedTo ? (
        <>
          Nothing has “{text}” in it. {found} for <b>“{correctedTo}”</b>.
        </>
      ) : (
        <>
          {found} for <b>“{text}”</b>.
        </>
      )}
    </p>
  );
}

function NothingFound({ text, consultationId }: { text: string; consultationId: string | null }) {
  return (
    <div role="status">
      <EmptyState
        title={`Nothing found for “${text}”`}
        action={
          <ButtonLink to={paths.consultations()} variant="line">
            Go to the consultations
          </ButtonLink>
        }
      >
        <p>
          Try fewer words, or another word for the same thing.
          {consultationId && (
            <>
              {' '}
              Or <Link to={paths.search({ text })}>search everywhere</Link>.
            </>
          )}
        </p>
      </EmptyState>
    </div>
  );
}
