import { OUTCOME_LABELS } from '@clarion/deliberation';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { bodyName } from '../../ui/bodyNames';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { Markdown } from '../../ui/Markdown';
import { plural } from '../../ui/numbers';
import { SectionHead } from '../../ui/PageHeader';
import { Reason } from '../../ui/Story';
import { VerdictForm } from './VerdictForm';

const AnswerToJudgeFragment = graphql(`
  fragment AnswerToJudge on Decision {
    id
    outcome
    reason
    decidedAt
    body {
      id
      kind
      name
    }
    answerTo: proposal {
      id
      statement
    }
    ...JudgedDecision
  }
`);

/** Answers shown at first, so that one's own stays in sight. */
const FEW = 3;

interface Props {
  answers: readonly FragmentType<typeof AnswerToJudgeFragment>[];
}

/** Answers to what one backed, each to be judged by whether it answered the point. */
export function AnswersToJudge({ answers }: Props) {
  const [isAll, setAll] = useState(false);
  const shown = getFragmentData(AnswerToJudgeFragment, isAll ? answers : answers.slice(0, FEW));
  const rest = answers.length - shown.length;
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="judge" className="mb-12">
      <SectionHead
        id="judge"
        first
        title={`${plural(answers.length, 'answer')} to what you backed`}
      />
      <ul className="border-t-2 border-ink">
        {shown.map((decision) => (
          <li key={decision.id} className="border-b border-rule py-4">
            <h3 className="text-[1.25rem]">
              <Link to={paths.story(decision.answerTo.id)}>{decision.answerTo.statement}</Link>
            </h3>
            <p className="mt-1 text-small text-ink-2">
              <b className="text-ink">{OUTCOME_LABELS[decision.outcome]}</b>,{' '}
              {bodyName(decision.body)}, <DateText iso={decision.decidedAt} style="year" />
            </p>
            <Details
              summary={
                <>
                  Did this answer the point?
                  <span className="sr-only"> {decision.answerTo.statement}</span>
                </>
              }
            >
              <div className="mt-2 mb-5">
                <Reason>
                  <Markdown text={decision.reason} />
                </Reason>
              </div>
              <VerdictForm decision={decision} about={decision.answerTo.statement} />
            </Details>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="bare" size="small" className="mt-2 -ml-2.5" onClick={() => setAll(true)}>
          Show {plural(rest, 'more answer')}
        </Button>
      )}
    </section>
  );
}
