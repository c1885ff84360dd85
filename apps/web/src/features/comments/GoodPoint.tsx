import { useMutation } from '@apollo/client/react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { toast } from '../../ui/toast';

const MarkGoodPointDocument = graphql(`
  mutation MarkGoodPoint($commentId: ID!, $good: Boolean!) {
    markGoodPoint(commentId: $commentId, good: $good) {
      __typename
      ... on Comment {
        id
        goodPoints
        isGoodPointByMe
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  comment: Pick<ThreadCommentFragment, 'id' | 'goodPoints' | 'isGoodPointByMe' | 'author'>;
  /** Whether the viewer may mark it; otherwise only the number shows. */
  mayMark: boolean;
}

/** "A good point": shown at once, taken back when it was not taken. */
export function GoodPoint({ comment, mayMark }: Props) {
  const [mark] = useMutation(MarkGoodPointDocument);
  const { id, goodPoints, isGoodPointByMe, author } = comment;
  if (!mayMark) {
    if (goodPoints === 0) return null;
    return (
      <span className="inline-flex min-h-11 items-center gap-1.5 px-2.5 text-small text-ink-2">
        <Icon name="point" />
        {plural(goodPoints, 'good point')}
      </span>
    );
  }
  const toggle = async () => {
    const good = !isGoodPointByMe;
    const optimistic = {
      __typename: 'Comment' as const,
      id,
      goodPoints: Math.max(0, goodPoints + (good ? 1 : -1)),
      isGoodPointByMe: good,
    };
    try {
      const { data } = await mark({
        variables: { commentId: id, good },
        optimisticResponse: { markGoodPoint: optimistic },
      });
      const answer = data?.markGoodPoint;
      if (answer?.__typename === 'Refusal') toast({ tone: 'error', text: answer.message });
    } catch (fault) {
      const { title, advice } = explain(fault);
      toast({ tone: 'error', text: `${title}. ${advice}` });
    }
  };
  return (
    <button
      type="button"
      aria-pressed={isGoodPointByMe}
      onClick={toggle}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-2.5 text-small font-[650] text-ink-2 hover:bg-fold hover:text-ink aria-pressed:bg-fold aria-pressed:text-claret"
    >
      <Icon name="point" className={isGoodPointByMe ? 'fill-current' : undefined} />
      Good point
      <span className="sr-only"> by {author.name}</span>
      {goodPoints > 0 && <span className="tabular-nums">{goodPoints}</span>}
    </button>
  );
}
