import { useMutation } from '@apollo/client/react';
import { refuseText, TEXT } from '@clarion/deliberation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { Preview } from '../../ui/Preview';
import { useKeptText } from '../../ui/useKeptText';
import { parseStance, StanceChoice } from './StanceChoice';

const EditCommentDocument = graphql(`
  mutation EditComment($id: ID!, $stance: Stance!, $body: Markdown!) {
    editComment(id: $id, stance: $stance, body: $body) {
      __typename
      ... on Comment {
        id
        ...ThreadComment
        earlier {
          body
          stance
          createdAt
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  comment: ThreadCommentFragment;
  onDone: () => void;
}

/** New words for one's own comment; those before stay readable. */
export function EditComment({ comment, onDone }: Props) {
  const body = useKeptText(`comment-edit:${comment.id}`, comment.body);
  const stance = useKeptText(`comment-edit:${comment.id}:stance`, comment.stance);
  const [edit, { loading }] = useMutation(EditCommentDocument);
  const [fault, setFault] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const close = () => {
    body.forget();
    stance.forget();
    onDone();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = refuseText(body.text, TEXT.comment);
    if (wrong) return setFault(wrong.message);
    try {
      const { data } = await edit({
        variables: {
          id: comment.id,
          stance: parseStance(stance.text) ?? comment.stance,
          body: body.text,
        },
      });
      if (data?.editComment.__typename === 'Refusal') return setFault(data.editComment.message);
      announce('Changed. The words before stay readable.');
      close();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <form onSubmit={submit} className="my-3 max-w-measure space-y-4">
      <TextArea
        ref={box}
        label="Your comment"
        hint="The words before stay readable, with the date."
        value={body.text}
        onChange={body.setText}
        error={fault}
      />
      <Preview text={body.text} />
      <StanceChoice value={parseStance(stance.text)} onChange={stance.setText} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="small" pending={loading} pendingLabel="Saving">
          Save the change
        </Button>
        <Button variant="bare" size="small" onClick={close}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}
