import { useQuery } from '@apollo/client/react';
import { phaseAllows, refuseVoterHere } from '@clarion/deliberation';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { BothSides } from '../features/comments/BothSides';
import { Discussion, parseSort } from '../features/comments/Discussion';
import type { ThreadPlace } from '../features/comments/threadContext';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { DecisionCard } from '../features/decisions/DecisionCard';
import { EvidenceBeside } from '../features/evidence/EvidenceBeside';
import { HiddenPlace } from '../features/moderation/HiddenPlace';
import { ModerateButton } from '../features/moderation/ModerateButton';
import { ReportButton } from '../features/moderation/ReportButton';
import { ThreadNotices } from '../features/moderation/ThreadNotices';
import { EditProposal } from '../features/proposals/EditProposal';
import { StatusNotice } from '../features/proposals/StatusNotice';
import { StoryInBrief } from '../features/proposals/StoryInBrief';
import { Uses } from '../features/proposals/Uses';
import { VoteHere } from '../features/proposals/VoteHere';
import { WithdrawProposal } from '../features/proposals/WithdrawProposal';
import { signedBy } from '../features/proposals/words';
import { graphql } from '../graphql/generated';
import type { ProposalQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button } from '../ui/Button';
import { DateText } from '../ui/DateText';
import { Markdown } from '../ui/Markdown';
import { listOf, plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';
import { NotFoundPage } from './NotFoundPage';

const ProposalDocument = graphql(`
  query Proposal($id: ID!) {
    proposal(id: $id) {
      id
      number
      statement
      argument
      status
      version
      createdAt
      isMine
      commentCount
      viewerMay
      viewerMayReport
      viewerMayModerate
      hidden {
        ...HiddenPlace
      }
      locked {
        ...LoggedAct
      }
      movedAway {
        ...LoggedAct
      }
      tags
      author {
        name
        clpName
      }
      onBehalfOf {
        id
        name
      }
      commissions {
        id
        name
      }
      tally {
        votes
      }
      decisions {
        id
        isSuperseded
        mayAnswer
        ...DecisionCard
      }
      consultation {
        id
        title
        phase
        votesUntil
        rules {
          standingsWhoVote
          joinedBy
        }
        ...PlaceRail
      }
      ...StatusNotice
      ...VoteHere
      ...BothSides
      ...EvidenceBeside
      ...Uses
    }
    story(contributionId: $id) {
      ...StoryInBrief
    }
    viewer {
      standing
      joinedOn
      lapsedOn
      heldUntil
    }
  }
`);

type Proposal = NonNullable<ProposalQuery['proposal']>;

/** One proposal: its words, how it is argued, what bodies know, and what became of it. */
export default function ProposalPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ProposalDocument, { variables: { id } });
  const proposal = data?.proposal;
  if (proposal === null) return <NotFoundPage what="proposal" />;
  if (!data || !proposal) {
    return (
      <PageBody>
        <PageHeader title="Proposal" />
        <QueryState what="the proposal" lines={8} error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const { story, viewer } = data;
  return (
    <PageBody
      rail={<PlaceRail consultation={proposal.consultation} isInDiscussion />}
      aside={
        <>
          <EvidenceBeside proposal={proposal} />
          {story && <StoryInBrief story={story} />}
          <Uses proposal={proposal} />
        </>
      }
      below={<Thread proposal={proposal} />}
    >
      <Words key={id} proposal={proposal} />
      <Decisions proposal={proposal} />
      <VoteHere proposal={proposal} refusedBecause={<WhyNoVote {...{ proposal, viewer }} />} />
      <BothSides proposal={proposal} />
    </PageBody>
  );
}

/** The statement, the case for it, and what its author can do with it. */
function Words({ proposal }: { proposal: Proposal }) {
  const { id, number, statement, argument, version, createdAt, viewerMay, status } = proposal;
  const [isEditing, setEditing] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const others = proposal.commissions.map(({ name }) => name);
  return (
    <>
      <PageHeader
        title={statement}
        size="quote"
        over={
          <>
            Proposal {number} by {signedBy(proposal)}, <DateText iso={createdAt} style="year" />.{' '}
            <Link to={paths.proposalVersions(id)}>Version {version}</Link>
          </>
        }
      />
      <div className="space-y-5">
        <StatusNotice proposal={proposal} />
        {proposal.hidden && (
          <HiddenPlace hidden={proposal.hidden} contributionId={id} isMine={proposal.isMine} />
        )}
        {isEditing ? (
          <EditProposal
            proposal={proposal}
            votes={proposal.tally?.votes ?? null}
            onDone={() => setEditing(false)}
          />
        ) : (
          <Markdown text={argument} className="max-w-measure" />
        )}
        {others.length > 0 && (
          <p className="text-small text-ink-2">
            For {others.join('; ')}.{proposal.tags.length > 0 && ` Tags: ${listOf(proposal.tags)}.`}
          </p>
        )}
      </div>
      {!isEditing && status !== 'hidden' && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          {viewerMay.includes('edit') && (
            <Button variant="line" size="small" icon="pen" onClick={() => setEditing(true)}>
              Change the words
            </Button>
          )}
          {viewerMay.includes('withdraw') && (
            <Button variant="line" size="small" icon="undo" onClick={() => setWithdrawing(true)}>
              Take it back
            </Button>
          )}
          {proposal.viewerMayReport && (
            <ReportButton
              aboutId={id}
              place={paths.proposal(id)}
              what="proposal"
              by={proposal.author.name}
            />
          )}
          <ModerateButton id={id} may={proposal.viewerMayModerate} what="proposal" />
        </div>
      )}
      <WithdrawProposal id={id} isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} />
    </>
  );
}

/** What the bodies answered; a replaced answer stays on its story. */
function Decisions({ proposal }: { proposal: Proposal }) {
  const standing = proposal.decisions.filter(({ isSuperseded }) => !isSuperseded);
  if (standing.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <SectionHead id="answers" title={standing.length > 1 ? 'The answers' : 'The answer'} />
      <ul className="space-y-8">
        {standing.map((decision) => (
          <li key={decision.id}>
            <DecisionCard decision={decision}>
              {decision.mayAnswer && (
                <Link to={paths.story(proposal.id)} className="inline-flex min-h-11 items-center">
                  You backed this. Say whether the answer met the point
                </Link>
              )}
            </DecisionCard>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Voter = ProposalQuery['viewer'];

/** Why there are no buttons to vote with. */
function WhyNoVote({ proposal, viewer }: { proposal: Proposal; viewer: Voter }) {
  const { status, consultation, isMine } = proposal;
  const isVoting = phaseAllows(consultation.phase, 'vote') && status === 'published';
  if (!viewer && isVoting) return <SignInFirst to="to vote. Nobody else sees how you voted." />;
  const say = (text: ReactNode) => <p className="text-ink-2">{text}</p>;
  if (status === 'withdrawn') return say('It was taken back, so there is no vote on it.');
  if (status === 'hidden')
    return say('A moderator hid it. Votes that were cast stay; it takes no more.');
  if (status === 'merged') return say('It goes on inside another proposal. The vote is there.');
  if (!isVoting) return say('Voting has closed.');
  const votesUntil = new Date(consultation.votesUntil);
  const voter = viewer && {
    ...viewer,
    heldUntil: viewer.heldUntil ? new Date(viewer.heldUntil) : null,
  };
  const refused = refuseVoterHere({ ...consultation, voter, votesUntil }, new Date());
  if (refused) return say(refused.message);
  return isMine ? say('You wrote this one, so it is for others to vote on.') : null;
}

/** The discussion, in the order and at the comment that the address names. */
function Thread({ proposal }: { proposal: Proposal }) {
  const { id, consultation, commentCount, viewerMay, status } = proposal;
  const { phase } = consultation;
  const [search, setSearch] = useSearchParams();
  const isSignedIn = Boolean(useViewer());
  const mayComment = viewerMay.includes('comment');
  const linkedId = search.get('comment');
  const place = useMemo<ThreadPlace>(
    () => ({ proposalId: id, phase, mayComment, isSignedIn, linkedId }),
    [id, phase, mayComment, isSignedIn, linkedId],
  );
  const sortBy = (sort: string) =>
    setSearch(sort === 'best' ? {} : { sort }, { replace: true, preventScrollReset: true });
  return (
    <>
      <ThreadNotices locked={proposal.locked} moved={proposal.movedAway} />
      <Discussion
        place={place}
        commentCount={commentCount}
        sort={parseSort(search.get('sort'))}
        onSort={sortBy}
        closedBecause={
          status === 'withdrawn'
            ? 'The proposal was taken back, so its discussion is closed.'
            : `The discussion is closed${commentCount > 0 ? `: ${plural(commentCount, 'comment')} to read.` : '.'}`
        }
      />
    </>
  );
}
