import type { ApolloClient } from '@apollo/client';
import { useLayoutEffect, useMemo } from 'react';
import { graphql } from '../../graphql/generated';
import { createStore, useStore } from '../../store';
import { toast } from '../../ui/toast';
import { changeKeptText, useKeptText } from '../../ui/useKeptText';
import { drawRandom, endVote, keepVote, openKeptVotes } from '../record/keptVotes';
import { type Sent, useSending } from './useSending';
import { enqueue, parseWaiting, settle, type WaitingVote, waitingIn } from './waiting';

const CastVoteDocument = graphql(`
  mutation CastVote($proposalId: ID!, $choice: Choice!, $random: String) {
    castVote(proposalId: $proposalId, choice: $choice, random: $random) {
      __typename
      ... on Vote {
        choice
        version
        isOnEarlierVersion
        commitment
        previous
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
  // Drawn once and kept with it: sent again, it is the same vote.
  change(memberId, (waiting) => enqueue(waiting, { ...vote, random: drawRandom() }));
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

/** Of the two answers, the one to a vote that was cast. */
const isCast = (answer: object): answer is { commitment: string | null; previous: string | null } =>
  'commitment' in answer;

/** Sends one vote. The same vote twice is one vote, so that sending again after a fault does no harm. */
async function send(client: ApolloClient, memberId: string, text: string): Promise<Sent> {
  const [vote] = parseWaiting(text);
  if (!vote) return 'taken';
  const { consultationId, proposalId, choice, statement, random } = vote;
  const result = choice
    ? (
        await client.mutate({
          mutation: CastVoteDocument,
          variables: { proposalId, choice, random: random ?? null },
        })
      ).data?.castVote
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
  if (result?.__typename === 'Vote') {
    if (!choice) endVote(proposalId);
    else if (random && isCast(result)) {
      await keepVote({ consultationId, proposalId, choice, random, statement }, result);
    }
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
  // Before the effects of the page, some of which look for kept votes.
  useLayoutEffect(() => openKeptVotes(memberId ?? null), [memberId]);
  useSending(memberId, next, send);
}
