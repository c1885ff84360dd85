import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import type { TallyNewsSubscription } from '../../graphql/generated/graphql';
import { useNews } from '../../graphql/useNews';

const TallyNewsDocument = graphql(`
  subscription TallyNews($id: ID!) {
    tallyNews(id: $id) {
      id
      tally {
        agree
        disagree
        pass
        votes
      }
    }
  }
`);

const TallyNowDocument = graphql(`
  query TallyNow($id: ID!) {
    proposal(id: $id) {
      id
      tally {
        agree
        disagree
        pass
        votes
      }
    }
  }
`);

type Told = Pick<NonNullable<TallyNewsSubscription['tallyNews']>, 'tally'>;

/** Keeps the counts of a proposal fresh, once they are not hidden from whoever looks. */
export function useTallyNews(id: string, isHidden: boolean): void {
  const client = useApolloClient();
  const hear = ({ tally }: Told) =>
    void client.cache.modify<Record<string, object>>({
      id: `Proposal:${id}`,
      fields: {
        // A vote taken back hides them again, whatever is told meanwhile.
        tally: (held) => held && { ...held, ...tally },
      },
    });
  const ask = async (): Promise<Told | null> => {
    const { data } = await client.query({
      query: TallyNowDocument,
      variables: { id },
      fetchPolicy: 'no-cache',
    });
    const tally = data?.proposal?.tally;
    return tally ? { tally } : null;
  };
  const toldIn = (data: TallyNewsSubscription) => data.tallyNews;
  useNews(TallyNewsDocument, { id }, toldIn, { hear, ask, isOff: isHidden });
}
