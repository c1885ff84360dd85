import { ERASED_WORDS } from '@clarion/deliberation';
import { useState } from 'react';
import { Link } from 'react-router';
import { explain } from '../../graphql/explain';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { Markdown } from '../../ui/Markdown';
import { plural } from '../../ui/numbers';
import { HiddenPlace } from '../moderation/HiddenPlace';
import { CommentActions } from './CommentActions';
import { CommentHead, DRAWN_LEVELS } from './CommentHead';
import { Composer } from './Composer';
import { EarlierTexts } from './EarlierTexts';
import { EditComment } from './EditComment';
import { elementIdOf } from './focus';
import { useThreadPlace } from './threadContext';
import { useComment, useReplies } from './useComment';

interface Props {
  id: string;
  /** Who wrote the comment above. */
  replyTo: string | null;
  /** On the way down to one comment: the ids still to come, instead of all replies. */
  way?: readonly string[];
}

type Open = 'reply' | 'edit' | null;

/** A comment with its replies under it, as a list in a list. */
export function CommentItem({ id, replyTo, way }: Props) {
  const comment = useComment(id);
  const { proposalId, linkedId } = useThreadPlace();
  const [isCollapsed, setCollapsed] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const [isEarlierOpen, setEarlierOpen] = useState(false);
  if (!comment) return null;
  const { author, status, descendantCount } = comment;
  const isWithdrawn = status === 'withdrawn';
  const hidden = descendantCount > 0 ? ` with ${plural(descendantCount, 'reply', 'replies')}` : '';
  return (
    <li>
      <article
        id={elementIdOf(id)}
        tabIndex={-1}
        data-comment
        className={classes(
          'comment scroll-mt-4 rounded-sm py-1.5',
          id === linkedId && 'bg-gilt-wash',
        )}
      >
        <div className="flex items-start gap-1">
          <button
            type="button"
            data-collapse
            aria-expanded={!isCollapsed}
            onClick={() => setCollapsed(!isCollapsed)}
            className="-ml-3 inline-flex size-11 flex-none items-center justify-center rounded-md text-ink-2 hover:bg-fold"
          >
            <Icon
              name={isCollapsed ? 'plus' : 'minus'}
              label={`${isCollapsed ? 'Show' : 'Hide'} the comment by ${author.name}${hidden}`}
            />
          </button>
          <CommentHead comment={comment} proposalId={proposalId} replyTo={replyTo} />
        </div>
        {isCollapsed ? (
          <p className="pl-8 text-small text-ink-2">Hidden{hidden}.</p>
        ) : (
          <div className="desk:pl-8">
            {isWithdrawn && (
              <p className="text-ink-2 italic">
                {comment.body === ERASED_WORDS
                  ? `${ERASED_WORDS}.`
                  : `${author.name} took this back.`}
              </p>
            )}
            {comment.hidden && (
              <HiddenPlace hidden={comment.hidden} contributionId={id} isMine={comment.isMine} />
            )}
            {!isWithdrawn && !comment.hidden && open !== 'edit' && <Markdown text={comment.body} />}
            {open === 'edit' && <EditComment comment={comment} onDone={() => setOpen(null)} />}
            {isEarlierOpen && <EarlierTexts id={id} />}
            {open !== 'edit' && (
              <CommentActions
                comment={comment}
                isReplying={open === 'reply'}
                onReply={() => setOpen(open === 'reply' ? null : 'reply')}
                onEdit={() => setOpen('edit')}
                isEarlierOpen={isEarlierOpen}
                onEarlier={() => setEarlierOpen(!isEarlierOpen)}
              />
            )}
            {open === 'reply' && (
              <Composer
                proposalId={proposalId}
                parent={{ id, name: author.name }}
                onDone={() => setOpen(null)}
              />
            )}
          </div>
        )}
      </article>
      <div hidden={isCollapsed}>
        <Replies comment={comment} way={way} />
      </div>
    </li>
  );
}

interface RepliesProps {
  comment: ThreadCommentFragment;
  way?: readonly string[];
}

/** The replies to one comment: those fetched, and a way to more. */
function Replies({ comment, way }: RepliesProps) {
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
