import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { InterestsPanel } from '../features/accounts/InterestsPanel';
import { useShell } from '../features/accounts/viewer';
import { ConsultationCard } from '../features/consultations/ConsultationCard';
import {
  ConsultationFilters,
  type Filters,
  readFilters,
} from '../features/consultations/ConsultationFilters';
import { convenersAmong } from '../features/consultations/conveners';
import { PublicCountLine } from '../features/consultations/PublicCountLine';
import { hasEnded, takesVotes } from '../features/consultations/phases';
import { graphql } from '../graphql/generated';
import type { ConsultationsQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { bodyName } from '../ui/bodyNames';
import { Details } from '../ui/Details';
import { MoreButton } from '../ui/MoreButton';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { Banner, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const ConsultationsDocument = graphql(`
  query Consultations($after: String, $commissionId: ID, $phase: Phase, $text: String) {
    consultations(
      first: 20
      after: $after
      commissionId: $commissionId
      phase: $phase
      text: $text
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          phase
          forYou
          viewerMay
          ...ConsultationCard
        }
      }
    }
    bodies(kind: policy_commission) {
      id
      kind
      name
    }
    publicCount {
      ...PublicCountLine
    }
  }
`);

type Listed = ConsultationsQuery['consultations']['edges'][number]['node'];

export default function ConsultationsPage() {
  const { viewer, isDemo } = useShell();
  const [query, setQuery] = useSearchParams();
  const filters = readFilters(query);
  const isFiltered = Boolean(filters.commission || filters.phase || filters.text);
  const { data, previousData, error, refetch, fetchMore, loading } = useQuery(
    ConsultationsDocument,
    {
      variables: {
        commissionId: filters.commission || null,
        phase: filters.phase || null,
        text: filters.text || null,
      },
    },
  );
  const shown = data ?? previousData;
  const list = shown?.consultations.edges.map(({ node }) => node) ?? [];
  const toVoteOn = list.filter(({ viewerMay }) => viewerMay.includes('vote')).length;
  const change = (next: Filters) =>
    setQuery(
      Object.entries(next).filter(([, value]) => value !== ''),
      { preventScrollReset: true },
    );
  return (
    <>
      <Banner title="What should we do about it?" documentTitle="Consultations">
        {viewer ? (
          <p>
            {isFiltered
              ? `Say what you think, ${viewer.member.displayName}, argue for better, and read what became of it.`
              : `${plural(toVoteOn, 'consultation is', 'consultations are', 'No consultation is')} open to you, ${viewer.member.displayName}. Say what you think, argue for better, and read what became of it.`}
          </p>
        ) : (
          <Welcome isDemo={isDemo} isKnown={viewer === null} />
        )}
      </Banner>
      <PageBody>
        <Details summary="Find a consultation" open={isFiltered || undefined}>
          <ConsultationFilters
            filters={filters}
            commissions={(shown?.bodies ?? []).map((body) => ({
              id: body.id,
              name: bodyName(body),
            }))}
            onChange={change}
          />
        </Details>
        {shown ? (
          <div aria-busy={loading}>
            <Lists
              list={list}
              isSignedIn={Boolean(viewer)}
              isFiltered={isFiltered}
              onClear={() => setQuery([])}
              onInterests={() => void refetch()}
              begin={convenersAmong(viewer?.offices ?? []).length > 0 && <Begin />}
            />
            {shown.consultations.pageInfo.hasNextPage && (
              <MoreButton
                noun="consultations"
                shown={list.length}
                total={shown.consultations.totalCount}
                hasMore
                pending={loading}
                onMore={() =>
                  void fetchMore({ variables: { after: shown.consultations.pageInfo.endCursor } })
                }
              />
            )}
            <PublicCountLine count={shown.publicCount} />
          </div>
        ) : (
          <div className="mt-10">
            <QueryState
              what="the consultations"
              error={error}
              onRetry={() => void refetch()}
              lines={8}
            />
          </div>
        )}
      </PageBody>
    </>
  );
}

function Begin() {
  return (
    <ButtonLink to={paths.newConsultation()} variant="line" size="small" icon="plus">
      Begin a consultation
    </ButtonLink>
  );
}

/** For whoever has never been here: what this is, and two ways in. */
function Welcome({ isDemo, isKnown }: { isDemo: boolean; isKnown: boolean }) {
  return (
    <>
      <p>
        Clarion is where members put forward, argue over and vote on policy, and read what became of
        every contribution.
      </p>
      <p className="mt-2">
        {isKnown && (
          <>
            Look around: everything here is open to read. To take part,{' '}
            <Link to={paths.signIn()} className="font-[650]">
              {isDemo ? 'choose who to be' : 'sign in'}
            </Link>
            .
          </>
        )}
      </p>
    </>
  );
}

interface ListsProps {
  list: readonly Listed[];
  isSignedIn: boolean;
  isFiltered: boolean;
  onClear: () => void;
  onInterests: () => void;
  begin: ReactNode;
}

/** Sections in the order in which they need somebody. */
function Lists(props: ListsProps) {
  const { list, isSignedIn, isFiltered, onClear, onInterests, begin } = props;
  const [isChoosing, setChoosing] = useState(false);
  const open = list.filter(({ phase }) => takesVotes(phase));
  const forMe = isSignedIn ? open.filter(({ forYou }) => forYou.length > 0) : [];
  const others = open.filter((one) => !forMe.includes(one));
  const preparing = list.filter(({ phase }) => phase === 'preparing');
  const section = (title: string, nodes: readonly Listed[], more?: ReactNode, why?: boolean) =>
    (nodes.length > 0 || more) && (
      <section>
        <SectionHead title={title} more={more} />
        {nodes.length === 0 && <p className="text-ink-2">Nothing at the moment.</p>}
        {nodes.length > 0 && (
          <ul className="border-t-2 border-ink">
            {nodes.map((node) => (
              <ConsultationCard
                key={node.id}
                consultation={node}
                isSignedIn={isSignedIn}
                withReason={why}
              />
            ))}
          </ul>
        )}
      </section>
    );
  return (
    <>
      {isSignedIn && (!isFiltered || forMe.length > 0) && (
        <section>
          <SectionHead
            title="For you"
            more={
              <Button
                variant="bare"
                size="small"
                className="text-claret! underline"
                aria-expanded={isChoosing}
                onClick={() => setChoosing(!isChoosing)}
              >
                Change your interests
              </Button>
            }
          />
          {isChoosing && (
            <InterestsPanel onClose={() => setChoosing(false)} onSaved={onInterests} />
          )}
          {forMe.length > 0 ? (
            <ul className="border-t-2 border-ink">
              {forMe.map((node) => (
                <ConsultationCard key={node.id} consultation={node} isSignedIn withReason />
              ))}
            </ul>
          ) : (
            <p className="text-ink-2">
              Nothing open matches your interests at the moment. Choose others, or look at what is
              below.
            </p>
          )}
        </section>
      )}
      {section('In preparation', preparing, begin)}
      {section(forMe.length > 0 ? 'Also open' : 'Open', others)}
      {section(
        'Being answered',
        list.filter(({ phase }) => phase === 'reviewing'),
      )}
      {section(
        'Closed, and what happened',
        list.filter(({ phase }) => hasEnded(phase)),
      )}
      {list.length === 0 && (
        <div className="mt-10">
          <EmptyState
            title={isFiltered ? 'No consultation matches this' : 'There is no consultation yet'}
            action={
              isFiltered && (
                <Button variant="line" onClick={onClear}>
                  Show all consultations
                </Button>
              )
            }
          >
            <p>
              {isFiltered
                ? 'Try fewer words, another commission or another phase.'
                : 'When a commission opens one, it is listed here.'}
            </p>
          </EmptyState>
        </div>
      )}
    </>
  );
}
