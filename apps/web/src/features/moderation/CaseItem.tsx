import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type {
  ModerationCaseFragment as Case,
  LoggedActFragment as LoggedAct,
} from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { DateText, RelativeTime } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { DOING, type Doing } from './doing';
import { LoggedActFragment } from './fragments';
import { ModerateForm } from './ModerateForm';
import { parseBreach } from './reasons';
import { UndoButton } from './UndoButton';

export const ModerationCaseFragment = graphql(`
  fragment ModerationCase on ModerationCase {
    id
    reportCount
    firstAt
    isUnlawful
    viewerMay
    viewerMaySuspend
    whyNot
    contribution {
      __typename
      ... on Proposal {
        id
      }
      ... on Comment {
        id
      }
      ... on Evidence {
        id
      }
      ... on Decision {
        id
      }
    }
    words {
      label
      text
    }
    consultation {
      id
      title
    }
    proposal {
      id
      number
      statement
    }
    parent {
      id
      body
      author {
        name
      }
    }
    replies {
      id
      body
      author {
        name
      }
    }
    reports {
      id
      reason
      reasonLabel
      words
      at
      isByVisitor
    }
    author {
      name
      joinedOn
      isNew
      hidden
      sent
      suspendedUntil
    }
    earlier {
      ...LoggedAct
    }
  }
`);

interface Props {
  reported: FragmentType<typeof ModerationCaseFragment>;
  onChanged: () => void;
}

const KINDS = { Proposal: 'proposal', Comment: 'comment', Evidence: 'evidence' } as const;

/** Something that was reported, with what stands around it, and what can be done. */
export function CaseItem({ reported, onChanged }: Props) {
  const one = getFragmentData(ModerationCaseFragment, reported);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<LoggedAct | null>(null);
  const kind = one.contribution.__typename === 'Decision' ? 'Comment' : one.contribution.__typename;
  return (
    <article
      tabIndex={-1}
      data-case
      aria-label={`${KINDS[kind]} by ${one.author.name}, ${plural(one.reportCount, 'report')}`}
      className="border-b border-rule py-6 outline-offset-4"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
        {one.isUnlawful && (
          <Badge icon="warning" tone="error">
            May be unlawful
          </Badge>
        )}
        <b className="text-ink">{plural(one.reportCount, 'report')}</b>
        <span>
          the first <RelativeTime iso={one.firstAt} />
        </span>
        <Link to={paths.consultation(one.consultation.id)}>{one.consultation.title}</Link>
      </p>
      <Around of={one} kind={KINDS[kind]} />
      <Reports of={one} />
      <Author of={one} />
      <Earlier of={one} />
      {done ? (
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <p className="font-[650]">
            {done.title}. {done.reasonLabel}.
          </p>
          {done.act !== 'keep' && <UndoButton actId={done.id} isLast onDone={onChanged} />}
        </div>
      ) : (
        <Doings of={one} onDoing={setDoing} />
      )}
      {doing && !done && (
        <div className="mt-4 max-w-measure">
          <ModerateForm
            key={doing}
            thing={{
              id: one.id,
              kind: KINDS[kind],
              consultationId: one.consultation.id,
              proposalId: one.proposal?.id ?? null,
            }}
            doing={doing}
            suggested={parseBreach(one.reports[0]?.reason ?? '')}
            onDone={(act) => {
              setDone(act);
              setDoing(null);
              announce(`${act.title}. Undo with U.`);
            }}
            onClose={() => setDoing(null)}
          />
        </div>
      )}
    </article>
  );
}

/** What it answers, itself, and what answers it. */
function Around({
  of: { proposal, parent, words, replies, author },
  kind,
}: {
  of: Case;
  kind: string;
}) {
  return (
    <div className="mt-3 space-y-3">
      {kind !== 'proposal' && proposal && (
        <p className="text-small text-ink-2">
          On{' '}
          <Link to={paths.proposal(proposal.id)}>
            {proposal.number}. {proposal.statement}
          </Link>
        </p>
      )}
      {parent && <Beside name={parent.author.name} text={parent.body} />}
      <div className="border-l-4 border-ink pl-4">
        <p className="text-small">
          <b>{author.name}</b> wrote
        </p>
        {words
          .filter(({ text }) => text !== '')
          .map(({ label, text }, at) => (
            <p
              key={label}
              className={
                at === 0 ? 'text-lead [overflow-wrap:anywhere]' : 'mt-1 [overflow-wrap:anywhere]'
              }
            >
              {at > 0 && <span className="text-small text-ink-2">{label}: </span>}
              <span className="whitespace-pre-line">{text}</span>
            </p>
          ))}
      </div>
      {replies.map((reply) => (
        <Beside key={reply.id} name={reply.author.name} text={reply.body} />
      ))}
    </div>
  );
}

function Beside({ name, text }: { name: string; text: string }) {
  return (
    <p className="line-clamp-3 pl-5 text-small text-ink-2">
      <b>{name}:</b> {text}
    </p>
  );
}

function Reports({ of: { reports, reportCount } }: { of: Case }) {
  return (
    <ul className="mt-4 space-y-1 text-small" aria-label="Reports">
      {reports.map(({ id, reasonLabel, words, at, isByVisitor }) => (
        <li key={id}>
          <b>{reasonLabel}</b>
          {words && `: “${words}”`}{' '}
          <span className="text-ink-2">
            <RelativeTime iso={at} />
            {isByVisitor && ', without an account'}
          </span>
        </li>
      ))}
      {reportCount > reports.length && <li>and {reportCount - reports.length} more</li>}
    </ul>
  );
}

function Author({ of: { author } }: { of: Case }) {
  const { name, joinedOn, isNew, hidden, sent, suspendedUntil } = author;
  return (
    <p className="mt-3 text-small text-ink-2">
      {name}
      {joinedOn ? (
        <>
          {' '}
          joined on <DateText iso={joinedOn} style="year" />
        </>
      ) : (
        ' came with an import'
      )}
      {isNew && ' and is new here'}; {plural(sent, 'contribution')},{' '}
      {hidden === 0 ? 'none of them hidden' : `${hidden} of them hidden`}.
      {suspendedUntil && (
        <>
          {' '}
          Kept from writing until <DateText iso={suspendedUntil} style="moment" />.
        </>
      )}
    </p>
  );
}

function Earlier({ of: { earlier } }: { of: Case }) {
  if (earlier.length === 0) return null;
  const acts = getFragmentData(LoggedActFragment, earlier);
  return (
    <Details summary={`What was done before: ${plural(acts.length, 'act')}`}>
      <ul className="text-small">
        {acts.map((act) => (
          <li key={act.id}>
            {act.title}, {act.reasonLabel.toLowerCase()}, <DateText iso={act.at} style="year" />
            {act.isReversed && ' (taken back)'}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Doings({ of: one, onDoing }: { of: Case; onDoing: (doing: Doing) => void }) {
  const offered: Doing[] = [
    ...one.viewerMay,
    ...(one.viewerMaySuspend ? ['suspend' as const] : []),
  ];
  if (one.whyNot) {
    return (
      <div className="mt-4 max-w-measure">
        <Notice title={one.whyNot} />
      </div>
    );
  }
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      {offered.map((each) => (
        <Button
          key={each}
          variant={each === 'hide' ? 'primary' : 'line'}
          size="small"
          data-do={DOING[each].key}
          onClick={() => onDoing(each)}
        >
          {DOING[each].label}
        </Button>
      ))}
    </div>
  );
}
