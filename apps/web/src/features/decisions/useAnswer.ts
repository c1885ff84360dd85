import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { useKeptId } from '../../ui/useKeptId';
import { type AnswerDraft, type AnswerFaults, answerFields, faultsIn } from './answerDraft';

const DecideDocument = graphql(`
  mutation Decide($input: DecisionInput!) {
    decide(input: $input) {
      __typename
      ... on Decision {
        id
        ...DecisionCard
        proposal {
          id
          status
          decisions {
            id
            isSuperseded
            ...OutcomeMark
            ...DecisionCard
            nextStop {
              name
              dueOn
              doneAt
              overdueDays
            }
          }
          consultation {
            id
            answers {
              answered
              of
              accepted
              acceptedInPart
              notTakenForward
              merged
              referred
              overdueDays
            }
          }
        }
      }
      ... on Refusal {
        refusedFor: reason
        message
        field
      }
    }
  }
`);

interface Answering {
  faults: AnswerFaults;
  /** What is wrong that no field is at fault for. */
  problem: string | null;
  isSending: boolean;
  /** Whether it was taken. */
  send: (draft: AnswerDraft) => Promise<boolean>;
}

/** Sends an answer once, however often it is pressed; a refusal stands at its field. */
export function useAnswer(proposalId: string): Answering {
  const id = useKeptId(`answer:${proposalId}`);
  const [faults, setFaults] = useState<AnswerFaults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [decide, { loading }] = useMutation(DecideDocument);
  const send = async (draft: AnswerDraft): Promise<boolean> => {
    const found = faultsIn(draft, new Date());
    setFaults(found);
    setProblem(null);
    const { bodyId, outcome, reason, nextStop, dueOn, mergedInto, referredToId } = draft;
    if (Object.keys(found).length > 0 || !outcome) return false;
    try {
      const { data } = await decide({
        variables: {
          input: {
            id: id.take(),
            proposalId,
            bodyId,
            outcome,
            reason,
            nextStop,
            dueOn,
            mergedIntoId: outcome === 'merge' ? (mergedInto?.id ?? null) : null,
            referredToId: outcome === 'refer' ? referredToId : null,
          },
        },
      });
      const result = data?.decide;
      if (result?.__typename === 'Refusal') {
        const field = answerFields.find((name) => name === result.field);
        if (field) setFaults({ [field]: result.message });
        else setProblem(result.message);
      }
      if (result?.__typename !== 'Decision') return false;
      id.forget();
      return true;
    } catch (error) {
      const { title, advice } = explain(error);
      setProblem(`${title}. ${advice}`);
      return false;
    }
  };
  return { faults, problem, isSending: loading, send };
}
