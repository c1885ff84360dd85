import { phaseAllows } from '@clarion/deliberation';
import { useState } from 'react';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { useSignInHere } from '../../ui/SignInFirst';
import { ModerateButton } from '../moderation/ModerateButton';
import { ReportButton } from '../moderation/ReportButton';
import { GoodPoint } from './GoodPoint';
import { useThreadPlace } from './threadContext';
import { WithdrawComment } from './WithdrawComment';

interface Props {
  comment: ThreadCommentFragment;
  isReplying: boolean;
  onReply: () => void;
  onEdit: () => void;
  isEarlierOpen: boolean;
  onEarlier: () => void;
}

/** What one can do with a comment; only what would work is there. */
export function CommentActions(props: Props) {
  const { comment, isReplying, onReply, onEdit, isEarlierOpen, onEarlier } = props;
  const { phase, mayComment, isSignedIn, proposalId } = useThreadPlace();
  const signIn = useSignInHere();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isOpen = comment.status === 'published';
  const { isMine, author } = comment;
  return (
    <div className="-ml-2.5 flex flex-wrap items-center">
      <GoodPoint
        comment={comment}
        mayMark={isSignedIn && isOpen && !isMine && phaseAllows(phase, 'mark_good_point')}
      />
      {isOpen && mayComment && (
        <Button
          variant="bare"
          size="small"
          icon="reply"
          data-reply
          aria-expanded={isReplying}
          onClick={onReply}
        >
          Reply<span className="sr-only"> to {author.name}</span>
        </Button>
      )}
      {isOpen && !isSignedIn && phaseAllows(phase, 'comment') && (
        <ButtonLink to={signIn} variant="bare" size="small" icon="reply" data-reply>
          Reply<span className="sr-only"> to {author.name}: sign in first</span>
        </ButtonLink>
      )}
      {comment.editedAt && isOpen && (
        <Button variant="bare" size="small" aria-expanded={isEarlierOpen} onClick={onEarlier}>
          {isEarlierOpen ? 'Hide the earlier words' : 'Earlier words'}
        </Button>
      )}
      {comment.viewerMayReport && isOpen && (
        <ReportButton
          aboutId={comment.id}
          place={paths.proposal(proposalId, { comment: comment.id })}
          what="comment"
          by={author.name}
        />
      )}
      <ModerateButton id={comment.id} may={comment.viewerMayModerate} what="comment" />
      {isMine && isOpen && phaseAllows(phase, 'edit_comment') && (
        <Button variant="bare" size="small" icon="pen" onClick={onEdit}>
          Change
        </Button>
      )}
      {isMine && isOpen && phaseAllows(phase, 'withdraw') && (
        <>
          <Button variant="bare" size="small" onClick={() => setWithdrawing(true)}>
            Take back
          </Button>
          <WithdrawComment
            id={comment.id}
            replyCount={comment.replyCount}
            isOpen={isWithdrawing}
            onClose={() => setWithdrawing(false)}
          />
        </>
      )}
    </div>
  );
}
