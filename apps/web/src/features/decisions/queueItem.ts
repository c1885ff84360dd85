import { graphql } from '../../graphql/generated';
import type { QueueItemFragment as Shown } from '../../graphql/generated/graphql';

export const QueueItemFragment = graphql(`
  fragment QueueItem on QueueItem {
    rank
    usedIn
    tally {
      agree
      disagree
      pass
      votes
    }
    own {
      region {
        id
        name
      }
      tally {
        agree
        disagree
      }
    }
    proposal {
      id
      number
      statement
      status
      author {
        name
        clpName
      }
      decisions {
        id
        isSuperseded
        ...OutcomeMark
        nextStop {
          name
          dueOn
          doneAt
          overdueDays
        }
      }
    }
  }
`);

export type QueueRow = Shown;
export type Answered = Shown['proposal']['decisions'][number];

/** The answer that stands; answers come newest first. */
export function latestAnswer({ proposal }: Pick<QueueRow, 'proposal'>): Answered | undefined {
  return proposal.decisions.find(({ isSuperseded }) => !isSuperseded);
}

/** The next one without an answer after a place in the list, from the start again at its end. */
export function nextUnanswered(rows: readonly QueueRow[], after: string | null): QueueRow | null {
  const at = rows.findIndex(({ proposal }) => proposal.id === after);
  const order = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return order.find((row) => !latestAnswer(row) && row.proposal.status === 'published') ?? null;
}
