import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import type { ConsultationNewsSubscription, Phase } from '../../graphql/generated/graphql';
import { useNews } from '../../graphql/useNews';

const ConsultationNewsDocument = graphql(`
  subscription ConsultationNews($id: ID!) {
    consultationNews(id: $id) {
      id
      phase
      proposalCount
      commentCount
      voterCount
      roundCount
    }
  }
`);

/** The same, where nothing is told. */
const ConsultationNowDocument = graphql(`
  query ConsultationNow($id: ID!) {
    consultation(id: $id) {
      id
      phase
      proposalCount
      commentCount
      voterCount
      rounds {
        id
      }
    }
  }
`);

export type Told = NonNullable<ConsultationNewsSubscription['consultationNews']>;

/** Keeps the numbers of a consultation fresh, and tells how it stands; null until it was told. */
export function useConsultationNews(id: string): Told | null {
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
  };
  const ask = async (): Promise<Told | null> => {
    const { data } = await client.query({
      query: ConsultationNowDocument,
      variables: { id },
      fetchPolicy: 'no-cache',
    });
    const now = data?.consultation;
    return now ? { ...now, roundCount: now.rounds.length } : null;
  };
  const toldIn = (data: ConsultationNewsSubscription) => data.consultationNews;
  useNews(ConsultationNewsDocument, { id }, toldIn, { hear, ask });
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
