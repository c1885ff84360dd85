/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Shell {\n    viewer {\n      standing\n      isRepresentative\n      interests\n      member {\n        id\n        displayName\n        clp {\n          id\n          name\n        }\n      }\n      offices {\n        id\n        office\n        body {\n          id\n          kind\n          name\n        }\n      }\n    }\n    demo {\n      __typename\n    }\n  }\n": typeof types.ShellDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  fragment HowOthersVoted on Proposal {\n    id\n    tallyHidden\n    tally {\n      agree\n      disagree\n      pass\n      votes\n    }\n  }\n": typeof types.HowOthersVotedFragmentDoc,
    "\n  fragment DeckStatement on Proposal {\n    id\n    statement\n    createdAt\n    author {\n      name\n      clpName\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    evidence {\n      id\n      claim\n      body {\n        id\n        name\n      }\n    }\n    commentCount\n    myVote {\n      choice\n      version\n    }\n  }\n": typeof types.DeckStatementFragmentDoc,
    "\n  fragment ChangedStatement on Proposal {\n    ...DeckStatement\n    versions {\n      version\n      statement\n      reason\n    }\n  }\n": typeof types.ChangedStatementFragmentDoc,
    "\n  mutation CastVote($proposalId: ID!, $choice: Choice!) {\n    castVote(proposalId: $proposalId, choice: $choice) {\n      __typename\n      ... on Vote {\n        choice\n        version\n        isOnEarlierVersion\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.CastVoteDocument,
    "\n  mutation UndoVote($proposalId: ID!) {\n    undoVote(proposalId: $proposalId) {\n      __typename\n      ... on Vote {\n        choice\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": typeof types.UndoVoteDocument,
    "\n  query Vote($id: ID!) {\n    consultation(id: $id) {\n      id\n      title\n      votesUntil\n      proposalCount\n      viewerMay\n      commissions {\n        id\n        kind\n        name\n      }\n      rules {\n        countsHiddenUntilVoted\n        votesMayChange\n      }\n      deck(first: 20) {\n        votedOn\n        remaining\n        refusal {\n          reason\n          message\n        }\n        proposals {\n          id\n          ...DeckStatement\n        }\n        changed {\n          id\n          ...ChangedStatement\n        }\n      }\n    }\n  }\n": typeof types.VoteDocument,
};
const documents: Documents = {
    "\n  query Shell {\n    viewer {\n      standing\n      isRepresentative\n      interests\n      member {\n        id\n        displayName\n        clp {\n          id\n          name\n        }\n      }\n      offices {\n        id\n        office\n        body {\n          id\n          kind\n          name\n        }\n      }\n    }\n    demo {\n      __typename\n    }\n  }\n": types.ShellDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  fragment HowOthersVoted on Proposal {\n    id\n    tallyHidden\n    tally {\n      agree\n      disagree\n      pass\n      votes\n    }\n  }\n": types.HowOthersVotedFragmentDoc,
    "\n  fragment DeckStatement on Proposal {\n    id\n    statement\n    createdAt\n    author {\n      name\n      clpName\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    evidence {\n      id\n      claim\n      body {\n        id\n        name\n      }\n    }\n    commentCount\n    myVote {\n      choice\n      version\n    }\n  }\n": types.DeckStatementFragmentDoc,
    "\n  fragment ChangedStatement on Proposal {\n    ...DeckStatement\n    versions {\n      version\n      statement\n      reason\n    }\n  }\n": types.ChangedStatementFragmentDoc,
    "\n  mutation CastVote($proposalId: ID!, $choice: Choice!) {\n    castVote(proposalId: $proposalId, choice: $choice) {\n      __typename\n      ... on Vote {\n        choice\n        version\n        isOnEarlierVersion\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.CastVoteDocument,
    "\n  mutation UndoVote($proposalId: ID!) {\n    undoVote(proposalId: $proposalId) {\n      __typename\n      ... on Vote {\n        choice\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n": types.UndoVoteDocument,
    "\n  query Vote($id: ID!) {\n    consultation(id: $id) {\n      id\n      title\n      votesUntil\n      proposalCount\n      viewerMay\n      commissions {\n        id\n        kind\n        name\n      }\n      rules {\n        countsHiddenUntilVoted\n        votesMayChange\n      }\n      deck(first: 20) {\n        votedOn\n        remaining\n        refusal {\n          reason\n          message\n        }\n        proposals {\n          id\n          ...DeckStatement\n        }\n        changed {\n          id\n          ...ChangedStatement\n        }\n      }\n    }\n  }\n": types.VoteDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shell {\n    viewer {\n      standing\n      isRepresentative\n      interests\n      member {\n        id\n        displayName\n        clp {\n          id\n          name\n        }\n      }\n      offices {\n        id\n        office\n        body {\n          id\n          kind\n          name\n        }\n      }\n    }\n    demo {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  query Shell {\n    viewer {\n      standing\n      isRepresentative\n      interests\n      member {\n        id\n        displayName\n        clp {\n          id\n          name\n        }\n      }\n      offices {\n        id\n        office\n        body {\n          id\n          kind\n          name\n        }\n      }\n    }\n    demo {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HowOthersVoted on Proposal {\n    id\n    tallyHidden\n    tally {\n      agree\n      disagree\n      pass\n      votes\n    }\n  }\n"): (typeof documents)["\n  fragment HowOthersVoted on Proposal {\n    id\n    tallyHidden\n    tally {\n      agree\n      disagree\n      pass\n      votes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeckStatement on Proposal {\n    id\n    statement\n    createdAt\n    author {\n      name\n      clpName\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    evidence {\n      id\n      claim\n      body {\n        id\n        name\n      }\n    }\n    commentCount\n    myVote {\n      choice\n      version\n    }\n  }\n"): (typeof documents)["\n  fragment DeckStatement on Proposal {\n    id\n    statement\n    createdAt\n    author {\n      name\n      clpName\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    evidence {\n      id\n      claim\n      body {\n        id\n        name\n      }\n    }\n    commentCount\n    myVote {\n      choice\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangedStatement on Proposal {\n    ...DeckStatement\n    versions {\n      version\n      statement\n      reason\n    }\n  }\n"): (typeof documents)["\n  fragment ChangedStatement on Proposal {\n    ...DeckStatement\n    versions {\n      version\n      statement\n      reason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CastVote($proposalId: ID!, $choice: Choice!) {\n    castVote(proposalId: $proposalId, choice: $choice) {\n      __typename\n      ... on Vote {\n        choice\n        version\n        isOnEarlierVersion\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CastVote($proposalId: ID!, $choice: Choice!) {\n    castVote(proposalId: $proposalId, choice: $choice) {\n      __typename\n      ... on Vote {\n        choice\n        version\n        isOnEarlierVersion\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoVote($proposalId: ID!) {\n    undoVote(proposalId: $proposalId) {\n      __typename\n      ... on Vote {\n        choice\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoVote($proposalId: ID!) {\n    undoVote(proposalId: $proposalId) {\n      __typename\n      ... on Vote {\n        choice\n        proposal {\n          ...HowOthersVoted\n          myVote {\n            choice\n            version\n            isOnEarlierVersion\n          }\n        }\n      }\n      ... on Refusal {\n        reason\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Vote($id: ID!) {\n    consultation(id: $id) {\n      id\n      title\n      votesUntil\n      proposalCount\n      viewerMay\n      commissions {\n        id\n        kind\n        name\n      }\n      rules {\n        countsHiddenUntilVoted\n        votesMayChange\n      }\n      deck(first: 20) {\n        votedOn\n        remaining\n        refusal {\n          reason\n          message\n        }\n        proposals {\n          id\n          ...DeckStatement\n        }\n        changed {\n          id\n          ...ChangedStatement\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Vote($id: ID!) {\n    consultation(id: $id) {\n      id\n      title\n      votesUntil\n      proposalCount\n      viewerMay\n      commissions {\n        id\n        kind\n        name\n      }\n      rules {\n        countsHiddenUntilVoted\n        votesMayChange\n      }\n      deck(first: 20) {\n        votedOn\n        remaining\n        refusal {\n          reason\n          message\n        }\n        proposals {\n          id\n          ...DeckStatement\n        }\n        changed {\n          id\n          ...ChangedStatement\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;