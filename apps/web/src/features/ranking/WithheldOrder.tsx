import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { Notice } from '../../ui/Notice';

interface Props {
  consultationId: string;
  refusal: { reason: string; message: string };
  /** Whether the viewer may vote here; a visitor is asked to sign in there. */
  mayVote: boolean;
  /** It is the order of what matters most, and the viewer has yet to choose. */
  mayPrioritise: boolean;
  isVisitor: boolean;
  latestRound: { number: number; publishedAt: string } | undefined;
  lens: string | null;
  /** The round that is looked at; none: as it stands now. */
  round: number | null;
}

/** Why the order is not shown yet, and the two ways to one: vote, or read what was published. */
export function WithheldOrder(props: Props) {
  const { consultationId, refusal, mayVote, mayPrioritise, isVisitor } = props;
  const { latestRound, lens, round } = props;
  const isClosed = refusal.reason === 'lens_not_available';
  const isOfChoice = lens === 'priorities@1';
  return (
    <div className="space-y-5">
      <Notice
        title={
          isClosed
            ? 'This question cannot be answered yet'
            : `Not shown before you ${mayPrioritise ? 'choose' : 'vote'}`
        }
      >
        <p>
          {isVisitor && !isClosed && !isOfChoice
            ? 'While voting is open the order is shown to those who have voted, so that nobody only follows the crowd. Published rounds are open to everybody.'
            : refusal.message}
        </p>
      </Notice>
      <div className="flex flex-wrap gap-3">
        {isClosed && (
          <ButtonLink to={paths.ranking(consultationId, round ? { round } : {})} icon="rank">
            See the official order
          </ButtonLink>
        )}
        {!isClosed && mayPrioritise && (
          <ButtonLink to={paths.priorities(consultationId)} icon="list">
            Choose what matters most
          </ButtonLink>
        )}
        {!isClosed && !mayPrioritise && (mayVote || isVisitor) && (
          <ButtonLink to={paths.vote(consultationId)} icon="vote">
            Vote now
          </ButtonLink>
        )}
        {!isClosed && latestRound && (
          <ButtonLink
            variant="line"
            icon="rank"
            to={paths.ranking(consultationId, {
              // A round of before anybody chose has no order of what matters most.
              ...(lens && !isOfChoice ? { lens } : {}),
              round: latestRound.number,
            })}
          >
            See round {latestRound.number}, published {formatDate(latestRound.publishedAt, 'short')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
