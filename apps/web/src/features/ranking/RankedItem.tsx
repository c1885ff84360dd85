import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { RankedItemFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { classes } from '../../ui/classes';
import { WhyBox } from '../../ui/Details';
import { listOf, ordinal, plural } from '../../ui/numbers';
import { VoteBar } from '../../ui/VoteBar';
import { whyRows } from './whyNumbers';

const RankedItemFragment = graphql(`
  fragment RankedItem on RankedProposal {
    rank
    isTied
    votesNeeded
    clpsNeeded
    tally {
      agree
      disagree
      pass
    }
    why {
      title
      text
    }
    whySteps {
      kind
      numbers {
        name
        value
      }
    }
    proposal {
      id
      statement
    }
  }
`);

interface Props {
  item: FragmentType<typeof RankedItemFragment>;
  /** The answers of bodies, where there are any. */
  answers?: ReactNode;
}

/** "3rd", "3rd, equal". */
function sayRank({ rank, isTied }: { rank: number; isTied: boolean }): string {
  return isTied ? `${ordinal(rank)}, equal` : ordinal(rank);
}

/** A proposal in the order: its place in big figures, its counts, its answer, and why it is here. */
export function RankedItem({ item, answers }: Props) {
  const shown = getFragmentData(RankedItemFragment, item);
  const { rank, isTied, proposal, tally } = shown;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-b border-rule py-6 desk:grid-cols-[4.5rem_minmax(0,1fr)] desk:gap-x-3">
      <span
        aria-hidden="true"
        className={classes(
          'font-head text-[2.125rem] leading-[0.95] font-bold tracking-[-0.03em] desk:text-[2.75rem]',
          rank !== null && rank <= 3 ? 'text-claret' : 'text-ink',
        )}
      >
        {rank ?? '–'}
      </span>
      <div className="space-y-3">
        <div>
          <h3 className="max-w-[52ch] text-[1.25rem] leading-snug [text-wrap:pretty] desk:text-[1.375rem]">
            {rank !== null && <span className="sr-only">{sayRank({ rank, isTied })}: </span>}
            <Link to={paths.proposal(proposal.id)} className="text-ink">
              {proposal.statement}
            </Link>
          </h3>
          {rank !== null && isTied && (
            <p aria-hidden="true" className="mt-1 text-small text-ink-2">
              {sayRank({ rank, isTied })}
            </p>
          )}
        </div>
        {rank === null && <Needs shown={shown} />}
        <VoteBar counts={tally} hiddenBecause="You see these counts after you have voted on it." />
        {answers}
        {shown.why.length > 0 && <Why shown={shown} />}
      </div>
    </li>
  );
}

/** "About 40 more votes before this can be ranked. Vote on it now." */
function Needs({ shown: { votesNeeded, clpsNeeded, proposal } }: { shown: Shown }) {
  const missing = [
    ...(votesNeeded > 0 ? [`about ${plural(votesNeeded, 'more vote')}`] : []),
    ...(clpsNeeded > 0 ? [`votes from ${plural(clpsNeeded, 'more CLP')}`] : []),
  ];
  const said = listOf(missing);
  return (
    <p className="text-small text-ink-2">
      {said.charAt(0).toUpperCase() + said.slice(1)} before this can be ranked.{' '}
      <Link to={paths.proposal(proposal.id)} className="inline-flex min-h-11 items-center">
        Vote on it now<span className="sr-only">: {proposal.statement}</span>
      </Link>
    </p>
  );
}

function Why({ shown: { rank, why, whySteps, proposal } }: { shown: Shown }) {
  const rows = whyRows(whySteps);
  return (
    <WhyBox
      question={
        <>
          {rank === null ? 'Why is this not ranked yet?' : 'Why is this here?'}
          <span className="sr-only"> {proposal.statement}</span>
        </>
      }
      sentences={why.map(({ title, text }) => ({ title: `${title}.`, text }))}
    >
      {rows.length > 0 && (
        <table className="table mt-3 max-w-[34rem] text-small [&_td]:py-1 [&_th]:py-1">
          <caption className="pb-1 text-left font-bold">The numbers behind it</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">What</th>
              <th scope="col">Number</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row" className="font-normal text-ink-2">
                  {label}
                </th>
                <td className="number font-[650]">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </WhyBox>
  );
}
