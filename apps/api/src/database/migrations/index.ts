import { Tables1763700000001 } from './0001-tables.js';
import { GuardsAndSearch1763700000002 } from './0002-guards-and-search.js';
import { Opinion1763700000003 } from './0003-opinion.js';
import { PriorityBallots1763700000004 } from './0004-priority-ballots.js';
import { Rounds1763700000005 } from './0005-rounds.js';
import { Record1763700000006 } from './0006-record.js';
import { Roll1763700000007 } from './0007-roll.js';
import { SignIn1763700000008 } from './0008-sign-in.js';
import { Limits1763700000009 } from './0009-limits.js';
import { Moderation1763700000010 } from './0010-moderation.js';
import { VoteCommitments1763700000012 } from './0012-vote-commitments.js';
import { TrustedDocuments1763700000019 } from './0019-trusted-documents.js';
import { RoundWords1763700000020 } from './0020-round-words.js';
import { VotesForgotten1763700000021 } from './0021-votes-forgotten.js';
import { PersonalData1763700000023 } from './0023-personal-data.js';
import { HiddenProposals1763700000024 } from './0024-hidden-proposals.js';
import { Seals1763700000025 } from './0025-seals.js';
import { CommentStatus1763700000026 } from './0026-comment-status.js';
import { ToldBreakdowns1763700000027 } from './0027-told-breakdowns.js';
import { StoredWords1763700000032 } from './0032-stored-words.js';
import { VotesByVoter1763700000038 } from './0038-votes-by-voter.js';
import { BatchSubtrees1763700000039 } from './0039-batch-subtrees.js';

/** Every migration, oldest first. */
export const migrations = [
  Tables1763700000001,
  GuardsAndSearch1763700000002,
  Opinion1763700000003,
  PriorityBallots1763700000004,
  Rounds1763700000005,
  Record1763700000006,
  Roll1763700000007,
  SignIn1763700000008,
  Limits1763700000009,
  Moderation1763700000010,
  VoteCommitments1763700000012,
  TrustedDocuments1763700000019,
  RoundWords1763700000020,
  VotesForgotten1763700000021,
  PersonalData1763700000023,
  HiddenProposals1763700000024,
  Seals1763700000025,
  CommentStatus1763700000026,
  ToldBreakdowns1763700000027,
  StoredWords1763700000032,
  VotesByVoter1763700000038,
  BatchSubtrees1763700000039,
];
