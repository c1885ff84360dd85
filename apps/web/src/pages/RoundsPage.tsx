import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { useMayAsk } from '../features/accounts/useMayAsk';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { CheckYourself } from '../features/rounds/CheckYourself';
import { RoundCard } from '../features/rounds/RoundCard';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';
import { NotFoundPage } from './NotFoundPage';

const RoundsDocument = graphql(`
  query Rounds($id: ID!) {
    consultation(id: $id) {
      id
      title
      rules {
        officialLens
      }
      ...PlaceRail
      ranking {
        lenses {
          id
          question
        }
      }
      rounds {
        id
        number
        lens
        files {
          name
        }
        ...RoundCard
      }
    }
  }
`);

/** Every round that was published: what it fixed, what moved, its data, and the ways to check it. */
export default function RoundsPage() {
  const { id = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { data, error, refetch } = useQuery(RoundsDocument, { variables: { id } });
  const isScrutineer = useMayAsk('GET /download/rounds/:id/matrix.zip');
  const consultation = data?.consultation;
  useRoundInAddress(consultation?.id === id);
  if (consultation === null) return <NotFoundPage what="consultation" />;
  if (!consultation) {
    return (
      <PageBody>
        <PageHeader title="Published rounds" />
        <QueryState what="the rounds" error={error} onRetry={() => void refetch()} lines={8} />
      </PageBody>
    );
  }
  const { title, rounds, ranking } = consultation;
  return (
    <PageBody rail={<PlaceRail consultation={consultation} isInRanking />}>
      <PageHeader title="Published rounds" over={title} documentTitle={`Rounds: ${title}`}>
        <p className="max-w-measure">
          A round is the order at one moment, sent to the National Policy Forum. It never changes:
          its votes and counts are published with it and signed, so that anybody can work out the
          same order without trusting us.
        </p>
      </PageHeader>
      {rounds.length === 0 ? (
        <NoRounds id={id} />
      ) : (
        <>
          <ol className="border-t-2 border-ink" reversed>
            {rounds.map((round, at) => (
              <RoundCard
                key={round.id}
                round={round}
                consultationId={id}
                lenses={ranking.lenses}
                officialLens={consultation.rules.officialLens}
                before={rounds[at + 1]}
                isAsked={query.get('recount') === String(round.number)}
                proposalId={query.get('proposal')}
                isScrutineer={isScrutineer}
                onAsk={(isAsked) =>
                  setQuery(isAsked ? { recount: String(round.number) } : {}, {
                    replace: true,
                    preventScrollReset: true,
                  })
                }
              />
            ))}
          </ol>
          {rounds.some(({ files }) => files.length > 0) && <CheckYourself />}
        </>
      )}
    </PageBody>
  );
}

/** A link to a round or its recount leads there, which exists only after the page has its data. */
function useRoundInAddress(isShown: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isShown || !hash) return;
    const place = document.getElementById(hash.slice(1));
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
  }, [isShown, hash]);
}

function NoRounds({ id }: { id: string }) {
  return (
    <EmptyState
      title="No round has been published yet"
      action={<ButtonLink to={paths.ranking(id)}>See the order as it stands</ButtonLink>}
    >
      <p>When the convenor publishes one, it is listed here with its data.</p>
    </EmptyState>
  );
}
