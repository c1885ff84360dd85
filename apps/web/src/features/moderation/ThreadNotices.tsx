import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import { bodyInSentence } from '../../ui/bodyNames';
import { DateText } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';
import { LoggedActFragment } from './fragments';

type Act = FragmentType<typeof LoggedActFragment>;

interface Props {
  locked: Act | null | undefined;
  moved: readonly Act[];
}

const kinds = { proposal: 'proposal', comment: 'comment', evidence: 'piece of evidence' };

/** Above a thread: that a moderator closed it, and what was moved from it. */
export function ThreadNotices({ locked, moved }: Props) {
  const lock = getFragmentData(LoggedActFragment, locked);
  const acts = getFragmentData(LoggedActFragment, moved);
  if (!lock && acts.length === 0) return null;
  return (
    <div className="mt-8 max-w-measure space-y-4">
      {lock && (
        <Notice title="A moderator closed this discussion">
          <p>
            For {bodyInSentence(lock.body)}, <DateText iso={lock.at} style="year" />. The reason:{' '}
            {lock.reasonLabel.toLowerCase()}. What was said stays, and votes go on.
          </p>
        </Notice>
      )}
      {acts.length > 0 && (
        <ul className="text-small text-ink-2" aria-label="Moved from here">
          {acts.map((act) => (
            <li key={act.id} className="py-1">
              A moderator moved a {kinds[act.aboutKind]} from here,{' '}
              <DateText iso={act.at} style="short" />, as {act.reasonLabel.toLowerCase()}.{' '}
              {act.goesOnAt && <Link to={act.goesOnAt}>Where it went</Link>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
