import { useFragment } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import { VoteBar } from '../../ui/VoteBar';

const HowOthersVotedFragment = graphql(`
  fragment HowOthersVoted on Proposal {
    id
    tallyHidden
    tally {
      agree
      disagree
      pass
      votes
    }
  }
`);

interface Props {
  proposalId: string;
  /** Why the vote was not counted, if so. */
  refused?: string;
}

/** The counts that come back with a vote; until then, that they are on their way. */
export function HowOthersVoted({ proposalId, refused }: Props) {
  const { data, complete } = useFragment({
    fragment: HowOthersVotedFragment,
    fragmentName: 'HowOthersVoted',
    from: { __typename: 'Proposal', id: proposalId },
  });
  if (refused) return <p className="text-small text-error">Not counted. {refused}</p>;
  if (!complete || data.tallyHidden) {
    return <p className="text-small text-ink-2">The counts come once your vote has been sent.</p>;
  }
  return <VoteBar counts={data.tally} size="small" />;
}
