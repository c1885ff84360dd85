import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import type {
  ModerationCaseFragment as Case,
  LoggedActFragment as LoggedAct,
} from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { RelativeTime } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { CaseFacts } from './CaseFacts';
import { CaseThread } from './CaseThread';
import { ModerationCaseFragment } from './caseFragment';
import { DOING, type Doing } from './doing';
import { ModeratedItemFragment } from './fragments';
import { ModerateForm } from './ModerateForm';
import { parseBreach } from './reasons';
import { UndoButton } from './UndoButton';

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
  const article = useRef<HTMLElement>(null);
  const { __typename } = getFragmentData(ModeratedItemFragment, one.contribution);
  const kind = __typename === 'Decision' ? 'Comment' : __typename;
  /** What had the focus goes with the form: the keys go on from here. */
  const close = () => {
    setDoing(null);
    article.current?.focus();
  };
  const finish = (act: LoggedAct) => {
    setDone(act);
    close();
    announce(act.act === 'keep' ? `${act.title}.` : `${act.title}. Undo with U.`);
  };
  return (
    <article
      ref={article}
      tabIndex={-1}
      data-case
      aria-label={`${KINDS[kind]} by ${one.author.name}, ${plural(one.reportCount, 'report')}`}
      className="border-b border-rule py-6 outline-offset-4 desk:grid desk:grid-cols-[minmax(0,1fr)_19rem] desk:grid-rows-[auto_auto_1fr] desk:gap-x-10"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2 desk:col-span-2">
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
      <CaseThread of={one} kind={KINDS[kind]} />
      <div className="desk:col-start-2 desk:row-span-2 desk:row-start-2">
        <CaseFacts of={one} />
      </div>
      <div className="desk:col-start-1">
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
              isByKeys
              onDone={finish}
              onClose={close}
            />
          </div>
        )}
      </div>
    </article>
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
