/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Something that a person may do in a consultation; the same word in the rules, the API and on the button. */
export type Act =
  /** Set the next phase. */
  | 'change_phase'
  /** Comment. */
  | 'comment'
  /** Answer proposals for a body. */
  | 'decide'
  /** Draft from it. */
  | 'draft'
  /** Write and change the paper. */
  | 'edit_paper'
  /** Give evidence for a body. */
  | 'give_evidence'
  /** Propose. */
  | 'propose'
  /** Publish a round. */
  | 'publish_round'
  /** Vote. */
  | 'vote';

/** What kind of organisation a body is. */
export type BodyKind =
  /** A constituency Labour Party. */
  | 'clp'
  /** Annual Conference. */
  | 'conference'
  /** The Joint Policy Committee. */
  | 'joint_policy_committee'
  /** The National Policy Forum. */
  | 'national_policy_forum'
  /** The National Executive Committee. */
  | 'nec'
  /** A policy commission of the National Policy Forum. */
  | 'policy_commission'
  /** A region or nation of the party. */
  | 'region'
  /** An affiliated socialist society. */
  | 'socialist_society'
  /** An affiliated trade union. */
  | 'union';

/** What one can say to a proposal. */
export type Choice =
  /** Agree. */
  | 'agree'
  /** Disagree. */
  | 'disagree'
  /** Pass. */
  | 'pass';

/** What an officer may be called. */
export type OfficeName =
  /** Leads a body. */
  | 'chair'
  /** Leads a policy commission and runs its consultations. */
  | 'convenor'
  /** Records a table at an assembly. */
  | 'facilitator'
  /** Keeps discussion decent. */
  | 'moderator'
  /** Speaks for policy in a society, union or CLP. */
  | 'policy_officer'
  /** Sits on the National Policy Forum for a region, section or affiliate. */
  | 'representative'
  /** Checks counts and records. */
  | 'scrutineer'
  /** Keeps the business of a body. */
  | 'secretary';

/** Why something was refused. */
export type RefusalReason =
  /** It was adopted before. */
  | 'already_adopted'
  /** It was considered before. */
  | 'already_considered'
  /** Their body has contested it already. */
  | 'already_contested'
  /** It was done before. */
  | 'already_done'
  /** The id is taken. */
  | 'already_exists'
  /** It was taken back before. */
  | 'already_withdrawn'
  /** A later answer replaced this one. */
  | 'answer_replaced'
  /** Answers are still missing. */
  | 'answers_missing'
  /** Somebody changed it meanwhile. */
  | 'changed_since'
  /** The comment no longer stands. */
  | 'comment_closed'
  /** A commission is missing. */
  | 'commission_required'
  /** Counts are hidden until one has voted. */
  | 'counts_hidden'
  /** The dates are in the wrong order. */
  | 'dates_out_of_order'
  /** They did not agree with the proposal. */
  | 'did_not_back'
  /** The date has passed. */
  | 'due_date_past'
  /** The date is missing. */
  | 'due_date_required'
  /** A text is missing. */
  | 'empty'
  /** The evidence no longer stands. */
  | 'evidence_closed'
  /** They joined after the eligibility date. */
  | 'joined_too_late'
  /** The lens cannot be used yet. */
  | 'lens_not_available'
  /** A merge needs another proposal to go into. */
  | 'merge_target_required'
  /** The next stop is missing. */
  | 'next_stop_required'
  /** It is for representatives and the officers who answer. */
  | 'not_a_representative'
  /** It takes an office of that body. */
  | 'not_an_officer'
  /** A published version never changes. */
  | 'not_editable'
  /** What was asked for is not there. */
  | 'not_found'
  /** It is not published. */
  | 'not_published'
  /** Nobody is signed in. */
  | 'not_signed_in'
  /** Something is not written in a way that can be read. */
  | 'not_valid'
  /** Somebody else sent it. */
  | 'not_yours'
  /** Nothing was changed. */
  | 'nothing_changed'
  /** There is nothing to publish. */
  | 'nothing_to_publish'
  /** A citation points to exactly one thing. */
  | 'one_source_each'
  /** They wrote the comment. */
  | 'own_comment'
  /** Their own body gave the evidence. */
  | 'own_evidence'
  /** They wrote the proposal. */
  | 'own_proposal'
  /** The proposal no longer stands. */
  | 'proposal_closed'
  /** A reason is missing. */
  | 'reason_required'
  /** A referral needs another body to go to. */
  | 'refer_target_required'
  /** The rules were fixed at the opening. */
  | 'rules_frozen'
  /** Evidence needs a source. */
  | 'source_required'
  /** A text is too long. */
  | 'too_long'
  /** There are too many of something. */
  | 'too_many'
  /** Paragraphs have neither a source nor a reason. */
  | 'unsourced_paragraphs'
  /** A vote cannot be changed here. */
  | 'vote_is_final'
  /** Voting has closed. */
  | 'votes_closed'
  /** The next version is being written already. */
  | 'working_version_exists'
  /** That kind of body cannot do it. */
  | 'wrong_kind_of_body'
  /** That phase does not follow. */
  | 'wrong_next_phase'
  /** The phase does not allow it. */
  | 'wrong_phase'
  /** The rules give the vote to others. */
  | 'wrong_standing';

/** How a person belongs to the party. */
export type Standing =
  /** A supporter through an affiliated union or society. */
  | 'affiliated_supporter'
  /** A full member. */
  | 'member'
  /** A registered supporter. */
  | 'registered_supporter';

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { viewer: { standing: Standing, isRepresentative: boolean, interests: Array<string>, member: { id: string, displayName: string, clp: { id: string, name: string } | null }, offices: Array<{ id: string, office: OfficeName, body: { id: string, kind: BodyKind, name: string } }> } | null, demo: { __typename: 'Demo' } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type HowOthersVotedFragment = { id: string, tallyHidden: boolean, tally: { agree: number, disagree: number, pass: number, votes: number } | null } & { ' $fragmentName'?: 'HowOthersVotedFragment' };

export type DeckStatementFragment = { id: string, statement: string, createdAt: string, commentCount: number, author: { name: string, clpName: string | null }, onBehalfOf: { id: string, name: string } | null, evidence: Array<{ id: string, claim: string, body: { id: string, name: string } }>, myVote: { choice: Choice | null, version: number | null } | null } & { ' $fragmentName'?: 'DeckStatementFragment' };

export type ChangedStatementFragment = (
  { versions: Array<{ version: number, statement: string, reason: string | null }> }
  & { ' $fragmentRefs'?: { 'DeckStatementFragment': DeckStatementFragment } }
) & { ' $fragmentName'?: 'ChangedStatementFragment' };

export type CastVoteMutationVariables = Exact<{
  proposalId: string;
  choice: Choice;
}>;


export type CastVoteMutation = { castVote:
    | { __typename: 'Refusal', reason: RefusalReason, message: string }
    | { __typename: 'Vote', choice: Choice | null, version: number | null, isOnEarlierVersion: boolean, proposal: (
        { myVote: { choice: Choice | null, version: number | null, isOnEarlierVersion: boolean } | null }
        & { ' $fragmentRefs'?: { 'HowOthersVotedFragment': HowOthersVotedFragment } }
      ) }
   };

export type UndoVoteMutationVariables = Exact<{
  proposalId: string;
}>;


export type UndoVoteMutation = { undoVote:
    | { __typename: 'Refusal', reason: RefusalReason, message: string }
    | { __typename: 'Vote', choice: Choice | null, proposal: (
        { myVote: { choice: Choice | null, version: number | null, isOnEarlierVersion: boolean } | null }
        & { ' $fragmentRefs'?: { 'HowOthersVotedFragment': HowOthersVotedFragment } }
      ) }
   };

export type VoteQueryVariables = Exact<{
  id: string;
}>;


export type VoteQuery = { consultation: { id: string, title: string, votesUntil: string, proposalCount: number, viewerMay: Array<Act>, commissions: Array<{ id: string, kind: BodyKind, name: string }>, rules: { countsHiddenUntilVoted: boolean, votesMayChange: boolean }, deck: { votedOn: number, remaining: number, refusal: { reason: RefusalReason, message: string } | null, proposals: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'DeckStatementFragment': DeckStatementFragment } }
      )>, changed: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'ChangedStatementFragment': ChangedStatementFragment } }
      )> } } | null };

export const HowOthersVotedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HowOthersVoted"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tallyHidden"}},{"kind":"Field","name":{"kind":"Name","value":"tally"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agree"}},{"kind":"Field","name":{"kind":"Name","value":"disagree"}},{"kind":"Field","name":{"kind":"Name","value":"pass"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]} as unknown as DocumentNode<HowOthersVotedFragment, unknown>;
export const DeckStatementFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeckStatement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"clpName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"claim"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"myVote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<DeckStatementFragment, unknown>;
export const ChangedStatementFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedStatement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeckStatement"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeckStatement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"clpName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"claim"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"myVote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ChangedStatementFragment, unknown>;
export const ShellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"}},{"kind":"Field","name":{"kind":"Name","value":"isRepresentative"}},{"kind":"Field","name":{"kind":"Name","value":"interests"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"clp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"demo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ShellQuery, ShellQueryVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const CastVoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CastVote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"proposalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"choice"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Choice"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"castVote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"proposalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"proposalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"choice"},"value":{"kind":"Variable","name":{"kind":"Name","value":"choice"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Vote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"isOnEarlierVersion"}},{"kind":"Field","name":{"kind":"Name","value":"proposal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HowOthersVoted"}},{"kind":"Field","name":{"kind":"Name","value":"myVote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"isOnEarlierVersion"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HowOthersVoted"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tallyHidden"}},{"kind":"Field","name":{"kind":"Name","value":"tally"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agree"}},{"kind":"Field","name":{"kind":"Name","value":"disagree"}},{"kind":"Field","name":{"kind":"Name","value":"pass"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]} as unknown as DocumentNode<CastVoteMutation, CastVoteMutationVariables>;
export const UndoVoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UndoVote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"proposalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"undoVote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"proposalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"proposalId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Vote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"proposal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HowOthersVoted"}},{"kind":"Field","name":{"kind":"Name","value":"myVote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"isOnEarlierVersion"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HowOthersVoted"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tallyHidden"}},{"kind":"Field","name":{"kind":"Name","value":"tally"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agree"}},{"kind":"Field","name":{"kind":"Name","value":"disagree"}},{"kind":"Field","name":{"kind":"Name","value":"pass"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]} as unknown as DocumentNode<UndoVoteMutation, UndoVoteMutationVariables>;
export const VoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Vote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"votesUntil"}},{"kind":"Field","name":{"kind":"Name","value":"proposalCount"}},{"kind":"Field","name":{"kind":"Name","value":"viewerMay"}},{"kind":"Field","name":{"kind":"Name","value":"commissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"countsHiddenUntilVoted"}},{"kind":"Field","name":{"kind":"Name","value":"votesMayChange"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"votedOn"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeckStatement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedStatement"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeckStatement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"clpName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"claim"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"myVote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedStatement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeckStatement"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<VoteQuery, VoteQueryVariables>;