import { Link } from 'react-router';
import { explain } from '../../graphql/explain';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { plural } from '../../ui/numbers';
import { DRAWN_LEVELS } from './CommentHead';
import { CommentItem } from './CommentItem';
import { useThreadPlace } from './threadContext';
import { useReplies } from './useComment';

interface Props {
  comment: ThreadCommentFragment;
  way?: readonly string[];
}

/** The replies to one comment: those fetched, and a way to more. */
export function Replies({ comment, way }: Props) {
  const { id, replyCount, depth, author } = comment;
  const { proposalId } = useThreadPlace();
  const { ids, hasMore, pending, error, more } = useReplies(id, replyCount);
  const [next, ...further] = way ?? [];
  const shown = next ? [next] : ids;
  const others = replyCount - shown.length;
  if (shown.length === 0 && !hasMore) return null;
  return (
    <div
      className={classes(
        depth + 1 < DRAWN_LEVELS && 'ml-1 border-l-2 border-rule pl-4 desk:ml-2.5 desk:pl-5',
      )}
    >
      {shown.length > 0 && (
        <ul aria-label={`Replies to ${author.name}`}>
          {shown.map((reply) => (
            <CommentItem
              key={reply}
              id={reply}
              replyTo={author.name}
              way={reply === next ? further : undefined}
            />
          ))}
        </ul>
      )}
      {next && others > 0 && (
        <p className="py-1 text-small">
          <Link
            to={paths.proposal(proposalId, { comment: id })}
            className="inline-flex min-h-11 items-center"
          >
            {plural(others, 'other reply', 'other replies')} to {author.name}
          </Link>
        </p>
      )}
      {!next && hasMore && (
        <Button
          variant="bare"
          size="small"
          icon="down"
          pending={pending}
          pendingLabel="Fetching replies"
          onClick={more}
          className="-ml-2.5"
        >
          Show {plural(Math.max(1, others), 'more reply', 'more replies')}
          <span className="sr-only"> to {author.name}</span>
        </Button>
      )}
      {Boolean(error) && (
        <p role="alert" className="text-small text-error">
          {explain(error).title}. {explain(error).advice}
        </p>
      )}
    </div>
  );
}
