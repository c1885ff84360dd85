import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { commissionLine } from '../features/consultations/phases';
import { changedCard, newCard } from '../features/voting/cards';
import { DeckRefused } from '../features/voting/DeckRefused';
import { VoteDeck } from '../features/voting/VoteDeck';
import { useConnection } from '../graphql/connection';
import { graphql } from '../graphql/generated';
import type { VoteQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { NotFoundPage } from './NotFoundPage';

const VoteDocument = graphql(`
  query Vote($id: ID!) {
    consultation(id: $id) {
      id
      title
      votesUntil
      proposalCount
      viewerMay
      commissions {
        id
        kind
        name
      }
      rules {
        countsHiddenUntilVoted
        votesMayChange
      }
      deck(first: 20) {
        votedOn
        remaining
        refusal {
          reason
          message
        }
        proposals {
          id
          ...DeckStatement
        }
        changed {
          id
          ...ChangedStatement
        }
      }
    }
  }
`);

export default function VotePage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, previousData, error, refetch } = useQuery(VoteDocument, { variables: { id } });
  const consultation = (data ?? previousData)?.consultation;
  if (consultation === null) return <NotFoundPage what="consultation" />;
  return (
    <PageBody narrow>
      <PageHeader
        size="small"
        title={consultation?.title ?? 'Vote'}
        documentTitle={consultation ? `Vote: ${consultation.title}` : 'Vote'}
        over={
          consultation && (
            <>
              {commissionLine(consultation.commissions)}.{' '}
              <Link to={paths.consultation(id)}>Read the paper</Link>
            </>
          )
        }
      />
      {consultation?.id === id && viewer !== undefined ? (
        <Deck consultation={consultation} viewer={viewer} refetch={refetch} />
      ) : (
        <QueryState what="the statements" error={error} onRetry={() => void refetch()} />
      )}
    </PageBody>
  );
}

interface DeckProps {
  consultation: NonNullable<VoteQuery['consultation']>;
  viewer: ReturnType<typeof useViewer>;
  refetch: () => Promise<unknown>;
}

function Deck({ consultation, viewer, refetch }: DeckProps) {
  const { id, deck, viewerMay, rules } = consultation;
  const isOnline = useConnection() === 'fine';
  const cards = useMemo(() => {
    const changed = rules.votesMayChange ? deck.changed.map(changedCard) : [];
    return [...changed, ...deck.proposals.map(newCard)].filter((card) => card !== null);
  }, [deck, rules.votesMayChange]);
  const onMore = useCallback(() => {
    // What could not be fetched is asked for again when the connection is back.
    refetch().catch(() => undefined);
  }, [refetch]);
  if (deck.refusal || !viewer) {
    return (
      <DeckRefused
        consultationId={id}
        refusal={deck.refusal ?? { reason: 'not_signed_in', message: '' }}
        statements={cards}
        total={consultation.proposalCount}
        mayPropose={viewerMay.includes('propose')}
        mayComment={viewerMay.includes('comment')}
      />
    );
  }
  return (
    <VoteDeck
      key={`${id} ${viewer.member.id}`}
      consultationId={id}
      member={viewer.member}
      cards={cards}
      beyond={Math.max(0, deck.remaining - deck.proposals.length)}
      votedBefore={deck.votedOn}
      votesUntil={consultation.votesUntil}
      rules={rules}
      mayPropose={viewerMay.includes('propose')}
      mayPrioritise={viewerMay.includes('prioritise')}
      isOnline={isOnline}
      onMore={onMore}
    />
  );
}
