import { FEWEST_VOTES } from '@clarion/deliberation';
import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { EmptyState } from '../../ui/states';

/** To the deck. */
export function VoteNow({ id }: { id: string }) {
  return (
    <ButtonLink to={paths.vote(id)} icon="vote">
      Vote now
    </ButtonLink>
  );
}

interface WithheldProps {
  /** The consultation's. */
  id: string;
  message: string;
  mayVote: boolean;
  isVisitor: boolean;
}

/** Why the groups are not shown to the viewer yet, and the way to them. */
export function WithheldGroups({ id, message, mayVote, isVisitor }: WithheldProps) {
  return (
    <div className="space-y-5">
      <Notice title="Not shown before you vote">
        <p>
          {isVisitor
            ? 'While voting is open the groups are shown to those who have voted, so that nobody only follows the crowd.'
            : message}
        </p>
      </Notice>
      {(mayVote || isVisitor) && <VoteNow id={id} />}
    </div>
  );
}

interface NoneYetProps {
  foundAt: string | null;
  voterCount: number;
  /** In a group, or in the only one there is. */
  people: number;
}

/** Nobody has looked yet, or there was nothing to tell people apart by. */
export function NoneYet({ foundAt, voterCount, people }: NoneYetProps) {
  const voted = plural(voterCount, 'person has voted', 'people have voted', 'Nobody has voted');
  return (
    <div className="mt-6">
      <EmptyState title={foundAt ? 'No groups can be told apart' : 'No groups have been found yet'}>
        <p>
          {foundAt && people > 0
            ? `${plural(people, 'person has', 'people have')} voted on enough statements to be compared, and they do not differ in a way that makes groups.`
            : `${voted} so far. People are compared once they have voted on ${FEWEST_VOTES} statements each, or on all where there are fewer; groups are looked for as votes come in.`}
        </p>
      </EmptyState>
    </div>
  );
}

interface LeftOutProps {
  /** The consultation's. */
  id: string;
  leftOut: number;
  mayVote: boolean;
}

/** What the viewer is not shown yet of what marks the groups. */
export function LeftOut({ id, leftOut, mayVote }: LeftOutProps) {
  const them = leftOut === 1 ? 'it' : 'them';
  return (
    <div className="mt-5 print:hidden">
      <Notice title={`${plural(leftOut, 'statement is', 'statements are')} left out here`}>
        <p>You have not voted on {them} yet. You see how others voted after you have.</p>
        {mayVote && (
          <ButtonLink to={paths.vote(id)} variant="line" size="small" icon="vote">
            Vote on {them}
          </ButtonLink>
        )}
      </Notice>
    </div>
  );
}
