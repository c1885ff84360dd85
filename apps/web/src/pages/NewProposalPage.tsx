import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { speakingBodies } from '../features/evidence/offices';
import { NewProposalForm, type Sent } from '../features/proposals/NewProposalForm';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { bodyInSentence } from '../ui/bodyNames';
import { DateText } from '../ui/DateText';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';
import { EmptyState } from '../ui/states';
import { NotFoundPage } from './NotFoundPage';

const NewProposalDocument = graphql(`
  query NewProposal($id: ID!) {
    consultation(id: $id) {
      id
      title
      question
      phase
      viewerMay
      votesUntil
      answersBy
      convenedBy {
        id
        kind
        name
      }
      commissions {
        id
      }
      rules {
        topN
        quorumVotes
      }
    }
    bodies(kind: policy_commission) {
      id
      name
    }
  }
`);

/** Puts a proposal forward; similar ones are shown while it is being written. */
export default function NewProposalPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const [sent, setSent] = useState<Sent | null>(null);
  const { data, error, refetch } = useQuery(NewProposalDocument, { variables: { id } });
  const consultation = data?.consultation;
  if (consultation === null) return <NotFoundPage what="consultation" />;
  if (!consultation || viewer === undefined) {
    return (
      <PageBody narrow>
        <PageHeader title="Propose something" />
        <QueryState what="the form" error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const over = <Link to={paths.consultation(id)}>{consultation.title}</Link>;
  if (sent) {
    return (
      <PageBody narrow>
        <Thanks key={sent.id} {...{ sent, consultation, over }} onAnother={() => setSent(null)} />
      </PageBody>
    );
  }
  const mayPropose = consultation.viewerMay.includes('propose');
  const own = consultation.commissions.map((commission) => commission.id);
  return (
    <PageBody narrow>
      <PageHeader title="Propose something" over={over}>
        <p>{consultation.question}</p>
      </PageHeader>
      {mayPropose && (
        <NewProposalForm
          consultationId={id}
          phase={consultation.phase}
          commissions={data.bodies.filter((body) => !own.includes(body.id))}
          bodies={viewer ? speakingBodies(viewer.offices) : []}
          onSent={setSent}
        />
      )}
      {!viewer && consultation.phase === 'open' && (
        <SignInFirst to="to propose something. It is signed with your name and CLP." />
      )}
      {!mayPropose && consultation.phase !== 'open' && (
        <EmptyState
          title="Proposals are not taken now"
          action={
            <ButtonLink to={paths.proposals(id)} variant="line" icon="comment">
              Read those that were made
            </ButtonLink>
          }
        >
          <p>A consultation takes proposals while it is open.</p>
        </EmptyState>
      )}
    </PageBody>
  );
}

interface ThanksProps {
  sent: Sent;
  over: React.ReactNode;
  consultation: {
    id: string;
    votesUntil: string;
    answersBy: string;
    convenedBy: { kind: string; name: string };
    rules: { topN: number; quorumVotes: number };
  };
  onAnother: () => void;
}

/** Who does what with it next, and when. */
function Thanks({ sent, over, consultation, onAnother }: ThanksProps) {
  const { votesUntil, answersBy, convenedBy, rules } = consultation;
  const header = useRef<HTMLDivElement>(null);
  useEffect(() => header.current?.querySelector('h1')?.focus(), []);
  return (
    <>
      <div ref={header}>
        <PageHeader title={`Sent. It is proposal ${sent.number}`} over={over}>
          <blockquote className="border-l-4 border-claret pl-4 font-head text-h3 leading-snug font-[650]">
            {sent.statement}
          </blockquote>
        </PageHeader>
      </div>
      <h2 className="mb-3 text-h3">What happens next</h2>
      <ol className="max-w-measure list-decimal space-y-2 pl-6">
        <li>Everybody can read it now, argue about it, and give evidence on it.</li>
        <li>
          It is shown to voters until <DateText iso={votesUntil} />. After {rules.quorumVotes} votes
          it is ranked.
        </li>
        <li>
          If it is among the top {rules.topN}, {bodyInSentence(convenedBy)} answers it by{' '}
          <DateText iso={answersBy} />, with a reason.
        </li>
      </ol>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink to={paths.story(sent.id)} icon="thread">
          Follow its story
        </ButtonLink>
        <ButtonLink to={paths.proposal(sent.id)} variant="line">
          See it as others do
        </ButtonLink>
        <Button variant="bare" onClick={onAnother}>
          Propose something else
        </Button>
      </div>
    </>
  );
}
