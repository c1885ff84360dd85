import type { Phase } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { useSignInHere } from '../../ui/SignInFirst';
import { ChosenList } from './ChosenList';
import type { Chosen } from './choosing';

interface Props {
  consultationId: string;
  phase: Phase;
  refusal: { reason: string; message: string };
  size: number;
  /** What the viewer chose, while it could be chosen. */
  chosen: readonly Chosen[];
  /** How many people have chosen; none while that is hidden. */
  ballotsCast: number | null;
  mayVote: boolean;
  /** A change made on this device that came too late. */
  tooLate: { message: string; onForget: () => void } | null;
}

const titles: Partial<Record<string, string>> = {
  not_signed_in: 'Sign in to choose',
  votes_closed: 'Choosing has closed',
  lapsed: 'Your membership has lapsed',
  contact_hold: 'Your votes wait for three days',
  wrong_standing: 'You cannot choose in this one',
  joined_too_late: 'You joined too late to choose in this one',
  no_priority_ballot: 'Nothing is chosen here',
};

function sayWhy({ refusal, phase, size }: Props): { title: string; text: string } {
  const { reason, message } = refusal;
  if (reason === 'not_signed_in') {
    return {
      title: 'Sign in to choose',
      text: `Each voter chooses up to ${plural(size, 'proposal')}. We need to know that you are on the roll. What you choose is secret.`,
    };
  }
  if (reason === 'wrong_phase' && phase === 'open') {
    return {
      title: 'Choosing has not begun yet',
      text: `While the discussion goes on, everybody proposes, argues and votes. When it ends, each voter chooses up to ${plural(size, 'proposal')} that matter most.`,
    };
  }
  if (reason === 'wrong_phase') return { title: 'Choosing has closed', text: message };
  return { title: titles[reason] ?? 'You cannot choose here', text: message };
}

/** Why one cannot choose here now, what one chose when one could, and what else there is to do. */
export function BallotRefused(props: Props) {
  const { consultationId, refusal, phase, chosen, ballotsCast, mayVote, tooLate } = props;
  const signIn = useSignInHere();
  const isVisitor = refusal.reason === 'not_signed_in';
  const { title, text } = sayWhy(props);
  return (
    <>
      {tooLate && (
        <div className="mb-5">
          <Notice tone="error" title="Your last change was not counted" live>
            <p>{tooLate.message}</p>
            <Button variant="line" size="small" onClick={tooLate.onForget}>
              I have read it
            </Button>
          </Notice>
        </div>
      )}
      <Notice tone={isVisitor ? 'info' : 'warning'} title={title}>
        <p>{text}</p>
        {phase !== 'prioritising' && ballotsCast !== null && ballotsCast > 0 && (
          <p>{plural(ballotsCast, 'person has chosen', 'people have chosen')}.</p>
        )}
      </Notice>
      <div className="mt-5 flex flex-wrap gap-3">
        {isVisitor && <ButtonLink to={signIn}>Sign in</ButtonLink>}
        {mayVote && (
          <ButtonLink to={paths.vote(consultationId)} icon="vote">
            Vote
          </ButtonLink>
        )}
        <ButtonLink to={paths.ranking(consultationId)} variant="line" icon="rank">
          See the ranking
        </ButtonLink>
        <ButtonLink to={paths.proposals(consultationId)} variant="line" icon="comment">
          Read the discussion
        </ButtonLink>
      </div>
      {chosen.length > 0 && (
        <section aria-labelledby="chosen" className="mt-10">
          <h2 id="chosen" className="mb-3 text-h3">
            What you chose
          </h2>
          <ChosenList chosen={chosen} />
        </section>
      )}
    </>
  );
}
