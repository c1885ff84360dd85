import type { ApolloClient } from '@apollo/client';
import { useMemo } from 'react';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { toast } from '../../ui/toast';
import { changeKeptText, useKeptText } from '../../ui/useKeptText';
import { answer, type KeptBallot, keep, parseKept, without } from './choosing';
import { type Sent, useSending } from './useSending';

const CastPriorityBallotDocument = graphql(`
  mutation CastPriorityBallot($consultationId: ID!, $proposalIds: [ID!]!) {
    castPriorityBallot(consultationId: $consultationId, proposalIds: $proposalIds) {
      __typename
      ... on PriorityBallot {
        consultation {
          id
          priorityBallot {
            isCast
            ballotsCast
            proposals {
              id
              statement
            }
            dropped {
              id
              statement
            }
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

const keyOf = (memberId: string) => `priorities:${memberId}`;

function change(memberId: string, how: (kept: KeptBallot[]) => KeptBallot[]): void {
  changeKeptText(keyOf(memberId), (text) => {
    const kept = how(parseKept(text));
    return kept.length > 0 ? JSON.stringify(kept) : '';
  });
}

/** Keeps a list in this browser until it has reached Clarion. The sender takes it from there. */
export function keepBallot(memberId: string, ballot: KeptBallot): void {
  change(memberId, (kept) => keep(kept, ballot));
}

/** Forgets what is kept here of a consultation: what Clarion has stands. */
export function forgetBallot(memberId: string, consultationId: string): void {
  change(memberId, (kept) => without(kept, consultationId));
}

/** The list that was chosen here and has not reached Clarion, if there is one. */
export function useKeptBallot(memberId: string, consultationId: string): KeptBallot | undefined {
  const { text } = useKeptText(keyOf(memberId));
  return useMemo(
    () => parseKept(text).find((one) => one.consultationId === consultationId),
    [text, consultationId],
  );
}

/** Sends one list. The same list twice is one ballot, so that sending again after a fault does no harm. */
async function send(client: ApolloClient, memberId: string, text: string): Promise<Sent> {
  const [ballot] = parseKept(text);
  if (!ballot) return 'taken';
  const { consultationId, title, chosen } = ballot;
  const { data } = await client.mutate({
    mutation: CastPriorityBallotDocument,
    variables: { consultationId, proposalIds: chosen.map(({ id }) => id) },
  });
  const result = data?.castPriorityBallot;
  const refusal =
    result?.__typename === 'Refusal' ? { reason: result.reason, message: result.message } : null;
  if (refusal?.reason === 'not_signed_in') return 'signed-out';
  change(memberId, (kept) => answer(kept, ballot, refusal));
  if (!refusal) return 'taken';
  // On the page itself it is said there, and what has changed is fetched.
  if (window.location.pathname === paths.priorities(consultationId)) {
    await client.refetchQueries({ include: ['Priorities'] });
  } else {
    const text = `What matters most to you in “${title}” was not counted. ${refusal.message}`;
    toast({ tone: 'error', text });
  }
  return 'taken';
}

/** Once in the layout: sends the lists that wait, one after the other. */
export function useBallotSender(memberId: string | undefined): void {
  const { text } = useKeptText(keyOf(memberId ?? 'nobody'));
  const next = useMemo(() => {
    const first = parseKept(text).find(({ state }) => state === 'waiting');
    return first ? JSON.stringify([first]) : null;
  }, [text]);
  useSending(memberId, next, send);
}
