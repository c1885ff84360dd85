import { graphql } from '../../graphql/generated';

export const ModerateDocument = graphql(`
  mutation Moderate($input: ModerateInput!) {
    moderate(input: $input) {
      __typename
      ...LoggedAct
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

export const SuspendDocument = graphql(`
  mutation Suspend($input: SuspendInput!) {
    suspend(input: $input) {
      __typename
      ...LoggedAct
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

export const UndoModerationDocument = graphql(`
  mutation UndoModeration($input: UndoModerationInput!) {
    undoModeration(input: $input) {
      __typename
      ...LoggedAct
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);
