import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { Choice } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { RelativeTime } from '../../ui/DateText';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { StatusMark } from './StatusMark';
import { signedBy } from './words';

const ProposalListItemFragment = graphql(`
  fragment ProposalListItem on Proposal {
    id
    number
    statement
    status
    isMine
    commentCount
    evidenceCount
    createdAt
    author {
      name
      clpName
    }
    onBehalfOf {
      id
      name
    }
    mergedInto {
      id
      number
      statement
    }
    commissions {
      id
      name
    }
    myVote {
      choice
      version
      isOnEarlierVersion
    }
  }
`);

interface Props {
  proposal: FragmentType<typeof ProposalListItemFragment>;
  /** Commissions that go without saying here. */
  usual: readonly string[];
}

/** A proposal in a list: what it says, whose it is, and what has been said about it. */
export function ProposalListItem({ proposal, usual }: Props) {
  const one = getFragmentData(ProposalListItemFragment, proposal);
  const others = one.commissions.filter(({ id }) => !usual.includes(id));
  return (
    <li className="border-b border-rule py-4.5">
      <h2 className="text-[1.1875rem] leading-snug font-[650] tracking-normal text-pretty sm:text-[1.3125rem]">
        <Link
          to={paths.proposal(one.id)}
          className="inline-block py-0.5 text-ink no-underline hover:underline"
        >
          {one.statement}
        </Link>
      </h2>
      <p className="mt-1 text-small text-ink-2">
        <span className="tabular-nums">No. {one.number}</span> by {signedBy(one)}
        {one.isMine && ' (you)'}, <RelativeTime iso={one.createdAt} />
        {others.length > 0 && `. Also for ${others.map(({ name }) => name).join(', ')}`}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-5 gap-y-1 text-small text-ink-2">
        <span>
          <Icon name="comment" /> {plural(one.commentCount, 'comment', 'comments', 'No comments')}
        </span>
        {one.evidenceCount > 0 && (
          <span className="text-evidence">
            <Icon name="evidence" />{' '}
            {plural(one.evidenceCount, 'piece of evidence', 'pieces of evidence')}
          </span>
        )}
        <OwnVote vote={one.myVote} />
        <StatusMark status={one.status} />
        {one.mergedInto && (
          <Link
            to={paths.proposal(one.mergedInto.id)}
            className="inline-flex min-h-11 items-center"
          >
            into no. {one.mergedInto.number}
            <span className="sr-only">: {one.mergedInto.statement}</span>
          </Link>
        )}
      </div>
    </li>
  );
}

const votes: Record<Choice, { word: string; ink: string }> = {
  agree: { word: 'You agree', ink: 'text-agree' },
  disagree: { word: 'You disagree', ink: 'text-disagree' },
  pass: { word: 'You passed', ink: 'text-pass' },
};

function OwnVote({
  vote,
}: {
  vote: { choice: Choice | null; isOnEarlierVersion: boolean } | null | undefined;
}) {
  if (!vote?.choice) return null;
  const { word, ink } = votes[vote.choice];
  return (
    <span className={`font-[650] ${ink}`}>
      <Icon name={vote.choice} /> {word}
      {vote.isOnEarlierVersion && (
        <span className="font-normal text-ink-2">, to earlier words</span>
      )}
    </span>
  );
}
