import { useMutation } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import type { CommentInput } from '../../graphql/generated/graphql';
import { expectReceipt } from '../../receiptStore';
import { placeComment } from './placeComment';

const SendCommentDocument = graphql(`
  mutation SendComment($input: CommentInput!) {
    sendComment(input: $input) {
      __typename
      ... on Comment {
        id
        ...ThreadComment
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

/** Sends a comment and shows it where it belongs. */
export function useSendComment() {
  const [send, { loading }] = useMutation(SendCommentDocument);
  return {
    loading,
    send: async (input: CommentInput) => {
      const { data } = await send({
        variables: { input },
        update: (cache, { data: answer }) => {
          if (answer?.sendComment.__typename === 'Comment') placeComment(cache, input);
        },
      });
      if (data?.sendComment.__typename === 'Comment') expectReceipt(data.sendComment.id);
      return data?.sendComment ?? null;
    },
  };
}
