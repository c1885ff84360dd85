import { OFFICE_LABELS } from '@clarion/deliberation';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { DecisionCardFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { bodyName } from '../../ui/bodyNames';
import { Badge } from '../../ui/Chip';
import { DateText } from '../../ui/DateText';
import { Facts } from '../../ui/Facts';
import { Icon } from '../../ui/Icon';
import { Markdown } from '../../ui/Markdown';
import { Reason } from '../../ui/Story';
import { DueText } from './DueText';
import { outcomeLooks, sayOutcome } from './outcomes';
import { VerdictTotals } from './VerdictTotals';

const DecisionCardFragment = graphql(`
  fragment DecisionCard on Decision {
    id
    outcome
    reason
    office
    decidedAt
    isSuperseded
    body {
      id
      kind
      name
    }
    by {
      id
      displayName
    }
    nextStop {
      name
      dueOn
      doneAt
      doneNote
      overdueDays
    }
    mergedInto {
      id
      statement
    }
    referredTo {
      id
      kind
      name
    }
    verdicts {
      yes
      partly
      no
      notSaid
    }
  }
`);

interface Props {
  decision: FragmentType<typeof DecisionCardFragment>;
  /** The heading's place in the page. */
  level?: 2 | 3 | 4;
  /** What the viewer may do about it: judge it, mark its next stop as done. */
  children?: ReactNode;
}

/** A body's answer: what, why, signed by whom, where next and by when, and how it was taken. */
export function DecisionCard({ decision, level = 3, children }: Props) {
  const shown = getFragmentData(DecisionCardFragment, decision);
  const { outcome, body, decidedAt, isSuperseded, verdicts } = shown;
  const { icon, tone } = outcomeLooks[outcome];
  const Heading: 'h2' | 'h3' | 'h4' = `h${level}`;
  return (
    <article className="space-y-3 border-t-2 border-ink pt-3.5">
      <header>
        <Heading className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[1.25rem]">
          <span className={ink[tone] ?? 'text-ink'}>
            <Icon name={icon} /> {sayOutcome(outcome)}
          </span>
          {isSuperseded && <Badge>Replaced by a later answer</Badge>}
        </Heading>
        <p className="mt-0.5 text-small text-ink-2">
          {bodyName(body)}, <DateText iso={decidedAt} style="year" />
        </p>
      </header>
      <Reason>
        <Markdown text={shown.reason} />
      </Reason>
      <Where shown={shown} />
      {verdicts && <VerdictTotals totals={verdicts} />}
      {children}
    </article>
  );
}

const ink: Partial<Record<string, string>> = {
  agree: 'text-agree',
  disagree: 'text-disagree',
  evidence: 'text-evidence',
};

function Where({ shown }: { shown: Shown }) {
  const { by, office, nextStop, mergedInto, referredTo } = shown;
  return (
    <Facts
      rows={[
        ['Signed by', `${by.displayName}, ${OFFICE_LABELS[office]}`],
        [
          'Goes on in',
          mergedInto && <Link to={paths.proposal(mergedInto.id)}>{mergedInto.statement}</Link>,
        ],
        ['Referred to', referredTo && bodyName(referredTo)],
        ['Next stop', nextStop.name],
        ['By when', <DueText key="due" stop={nextStop} />],
        ['What was done', nextStop.doneNote],
      ]}
    />
  );
}
