import { beginningOf, HIDDEN_WORDS } from '@clarion/deliberation';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import type { LoggedActFragment as LoggedAct } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { bodyInSentence } from '../../ui/bodyNames';
import { DateText } from '../../ui/DateText';
import { LoggedActFragment } from './fragments';

const kinds = { proposal: 'a proposal', comment: 'a comment', evidence: 'evidence' };

interface Props {
  act: FragmentType<typeof LoggedActFragment>;
  children?: ReactNode;
}

/** One act on the log: what, why, when, for which body, and what came of an appeal. Nobody's name. */
export function ActLine({ act: given, children }: Props) {
  const act = getFragmentData(LoggedActFragment, given);
  return (
    <li className="border-b border-rule py-4">
      <p className="text-small text-ink-2">
        <DateText iso={act.at} style="moment" />, for {bodyInSentence(act.body)}
      </p>
      <h2 className="mt-0.5 text-[1.1875rem] leading-snug font-[650] tracking-normal">
        {act.title}: {act.reasonLabel.toLowerCase()}
      </h2>
      <p className="text-small">
        {act.contribution ? (
          <>
            About {kinds[act.aboutKind]} in <In act={act} />
            <About act={act} />{' '}
            <Link to={paths.story(act.contribution.id)} className="inline-block min-h-6">
              Its story
            </Link>
          </>
        ) : (
          <>
            About a person, whom the log does not name, in <In act={act} />.
          </>
        )}
        {act.until && (
          <>
            {' '}
            Until <DateText iso={act.until} style="moment" />.
          </>
        )}
      </p>
      <Outcome act={act} />
      {children}
    </li>
  );
}

function In({ act: { consultation } }: { act: LoggedAct }) {
  return <Link to={paths.consultation(consultation.id)}>{consultation.title}</Link>;
}

const SHORT = 120;

/** Its words, where everybody reads them. */
function About({ act: { contribution, goesOnAt } }: { act: LoggedAct }) {
  const words = wordsOf(contribution);
  if (words.trim() === '' || words === HIDDEN_WORDS) return '.';
  const short = beginningOf(words, SHORT);
  return <>: {goesOnAt ? <Link to={goesOnAt}>{short}</Link> : <span>“{short}”</span>}</>;
}

function wordsOf(contribution: LoggedAct['contribution']): string {
  switch (contribution?.__typename) {
    case 'Proposal':
      return contribution.statement;
    case 'Comment':
      return contribution.remark;
    case 'Evidence':
      return contribution.claim;
    default:
      return '';
  }
}

function Outcome({ act: { appeal, isReversed } }: { act: LoggedAct }) {
  if (!appeal)
    return isReversed ? <p className="text-small font-[650]">Taken back since.</p> : null;
  if (appeal.answeredAt) {
    return (
      <p className="text-small font-[650]">
        {appeal.isUpheld
          ? 'Appealed against, and another moderator took it back.'
          : 'Appealed against; another moderator looked again, and it stands.'}
      </p>
    );
  }
  return (
    <p className="text-small font-[650]">
      Appealed against. Another moderator answers by <DateText iso={appeal.dueOn} style="year" />.
    </p>
  );
}
