import type { ApolloClient } from '@apollo/client';
import { useMemo } from 'react';
import { graphql } from '../../graphql/generated';
import { createStore, useStore } from '../../store';
import { toast } from '../../ui/toast';
import { changeKeptText, useKeptText } from '../../ui/useKeptText';
import { type Sent, useSending } from './useSending';
import { enqueue, parseWaiting, settle, type WaitingVote, waitingIn } from './waiting';

const CastVoteDocument = graphql(`
  mutation CastVote($proposalId: ID!, $choice: Choice!) {
    castVote(proposalId: $proposalId, choice: $choice) {
      __typename
      ... on Vote {
        choice
        version
        isOnEarlierVersion
        proposal {
          ...HowOthersVoted
          myVote {
            choice
            version
            isOnEarlierVersion
          }
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const UndoVoteDocument = graphql(`
  mutation UndoVote($proposalId: ID!) {
    undoVote(proposalId: $proposalId) {
      __typename
      ... on Vote {
        choice
        proposal {
          ...HowOthersVoted
          myVote {
            choice
            version
            isOnEarlierVersion
          }
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const keyOf = (memberId: string) => `votes:${memberId}`;

function change(memberId: string, how: (waiting: WaitingVote[]) => WaitingVote[]): void {
  changeKeptText(keyOf(memberId), (text) => {
    const waiting = how(parseWaiting(text));
    return waiting.length > 0 ? JSON.stringify(waiting) : '';
  });
}

/** Keeps a vote in this browser until it has reached Clarion. The sender takes it from there. */
export function queueVote(memberId: string, vote: WaitingVote): void {
  refusals.set(new Map([...refusals.get()].filter(([id]) => id !== vote.proposalId)));
  change(memberId, (waiting) => enqueue(waiting, vote));
}

/** Votes of one consultation that have not reached Clarion yet. */
export function useWaitingVotes(
  memberId: string | undefined,
  consultationId: string,
): readonly WaitingVote[] {
  const { text } = useKeptText(keyOf(memberId ?? 'nobody'));
  return useMemo(() => waitingIn(parseWaiting(text), consultationId), [text, consultationId]);
}

const noRefusals: ReadonlyMap<string, string> = new Map();
const refusals = createStore(noRefusals);

/** Why a vote that was made in this sitting was not counted, by proposal. */
export function useRefusedVotes(): ReadonlyMap<string, string> {
  return useStore(refusals, noRefusals);
}

/** Sends one vote. The same vote twice is one vote, so that sending again after a fault does no harm. */
async function send(client: ApolloClient, memberId: string, text: string): Promise<Sent> {
  const [vote] = parseWaiting(text);
  if (!vote) return 'taken';
  const { proposalId, choice, statement } = vote;
  const result = choice
    ? (await client.mutate({ mutation: CastVoteDocument, variables: { proposalId, choice } })).data
        ?.castVote
    : (await client.mutate({ mutation: UndoVoteDocument, variables: { proposalId } })).data
        ?.undoVote;
  if (result?.__typename === 'Refusal') {
    if (result.reason === 'not_signed_in') return 'signed-out';
    refusals.set(new Map([...refusals.get(), [proposalId, result.message]]));
    toast({
      tone: 'error',
      text: `Your vote on “${statement}” was not counted. ${result.message}`,
    });
  }
  change(memberId, (waiting) => settle(waiting, vote));
  return 'taken';
}

/** Once in the layout: sends the votes that wait, one after the other. */
export function useVoteSender(memberId: string | undefined): void {
  const { text } = useKeptText(keyOf(memberId ?? 'nobody'));
  const next = useMemo(() => {
    const [first] = parseWaiting(text);
    return first ? JSON.stringify([first]) : null;
  }, [text]);
  useSending(memberId, next, send);
}
