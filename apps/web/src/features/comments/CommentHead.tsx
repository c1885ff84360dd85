import { Link } from 'react-router';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { RelativeTime } from '../../ui/DateText';
import { Icon } from '../../ui/Icon';
import { Stance } from '../../ui/Stance';

interface Props {
  comment: ThreadCommentFragment;
  proposalId: string;
  /** Who wrote the comment above it. */
  replyTo: string | null;
}

/** Levels that are drawn indented; what is deeper says in words whom it answers. */
export const DRAWN_LEVELS = 3;

/** Who, from where, where it stands, when: and for those who listen, how deep and to whom. */
export function CommentHead({ comment, proposalId, replyTo }: Props) {
  const { id, depth, author, stance, createdAt, editedAt, isMine } = comment;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0 text-small text-ink-2">
      <h3 className="contents font-ui text-small tracking-normal">
        <span className="font-bold text-ink">{author.name}</span>
        {isMine && <span className="text-ink-2">(you)</span>}
        <span className="sr-only">
          {depth > 0 && replyTo ? `, level ${depth + 1}, reply to ${replyTo}` : ', level 1'}
        </span>
      </h3>
      {author.clpName && <span>{author.clpName}</span>}
      <Stance stance={stance} />
      <span>
        <Link
          to={paths.proposal(proposalId, { comment: id })}
          className="inline-flex min-h-11 items-center text-ink-2"
        >
          <span className="sr-only">Link to this comment, </span>
          <RelativeTime iso={createdAt} />
        </Link>
        {editedAt && <span>, changed</span>}
      </span>
      {depth >= DRAWN_LEVELS && replyTo && (
        <span aria-hidden="true" className="inline-flex items-center gap-1">
          <Icon name="reply" /> to {replyTo}
        </span>
      )}
    </div>
  );
}
