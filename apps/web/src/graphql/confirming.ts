import { ApolloLink } from '@apollo/client';
import { from, mergeMap, of } from 'rxjs';
import { createStore, useStore } from '../store';

/** Answers the question whether it is still the same person: yes once they confirmed, no when they gave up. */
export type Settle = (isConfirmed: boolean) => void;

/** While somebody is asked: how to end that. */
const asked = createStore<Settle | null>(null);
let waiting: Promise<boolean> | null = null;

export const useConfirmingAsked = (): Settle | null => useStore(asked, null);

/** Asks whoever sits at this browser to confirm that it is them. Asked from two sides it is one question. */
export function askToConfirm(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    asked.set((isConfirmed) => {
      asked.set(null);
      waiting = null;
      resolve(isConfirmed);
    });
  });
  return waiting;
}

/** Whether something asked for was refused only because it is to be confirmed first. */
function waitsForConfirming(data: Record<string, unknown> | null | undefined): boolean {
  return Object.values(data ?? {}).some((answer) => {
    const { __typename, reason, refusedFor } = (answer ?? {}) as Partial<Record<string, string>>;
    return __typename === 'Refusal' && (reason ?? refusedFor) === 'confirm_first';
  });
}

/**
 * What is to be confirmed first is sent again as soon as it has been; whoever sent it sees one answer.
 * A mutation asks for the reason of a refusal (as `refusedFor` where its answer has reasons of its own), or this cannot tell.
 */
export const confirmingLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    mergeMap((result) =>
      waitsForConfirming(result.data)
        ? from(askToConfirm()).pipe(mergeMap((yes) => (yes ? forward(operation) : of(result))))
        : of(result),
    ),
  ),
);
