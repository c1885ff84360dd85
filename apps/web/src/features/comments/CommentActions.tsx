import { phaseAllows, refuseEdit, refuseGoodPoint, refuseWithdrawal } from '@clarion/deliberation';
import { useState } from 'react';
import type { ThreadCommentFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { useSignInHere } from '../../ui/SignInFirst';
import { useMay, useMayWrite } from '../accounts/useMayAsk';
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
  const [may, mayWrite] = [useMay(), useMayWrite()];
  const { isMine, author, status } = comment;
  const isOpen = status === 'published';
  const here = { phase, isSignedIn, status };
  const own = { ...here, what: 'comment', isMine } as const;
  return (
    <div className="-ml-2.5 flex flex-wrap items-center">
      <GoodPoint
        comment={comment}
        mayMark={may('Mutation.markGoodPoint') && !refuseGoodPoint({ ...here, isAuthor: isMine })}
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
      {may('Mutation.editComment') && mayWrite && !refuseEdit({ ...own, isStale: false }) && (
        <Button variant="bare" size="small" icon="pen" onClick={onEdit}>
          Change
        </Button>
      )}
      {may('Mutation.withdrawComment') && !refuseWithdrawal({ ...own, reason: null }) && (
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
