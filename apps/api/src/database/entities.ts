import { Challenge } from '../accounts/challenge.entity.js';
import { DemoPerson } from '../accounts/demo-person.entity.js';
import { Passkey } from '../accounts/passkey.entity.js';
import { Session } from '../accounts/session.entity.js';
import { SignInAttempt } from '../accounts/sign-in-attempt.entity.js';
import { SignInLink } from '../accounts/sign-in-link.entity.js';
import { Body } from '../bodies/body.entity.js';
import { BodySuccessor } from '../bodies/body-successor.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';
import { ConsultationCommission } from '../consultations/consultation-commission.entity.js';
import { Comment } from '../contributions/comment.entity.js';
import { CommentVersion } from '../contributions/comment-version.entity.js';
import { Evidence } from '../contributions/evidence.entity.js';
import { EvidenceContest } from '../contributions/evidence-contest.entity.js';
import { GoodPoint } from '../contributions/good-point.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';
import { ProposalCommission } from '../contributions/proposal-commission.entity.js';
import { ProposalVersion } from '../contributions/proposal-version.entity.js';
import { AnswerVerdict } from '../decisions/answer-verdict.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import { PolicyReport } from '../doors/policy-report.entity.js';
import { RateLimit } from '../doors/rate-limit.entity.js';
import { TrustedDocument } from '../doors/trusted-document.entity.js';
import { Adoption, Draft, DraftVersion } from '../drafts/draft.entity.js';
import { Paragraph, ParagraphSource } from '../drafts/paragraph.entity.js';
import { JobRun } from '../jobs/job-run.entity.js';
import { Appeal } from '../moderation/appeal.entity.js';
import { ModerationAct } from '../moderation/moderation-act.entity.js';
import { Report as ModerationReport } from '../moderation/report.entity.js';
import { Seal, SealHold } from '../moderation/seal.entity.js';
import { Office } from '../offices/office.entity.js';
import { OpinionProgress } from '../opinion/opinion-progress.entity.js';
import { OpinionResult } from '../opinion/opinion-result.entity.js';
import { ToldBreakdown } from '../opinion/told-breakdown.entity.js';
import { PriorityResult } from '../ranking/priority-result.entity.js';
import { RankRangeRow } from '../ranking/rank-range.entity.js';
import { Round, RoundCount } from '../ranking/round.entity.js';
import { RoundBundle, RoundMatrix } from '../ranking/round-bundle.entity.js';
import { RoundRank } from '../ranking/round-rank.entity.js';
import { RoundWords } from '../ranking/round-words.entity.js';
import { RecordCheckpoint } from '../record/record-checkpoint.entity.js';
import { RecordEntry } from '../record/record-entry.entity.js';
import { RecordSalt } from '../record/record-salt.entity.js';
import { RecordSubtree } from '../record/record-subtree.entity.js';
import { Contact } from '../roll/contact.entity.js';
import { ContactChange } from '../roll/contact-change.entity.js';
import { Member } from '../roll/member.entity.js';
import {
  BallotBatch,
  BatchedCommitment,
  PendingCommitment,
  SupersededCommitment,
} from '../voting/commitment.entity.js';
import { PriorityChoice } from '../voting/priority-ballot.entity.js';
import { Tally, TallyByClp, Turnout } from '../voting/tally.entity.js';
import { Vote } from '../voting/vote.entity.js';
import { Voter } from '../voting/voter.entity.js';

/** Every table, in the order that data is born. */
export const entities = [
  Body,
  BodySuccessor,
  Member,
  Contact,
  ContactChange,
  Office,
  Session,
  SignInAttempt,
  SignInLink,
  Challenge,
  Passkey,
  DemoPerson,
  Consultation,
  ConsultationCommission,
  Proposal,
  ProposalVersion,
  ProposalCommission,
  Comment,
  CommentVersion,
  GoodPoint,
  Evidence,
  EvidenceContest,
  Voter,
  Vote,
  PendingCommitment,
  SupersededCommitment,
  BallotBatch,
  BatchedCommitment,
  PriorityChoice,
  Tally,
  TallyByClp,
  Turnout,
  OpinionResult,
  OpinionProgress,
  RankRangeRow,
  PriorityResult,
  ToldBreakdown,
  Round,
  RoundCount,
  RoundRank,
  RoundBundle,
  RoundMatrix,
  RoundWords,
  Decision,
  AnswerVerdict,
  Draft,
  DraftVersion,
  Adoption,
  Paragraph,
  ParagraphSource,
  ModerationAct,
  ModerationReport,
  Appeal,
  Seal,
  SealHold,
  RecordEntry,
  RecordSalt,
  RecordSubtree,
  RecordCheckpoint,
  JobRun,
  PolicyReport,
  RateLimit,
  TrustedDocument,
];
