import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Details } from '../../ui/Details';
import { VoteBar } from '../../ui/VoteBar';
import { GroupBars } from './GroupBars';
import { type Side, sayLeast } from './words';

const SharedStatementFragment = graphql(`
  fragment SharedStatement on GroupMark {
    side
    statement {
      tally {
        agree
        disagree
        pass
      }
      groups {
        letter
        tally {
          agree
          disagree
          pass
        }
      }
      proposal {
        id
        statement
      }
      ...GroupBars
    }
  }
`);

interface Props {
  shared: readonly FragmentType<typeof SharedStatementFragment>[];
}

/** What people agree or disagree on whichever group they are in. */
export function SharedStatements({ shared }: Props) {
  if (shared.length === 0) {
    return (
      <p className="text-ink-2">
        There is nothing yet that most people in every group agree or disagree with.
      </p>
    );
  }
  return (
    <ul className="border-t-2 border-ink">
      {getFragmentData(SharedStatementFragment, shared).map(({ side: choice, statement }) => {
        const side: Side = choice === 'disagree' ? 'disagree' : 'agree';
        const { proposal, tally, groups } = statement;
        return (
          <li key={proposal.id} className="border-b border-rule pt-5 pb-3 break-inside-avoid">
            <div className="grid gap-x-8 gap-y-3 desk:grid-cols-2">
              <div>
                <h3 className="text-[1.1875rem] leading-snug font-[650]">
                  <Link to={paths.proposal(proposal.id)} className="text-ink">
                    {proposal.statement}
                  </Link>
                </h3>
                <p className="mt-1">{sayLeast(groups, side)}</p>
              </div>
              <VoteBar counts={tally} />
            </div>
            <Details
              className="open-on-paper"
              summary={
                <>
                  Group by group<span className="sr-only">: {proposal.statement}</span>
                </>
              }
            >
              <div className="max-w-[34rem]">
                <GroupBars statement={statement} leads={[]} side={side} />
              </div>
            </Details>
          </li>
        );
      })}
    </ul>
  );
}
