import { useQuery } from '@apollo/client/react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../../graphql/generated';
import type { ReviewItemQuery } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Details } from '../../ui/Details';
import { Markdown } from '../../ui/Markdown';
import { Notice } from '../../ui/Notice';
import { ordinal, plural } from '../../ui/numbers';
import { QueryState } from '../../ui/QueryState';
import { SidePanel } from '../../ui/SidePanel';
import { VoteBar } from '../../ui/VoteBar';
import { useMayAsk } from '../accounts/useMayAsk';
import { AnswerForm, type ReferBody } from './AnswerForm';
import type { AnswerDraft } from './answerDraft';
import type { AnswerBody } from './answeringBodies';
import { DecisionCard } from './DecisionCard';
import { NextStopForm } from './NextStopForm';
import { OwnAgainstWhole } from './OwnAgainstWhole';
import { sayOutcome } from './outcomes';
import type { QueueRow } from './queueItem';

const ReviewItemDocument = graphql(`
  query ReviewItem($id: ID!) {
    proposal(id: $id) {
      id
      number
      statement
      argument
      status
      commentCount
      viewerMay
      author {
        name
        clpName
      }
      evidence {
        id
        claim
        body {
          id
          name
        }
      }
      decisions {
        id
        isSuperseded
        referredTo {
          id
        }
        body {
          id
        }
        nextStop {
          name
          dueOn
          doneAt
          doneNote
          overdueDays
        }
        ...DecisionCard
      }
    }
  }
`);

type Proposal = NonNullable<ReviewItemQuery['proposal']>;

interface Props {
  consultationId: string;
  proposalId: string;
  /** Its line in the queue, where it is in the list. */
  row: QueueRow | null;
  /** For which bodies the viewer may answer this proposal, given those it was referred to. */
  bodiesFor: (referredTo: readonly string[]) => readonly AnswerBody[];
  referTo: readonly ReferBody[];
  stops: readonly string[];
  begin: Partial<AnswerDraft>;
  withKeys: boolean;
  keyed: number;
  onSent: (draft: AnswerDraft) => void;
  /** The next one without an answer; null when there is none left. */
  next: QueueRow | null;
  onNext: () => void;
  onClose: () => void;
  headingRef: Ref<HTMLHeadingElement>;
}

/** One item of the queue: what it says and how it was voted on, what was answered, and the form. */
export function AnswerPanel(props: Props) {
  const { proposalId, row, onClose, headingRef } = props;
  const { data, error, refetch } = useQuery(ReviewItemDocument, { variables: { id: proposalId } });
  const proposal = data?.proposal;
  return (
    <SidePanel
      title={row?.proposal.statement ?? proposal?.statement ?? 'Proposal'}
      over={<Place row={row} />}
      onClose={onClose}
      headingRef={headingRef}
    >
      {row && (
        <div className="space-y-2 text-small">
          <VoteBar counts={row.tally} size="small" />
          <p>
            <OwnAgainstWhole row={row} named />
          </p>
        </div>
      )}
      {proposal ? (
        <Inside {...props} proposal={proposal} />
      ) : proposal === null ? (
        <Notice tone="warning" title="This proposal is not there any more">
          <p>Go on with another one from the list.</p>
        </Notice>
      ) : (
        <QueryState what="the proposal" error={error} onRetry={() => void refetch()} />
      )}
    </SidePanel>
  );
}

function Place({ row }: { row: QueueRow | null }) {
  if (!row) return null;
  const { author } = row.proposal;
  return (
    <>
      {row.rank === null ? 'Not ranked yet' : ordinal(row.rank)}. By {author.name}
      {author.clpName && `, ${author.clpName}`}
    </>
  );
}

function Inside(props: Props & { proposal: Proposal }) {
  const { proposal, bodiesFor, next, onNext } = props;
  const [sent, setSent] = useState<AnswerDraft | null>(null);
  const standing = proposal.decisions.filter(({ isSuperseded }) => !isSuperseded);
  const bodies = bodiesFor(
    standing.flatMap(({ referredTo }) => (referredTo ? [referredTo.id] : [])),
  );
  const mayComplete = useMayAsk('Mutation.completeNextStop');
  const mayAnswer = proposal.viewerMay.includes('decide') && bodies.length > 0;
  const form = mayAnswer && (
    <AnswerForm
      {...props}
      bodies={bodies}
      onSent={(draft) => {
        setSent(draft);
        props.onSent(draft);
      }}
    />
  );
  return (
    <>
      {sent && <Sent draft={sent} next={next} onNext={onNext} />}
      <About proposal={proposal} />
      {standing.map((decision) => (
        <DecisionCard key={decision.id} decision={decision}>
          {mayComplete &&
            !decision.nextStop.doneAt &&
            bodies.some(({ id }) => id === decision.body.id) && (
              <NextStopForm decisionId={decision.id} />
            )}
        </DecisionCard>
      ))}
      {standing.length > 0 && form ? (
        <Details summary="Answer it again">
          <p className="mb-4 text-small text-ink-2">
            A later answer of the same body replaces the earlier one. Both stay on the record.
          </p>
          {form}
        </Details>
      ) : (
        form
      )}
      {!mayAnswer && (
        <Notice title="You cannot answer this one">
          <p>
            {bodies.length === 0
              ? 'You hold no office in a body that answers here. You can read the whole queue.'
              : 'It was taken back, or answers are not given in this phase.'}
          </p>
        </Notice>
      )}
    </>
  );
}

/** The case for it, its evidence and where it is argued about. */
function About({ proposal }: { proposal: Proposal }) {
  const { id, argument, evidence, commentCount } = proposal;
  return (
    <div>
      <Details summary="The case for it">
        <Markdown text={argument} className="text-small" />
      </Details>
      {evidence.length > 0 && (
        <Details summary={`Evidence (${evidence.length})`}>
          <ul className="space-y-2 text-small">
            {evidence.map(({ id: evidenceId, claim, body }) => (
              <li key={evidenceId}>
                <b>{body.name}:</b> {claim}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p className="flex flex-wrap gap-x-5 text-small">
        <Link to={paths.proposal(id)} className="inline-flex min-h-11 items-center">
          {plural(commentCount, 'comment', 'comments', 'Nobody has commented')}
        </Link>
        <Link to={paths.story(id)} className="inline-flex min-h-11 items-center">
          Its story
        </Link>
      </p>
    </div>
  );
}

interface SentProps {
  draft: AnswerDraft;
  next: QueueRow | null;
  onNext: () => void;
}

/** It was taken; the next one without an answer is offered at once. */
function Sent({ draft, next, onNext }: SentProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <Notice
      tone="good"
      title={`Sent: ${draft.outcome ? sayOutcome(draft.outcome).toLowerCase() : 'answered'}`}
      live
    >
      <p>Everybody can read it now. Those who backed it are asked whether it met the point.</p>
      {next ? (
        <>
          <p className="text-small">
            Next without an answer: <b>{next.proposal.statement}</b>
          </p>
          <Button ref={button} size="small" icon="chevron" onClick={onNext}>
            Go on to the next
          </Button>
        </>
      ) : (
        <p>Nothing in this list is left without an answer.</p>
      )}
    </Notice>
  );
}
