import { useState } from 'react';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import type { OwnActFragment as Act } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { DateText } from '../../ui/DateText';
import { formatDate } from '../../ui/dates';
import { AppealForm } from './AppealForm';
import { OwnActFragment } from './fragments';

interface Props {
  act: FragmentType<typeof OwnActFragment>;
  /** Where the act itself is told already. */
  isBrief?: boolean;
}

/** What a moderator did to what one sent, as it was told, and the way to appeal. */
export function OwnAct({ act: given, isBrief }: Props) {
  const act = getFragmentData(OwnActFragment, given);
  const [isAppealing, setAppealing] = useState(false);
  const { toAuthor, by, viewerMayAppeal, appealUntil, isReversed } = act;
  // The last paragraph says how to appeal; the button does.
  const told = isBrief ? [] : (toAuthor ?? []).slice(0, viewerMayAppeal ? undefined : 4);
  return (
    <div className="space-y-2">
      {told.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {isBrief && <Note toAuthor={toAuthor} />}
      {by && <p className="text-ink-2">It was {by.displayName} who acted; others are not told.</p>}
      {isReversed && <p className="font-[650]">It was taken back since.</p>}
      <AppealSoFar act={act} />
      {viewerMayAppeal && !isAppealing && (
        <Button variant="line" size="small" onClick={() => setAppealing(true)}>
          Appeal{appealUntil && <span>, until {formatDate(appealUntil, 'short')}</span>}
        </Button>
      )}
      {isAppealing && <AppealForm actId={act.id} onDone={() => setAppealing(false)} />}
    </div>
  );
}

/** What the moderator wrote, where the rest stands above already. */
function Note({ toAuthor }: Pick<Act, 'toAuthor'>) {
  const note = toAuthor?.find((paragraph) => paragraph.startsWith('The moderator writes'));
  return note ? <p>{note}</p> : null;
}

function AppealSoFar({ act: { appeal } }: { act: Act }) {
  if (!appeal) return null;
  if (!appeal.answeredAt) {
    return (
      <p>
        <b>You appealed.</b> Another moderator answers by{' '}
        <DateText iso={appeal.dueOn} style="year" />.
      </p>
    );
  }
  return (
    <p>
      <b>{appeal.isUpheld ? 'Your appeal was upheld.' : 'Your appeal was not upheld.'}</b>{' '}
      {appeal.answer && `Another moderator writes: “${appeal.answer}”`}
    </p>
  );
}
