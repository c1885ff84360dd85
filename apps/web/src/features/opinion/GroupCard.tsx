import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { GroupCardFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { classes } from '../../ui/classes';
import { Details } from '../../ui/Details';
import { GroupLetter } from '../../ui/GroupLetter';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { GroupBars } from './GroupBars';
import { type Side, saySize } from './words';

const GroupCardFragment = graphql(`
  fragment GroupCard on OpinionGroup {
    letter
    people
    share
    marks {
      side
      statement {
        proposal {
          id
          statement
        }
        ...GroupBars
      }
    }
  }
`);

/** Marks that stand open; the rest is one press away. */
const SHOWN = 3;

interface Props {
  group: FragmentType<typeof GroupCardFragment>;
  /** Whether the viewer votes most like this one. */
  isMine: boolean;
}

/** A group: how many, and what it agrees and disagrees on more than the others do. */
export function GroupCard({ group, isMine }: Props) {
  const { letter, people, share, marks } = getFragmentData(GroupCardFragment, group);
  const [open, more] = [marks.slice(0, SHOWN), marks.slice(SHOWN)];
  return (
    <article aria-labelledby={`group-${letter}`} className="border-t-[6px] border-ink pt-4">
      <div className="flex items-center gap-3.5">
        <GroupLetter letter={letter} large silent />
        <div>
          <h3 id={`group-${letter}`} className="text-h3">
            Group {letter}
          </h3>
          <p className="text-small text-ink-2">
            {people !== null && share !== null && saySize(people, share)}
            {isMine && <span className="print:hidden"> You vote most like this one.</span>}
          </p>
        </div>
      </div>
      {open.length > 0 ? (
        <Marks letter={letter} marks={open} />
      ) : (
        <p className="mt-4 text-ink-2">Nothing that can be shown sets this group apart.</p>
      )}
      {more.length > 0 && (
        <Details
          className="open-on-paper"
          summary={
            <>
              {plural(more.length, 'more statement')} that {more.length === 1 ? 'marks' : 'mark'}{' '}
              group {letter}
            </>
          }
        >
          <Marks letter={letter} marks={more} />
        </Details>
      )}
    </article>
  );
}

type Mark = Shown['marks'][number];

const sides: Record<Side, { word: string; ink: string }> = {
  agree: { word: 'Agrees', ink: 'text-agree' },
  disagree: { word: 'Disagrees', ink: 'text-disagree' },
};

function Marks({ letter, marks }: { letter: string; marks: readonly Mark[] }) {
  return (
    <ul>
      {marks.map(({ side: choice, statement }) => {
        const side: Side = choice === 'disagree' ? 'disagree' : 'agree';
        const { word, ink } = sides[side];
        return (
          <li
            key={statement.proposal.id}
            className="grid gap-x-8 gap-y-3 border-b border-rule py-5 last:border-b-0 desk:grid-cols-2"
          >
            <div>
              <p className={classes('text-small font-bold', ink)}>
                <Icon name={side} /> {word}
              </p>
              <h4 className="mt-1 text-[1.1875rem] leading-snug font-[650]">
                <Link to={paths.proposal(statement.proposal.id)} className="text-ink">
                  {statement.proposal.statement}
                </Link>
              </h4>
            </div>
            <GroupBars statement={statement} leads={[{ letter, side }]} side={side} />
          </li>
        );
      })}
    </ul>
  );
}
