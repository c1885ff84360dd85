/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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


export const ShellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"}},{"kind":"Field","name":{"kind":"Name","value":"isRepresentative"}},{"kind":"Field","name":{"kind":"Name","value":"interests"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"clp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"demo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ShellQuery, ShellQueryVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;