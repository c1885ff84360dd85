import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '../../graphql/generated';
import type { ProposalNewsSubscription } from '../../graphql/generated/graphql';
import { useNews } from '../../graphql/useNews';

const ProposalNewsDocument = graphql(`
  subscription ProposalNews($id: ID!) {
    proposalNews(id: $id) {
      id
      commentCount
    }
  }
`);

const CommentsNowDocument = graphql(`
  query CommentsNow($id: ID!) {
    proposal(id: $id) {
      id
      commentCount
    }
  }
`);

/** One's own comment is told before its answer has come; then it is not new. */
const A_MOMENT = 1_000;

type Told = Pick<NonNullable<ProposalNewsSubscription['proposalNews']>, 'id' | 'commentCount'>;

/** How many comments there are that the page does not show yet. */
export function useNewComments(id: string, shown: number): number {
  const client = useApolloClient();
  const [told, setTold] = useState<Told | null>(null);
  const [isSettled, setSettled] = useState(false);
  const ask = async (): Promise<Told | null> => {
    const { data } = await client.query({
      query: CommentsNowDocument,
      variables: { id },
      fetchPolicy: 'no-cache',
    });
    return data?.proposal ?? null;
  };
  const toldIn = (data: ProposalNewsSubscription) => data.proposalNews;
  useNews(ProposalNewsDocument, { id }, toldIn, { hear: setTold, ask });
  const count = told?.id === id ? Math.max(0, told.commentCount - shown) : 0;
  const isNew = count > 0;
  useEffect(() => {
    setSettled(false);
    if (!isNew) return;
    const timer = setTimeout(() => setSettled(true), A_MOMENT);
    return () => clearTimeout(timer);
  }, [isNew]);
  return isSettled ? count : 0;
}
