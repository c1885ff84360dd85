import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import type { ConsultationNewsSubscription, Phase } from '../../graphql/generated/graphql';
import { useNews } from '../../graphql/useNews';

const ConsultationNewsDocument = graphql(`
  subscription ConsultationNews($id: ID!, $rows: Boolean!) {
    consultationNews(id: $id) {
      id
      phase
      proposalCount
      commentCount
      voterCount
      roundCount
      lately @include(if: $rows) {
        id
        commentCount
      }
    }
  }
`);

/** The same, where nothing is told. */
const ConsultationNowDocument = graphql(`
  query ConsultationNow($id: ID!, $rows: Boolean!) {
    consultation(id: $id) {
      id
      phase
      proposalCount
      commentCount
      voterCount
      rounds {
        id
      }
      lately: proposals(first: 20, sort: active) @include(if: $rows) {
        edges {
          node {
            id
            commentCount
          }
        }
      }
    }
  }
`);

export type Told = NonNullable<ConsultationNewsSubscription['consultationNews']>;

interface Options {
  /** Whether the page has rows of proposals, whose numbers are to be kept fresh too. */
  rows?: boolean;
}

/** Keeps the numbers of a consultation fresh, and tells how it stands; null until it was told. */
export function useConsultationNews(id: string, { rows = false }: Options = {}): Told | null {
  const client = useApolloClient();
  const [told, setTold] = useState<Told | null>(null);
  const hear = (news: Told) => {
    setTold(news);
    client.cache.modify<Record<string, number>>({
      id: `Consultation:${news.id}`,
      fields: {
        proposalCount: () => news.proposalCount,
        commentCount: () => news.commentCount,
        voterCount: () => news.voterCount,
      },
    });
    for (const { id: proposalId, commentCount } of news.lately ?? []) {
      client.cache.modify<Record<string, number>>({
        id: `Proposal:${proposalId}`,
        fields: { commentCount: () => commentCount },
      });
    }
  };
  const ask = async (): Promise<Told | null> => {
    const { data } = await client.query({
      query: ConsultationNowDocument,
      variables: { id, rows },
      fetchPolicy: 'no-cache',
    });
    const now = data?.consultation;
    if (!now) return null;
    const lately = now.lately?.edges.map(({ node }) => node);
    return { ...now, roundCount: now.rounds.length, lately };
  };
  const toldIn = (data: ConsultationNewsSubscription) => data.consultationNews;
  useNews(ConsultationNewsDocument, { id, rows }, toldIn, { hear, ask });
  return told?.id === id ? told : null;
}

/** What a page shows, to see what is new. */
interface Shown {
  phase: Phase;
  rounds: readonly unknown[];
}

/** What of a phase or a round is new that the page does not show yet. */
export function sayNews(told: Told | null, { phase, rounds }: Shown): string | null {
  if (!told) return null;
  if (told.phase !== phase) return 'This consultation has moved on';
  return told.roundCount > rounds.length ? 'A new round has been published' : null;
}
