import type { FragmentType } from '../../graphql/generated';
import { getFragmentData, graphql } from '../../graphql/generated';
import type { Card } from './deck';

const DeckStatementFragment = graphql(`
  fragment DeckStatement on Proposal {
    id
    statement
    createdAt
    author {
      name
      clpName
    }
    onBehalfOf {
      id
      name
    }
    evidence {
      id
      claim
      body {
        id
        name
      }
    }
    commentCount
    myVote {
      choice
      version
    }
  }
`);

const ChangedStatementFragment = graphql(`
  fragment ChangedStatement on Proposal {
    ...DeckStatement
    versions {
      version
      statement
      reason
    }
  }
`);

/** A new statement as a card of the deck; null when it has been voted on since it was fetched. */
export function newCard(proposal: FragmentType<typeof DeckStatementFragment>): Card | null {
  const found = getFragmentData(DeckStatementFragment, proposal);
  if (found.myVote?.choice) return null;
  return { ...cardOf(found), said: null, earlier: null };
}

/** A statement whose words changed since they voted on it; null when they have said it again since. */
export function changedCard(proposal: FragmentType<typeof ChangedStatementFragment>): Card | null {
  const { versions, ...masked } = getFragmentData(ChangedStatementFragment, proposal);
  const found = getFragmentData(DeckStatementFragment, masked);
  const { choice = null, version } = found.myVote ?? {};
  const before = versions.find((one) => one.version === version);
  const isNow = versions.every((one) => one.version <= (version ?? 0));
  if (!choice || !before || isNow) return null;
  const reason = versions.find(
    (one) => one.version === Math.max(...versions.map(numberOf)),
  )?.reason;
  const earlier = { statement: before.statement, reason: reason ?? null };
  return { ...cardOf(found), said: choice, earlier };
}

const numberOf = ({ version }: { version: number }) => version;

function cardOf(found: {
  id: string;
  statement: string;
  createdAt: string;
  author: { name: string; clpName: string | null };
  onBehalfOf: { name: string } | null;
  evidence: readonly { id: string; claim: string; body: { name: string } }[];
  commentCount: number;
}): Omit<Card, 'said' | 'earlier'> {
  const { id, statement, createdAt, author, commentCount } = found;
  return {
    id,
    statement,
    createdAt,
    commentCount,
    author: { name: author.name, clpName: author.clpName },
    onBehalfOf: found.onBehalfOf?.name ?? null,
    evidence: found.evidence.map(({ id, claim, body }) => ({ id, claim, from: body.name })),
  };
}
