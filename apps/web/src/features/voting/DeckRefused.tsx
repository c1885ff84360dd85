import { Link } from 'react-router';
import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';

interface Props {
  consultationId: string;
  refusal: { reason: string; message: string };
  /** To look at, for whoever cannot vote on them. */
  statements: readonly { id: string; statement: string; author: { name: string } }[];
  total: number;
  mayPropose: boolean;
  mayComment: boolean;
}

const SHOWN = 5;

const titles: Partial<Record<string, string>> = {
  not_signed_in: 'Sign in to vote',
  wrong_phase: 'There is no voting here now',
  votes_closed: 'Voting has closed',
  lapsed: 'Your membership has lapsed',
  contact_hold: 'Your votes wait for three days',
  wrong_standing: 'You cannot vote in this one',
  joined_too_late: 'You joined too late to vote in this one',
};

/** Why one cannot vote here, and what one still can do. */
export function DeckRefused(props: Props) {
  const { consultationId, refusal, statements, total, mayPropose, mayComment } = props;
  const isVisitor = refusal.reason === 'not_signed_in';
  const here = paths.vote(consultationId);
  return (
    <>
      <Notice
        tone={isVisitor ? 'info' : 'warning'}
        title={titles[refusal.reason] ?? 'You cannot vote here'}
      >
        <p>
          {isVisitor
            ? 'Everything here is open to read. To agree, disagree or pass we need to know that you are on the roll. Your vote is secret.'
            : refusal.message}
        </p>
      </Notice>
      <div className="mt-5 flex flex-wrap gap-3">
        {isVisitor && <ButtonLink to={paths.signIn({ next: here })}>Sign in</ButtonLink>}
        {mayPropose && (
          <ButtonLink to={paths.newProposal(consultationId)} icon="pen">
            Propose something
          </ButtonLink>
        )}
        <ButtonLink to={paths.proposals(consultationId)} variant="line" icon="comment">
          {mayComment ? 'Join the discussion' : 'Read the discussion'}
        </ButtonLink>
        <ButtonLink to={paths.ranking(consultationId)} variant="line" icon="rank">
          See the ranking
        </ButtonLink>
      </div>
      {statements.length > 0 && (
        <>
          <h2 className="mt-10 mb-3 text-h3">What people are asked</h2>
          <ol className="border-t-2 border-ink">
            {statements.slice(0, SHOWN).map(({ id, statement, author }) => (
              <li key={id} className="border-b border-rule py-3.5">
                <p className="font-head text-[1.1875rem] leading-snug font-[650]">
                  <Link to={paths.proposal(id)} className="text-ink">
                    {statement}
                  </Link>
                </p>
                <p className="text-small text-ink-2">{author.name}</p>
              </li>
            ))}
          </ol>
          {total > SHOWN && (
            <p className="mt-3">
              <Link to={paths.proposals(consultationId)}>All {plural(total, 'proposal')}</Link>
            </p>
          )}
        </>
      )}
    </>
  );
}
