import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { useConnection } from '../../graphql/connection';
import { graphql } from '../../graphql/generated';
import { createStore, useStore } from '../../store';
import { toast } from '../../ui/toast';
import { changeKeptText, useKeptText } from '../../ui/useKeptText';
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

/** How long to wait after a fault before a vote is sent again, in milliseconds. */
const AGAIN = 8_000;

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

type Sent = 'taken' | 'signed-out';

/** Sends one vote. The same vote twice is one vote, so that sending again after a fault does no harm. */
async function send(
  client: ApolloClient,
  { proposalId, choice, statement }: WaitingVote,
): Promise<Sent> {
  const result = choice
    ? (await client.mutate({ mutation: CastVoteDocument, variables: { proposalId, choice } })).data
        ?.castVote
    : (await client.mutate({ mutation: UndoVoteDocument, variables: { proposalId } })).data
        ?.undoVote;
  if (result?.__typename !== 'Refusal') return 'taken';
  if (result.reason === 'not_signed_in') return 'signed-out';
  refusals.set(new Map([...refusals.get(), [proposalId, result.message]]));
  toast({ tone: 'error', text: `Your vote on “${statement}” was not counted. ${result.message}` });
  return 'taken';
}

/** Once in the layout: sends what waits, one after the other, as soon as Clarion can be reached. */
export function useVoteSender(memberId: string | undefined): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'fine';
  const { text } = useKeptText(keyOf(memberId ?? 'nobody'));
  // As text, so that it is the same for as long as the first one waits.
  const first = useMemo(() => JSON.stringify(parseWaiting(text).slice(0, 1)), [text]);
  useEffect(() => {
    const [next] = parseWaiting(first);
    if (!memberId || !next || !isOnline) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const attempt = async () => {
      try {
        const sent = await send(client, next);
        if (sent === 'taken') change(memberId, (waiting) => settle(waiting, next));
        else await client.refetchQueries({ include: ['Shell'] });
      } catch {
        if (!isGone) timer = setTimeout(() => void attempt(), AGAIN);
      }
    };
    void attempt();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [memberId, first, isOnline, client]);
}
