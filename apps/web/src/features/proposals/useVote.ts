import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import type { Choice } from '../../graphql/generated/graphql';
import { drawRandom, endVote, keepVote } from '../record/keptVotes';

const VoteOnProposalDocument = graphql(`
  mutation VoteOnProposal($proposalId: ID!, $choice: Choice!, $random: String!) {
    castVote(proposalId: $proposalId, choice: $choice, random: $random) {
      __typename
      ... on Vote {
        commitment
        previous
        proposal {
          id
          statement
          consultation {
            id
          }
          ...VoteState
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const TakeVoteBackDocument = graphql(`
  mutation TakeVoteBack($proposalId: ID!) {
    undoVote(proposalId: $proposalId) {
      __typename
      ... on Vote {
        proposal {
          id
          ...VoteState
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const VoteStateFragment = graphql(`
  fragment VoteState on Proposal {
    id
    tallyHidden
    tally {
      agree
      disagree
      pass
      votes
    }
    myVote {
      choice
      version
      isOnEarlierVersion
    }
  }
`);

/** Votes from a page: says whether it was taken, and keeps why not. */
export function useVote() {
  const [cast, casting] = useMutation(VoteOnProposalDocument);
  const [undo, undoing] = useMutation(TakeVoteBackDocument);
  const [fault, setFault] = useState<string | null>(null);
  const castAs = async (proposalId: string, choice: Choice) => {
    const random = drawRandom();
    const { data } = await cast({ variables: { proposalId, choice, random } });
    const answer = data?.castVote;
    if (answer?.__typename === 'Vote') {
      const { statement, consultation } = answer.proposal;
      const vote = { consultationId: consultation.id, proposalId, choice, random, statement };
      await keepVote(vote, answer);
    }
    return answer;
  };
  const takeBack = async (proposalId: string) => {
    const answer = (await undo({ variables: { proposalId } })).data?.undoVote;
    if (answer?.__typename === 'Vote') endVote(proposalId);
    return answer;
  };
  const vote = async (proposalId: string, choice: Choice | null): Promise<boolean> => {
    setFault(null);
    try {
      const answer = choice ? await castAs(proposalId, choice) : await takeBack(proposalId);
      if (answer?.__typename !== 'Refusal') return true;
      setFault(answer.message);
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
    return false;
  };
  return { vote, fault, pending: casting.loading || undoing.loading };
}
