import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { ToldStepFragment } from '../../graphql/generated/graphql';
import { DraftText } from '../../ui/DraftText';
import { formatDate } from '../../ui/dates';
import { Facts } from '../../ui/Facts';
import { Markdown } from '../../ui/Markdown';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { Reason, Story, StoryStep } from '../../ui/Story';
import { VoteBar } from '../../ui/VoteBar';
import { iconOf, linkWords } from './steps';

const ToldStepDocument = graphql(`
  fragment ToldStep on StoryStep {
    kind
    state
    title
    at
    dueOn
    overdueDays
    bodyName
    personName
    text
    reason
    nextStop
    tally {
      agree
      disagree
      pass
    }
    excerpt
    link
  }
`);

/** Everything that happened to one contribution, and everything still promised, on one thread. */
export function StoryTold({ steps }: { steps: readonly FragmentType<typeof ToldStepDocument>[] }) {
  const told = getFragmentData(ToldStepDocument, steps);
  return (
    <Story label="What happened, in order">
      {told.map((step) => (
        <Step
          key={`${step.kind} ${step.at ?? step.dueOn} ${step.title} ${step.link}`}
          step={step}
        />
      ))}
    </Story>
  );
}

/** "Wednesday 6 May, Health and Social Care commission", "Was due Friday 15 May". */
function whenOf({ kind, state, at, dueOn, bodyName }: ToldStepFragment): string {
  const day = at
    ? formatDate(at, kind === 'sent' ? 'moment' : 'day')
    : dueOn
      ? `${state === 'late' ? 'Was due' : 'Due'} ${formatDate(dueOn)}`
      : '';
  return [day, bodyName].filter(Boolean).join(', ');
}

function Step({ step }: { step: ToldStepFragment }) {
  const { kind, state, title, text, reason, excerpt, tally, link } = step;
  return (
    <StoryStep icon={iconOf(kind, state)} title={title} state={state} when={whenOf(step)}>
      {state === 'late' ? <Late step={step} /> : text && <p>{text}</p>}
      {tally && <VoteBar counts={tally} />}
      {reason && (
        <Reason title={kind === 'decided' ? 'Their reason' : 'The reason given'}>
          <Markdown text={reason} />
        </Reason>
      )}
      <Signed step={step} />
      {excerpt && (
        <DraftText className="border-l-4 border-rule pl-4">
          <blockquote className="border-0! p-0! text-ink!">{excerpt}</blockquote>
        </DraftText>
      )}
      {link && (
        <p>
          <Link to={link} className="inline-flex min-h-11 items-center">
            {linkWords(kind)}
          </Link>
        </p>
      )}
    </StoryStep>
  );
}

/** Who answers for it: of an answer also where it goes next and by when. */
function Signed({ step }: { step: ToldStepFragment }) {
  const { kind, personName, nextStop, dueOn } = step;
  if (kind !== 'decided') return null;
  return (
    <Facts
      rows={[
        ['Signed', personName],
        ['Next stop', nextStop],
        ['By', dueOn && formatDate(dueOn)],
      ]}
    />
  );
}

function Late({ step }: { step: ToldStepFragment }) {
  const { overdueDays, bodyName, personName } = step;
  const owed = [bodyName, personName].filter(Boolean).join(', ');
  return (
    <Notice tone="error">
      <p className="font-bold text-error">{plural(overdueDays, 'day')} overdue.</p>
      {owed && <p>Owed by {owed}. Nothing has been entered since.</p>}
    </Notice>
  );
}
