import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Details } from '../../ui/Details';
import { GroupBars } from './GroupBars';

const DividingFragment = graphql(`
  fragment Dividing on DividingStatement {
    towards
    against
    statement {
      proposal {
        id
        statement
        commentCount
      }
      ...GroupBars
    }
  }
`);

interface Props {
  dividing: readonly {
    item: FragmentType<typeof DividingFragment>;
    /** The best comment on each side; left out where nobody has argued. */
    sides: ReactNode;
  }[];
}

/** Where groups stand most apart, and what each side would say to the other. */
export function DividingStatements({ dividing }: Props) {
  if (dividing.length === 0) {
    return (
      <p className="text-ink-2">
        Nothing that can be shown has one group agree and another disagree.
      </p>
    );
  }
  return (
    <ul className="border-t-2 border-ink">
      {dividing.map(({ item, sides }, place) => {
        const { towards, against, statement } = getFragmentData(DividingFragment, item);
        const { id, statement: words, commentCount } = statement.proposal;
        return (
          <li key={id} className="border-b border-rule pt-5 pb-3">
            <div className="grid gap-x-8 gap-y-3 desk:grid-cols-2">
              <div>
                <h3 className="text-[1.1875rem] leading-snug font-[650]">
                  <Link to={paths.proposal(id)} className="text-ink">
                    {words}
                  </Link>
                </h3>
                <p className="mt-1 text-small text-ink-2">
                  Group {towards} leans most towards it, group {against} most against.
                </p>
              </div>
              <GroupBars
                statement={statement}
                leads={[
                  { letter: towards, side: 'agree' },
                  { letter: against, side: 'disagree' },
                ]}
              />
            </div>
            {sides ? (
              <Details
                open={place === 0}
                className="open-on-paper mt-1"
                summary={
                  <>
                    What the other side would say<span className="sr-only">: {words}</span>
                  </>
                }
              >
                {sides}
              </Details>
            ) : (
              <p className="mt-1 text-small">
                <Link to={paths.proposal(id)} className="inline-flex min-h-11 items-center">
                  {commentCount > 0
                    ? 'Read the discussion'
                    : 'Nobody has argued about it yet: be the first'}
                  <span className="sr-only">: {words}</span>
                </Link>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
