export { BEFOREHAND, type Foretold } from './access/beforehand.js';
export type { Access, Who, Whose } from './access/row.js';
export { ACCESS, type Asked, CLOSED_TYPES, COUNT_TYPES, SENSITIVE_NAME } from './access.js';
export { type Account, account, accountTogether, type Received } from './account.js';
export {
  type DecisionAsk,
  type EvidenceText,
  type OfficerAct,
  refuseConsideration,
  refuseContest,
  refuseConvening,
  refuseDecision,
  refuseEvidence,
  refuseNextStopDone,
  refuseOfficer,
  refuseReview,
  refuseRound,
  refuseSpeaking,
  refuseVerdict,
} from './acting.js';
export {
  type Appointment,
  OFFICES_IN,
  refuseAdministering,
  refuseAppointment,
  refuseEnding,
} from './appointing.js';
export {
  type Asker,
  type Circumstances,
  CONFIRMED_MINUTES,
  isAsked,
  mayAsk,
  refuseAsk,
  refuseUnconfirmed,
} from './asking.js';
export {
  ballotsAreDue,
  ballotsToTell,
  FEWEST_SECRET_BALLOTS,
  fewestBallots,
  roundTellsBallots,
} from './ballots-due.js';
export { CHOICES, type Choice, VERDICTS, type Verdict } from './choice.js';
export {
  CONTACT_CHANGE_STATUSES,
  CONTACT_HOLD_HOURS,
  CONTACT_WAYS,
  type ContactChangeStatus,
  type ContactWay,
  emailKey,
  holdAfter,
  holdsUntil,
  isEmail,
  LAPSING_SHARE,
  lapsesTooMany,
  maskedEmail,
  OBJECTION_HOURS,
  ROLL_CHANGES,
  ROLL_SHARE,
  refuseEmail,
  refuseHeld,
  refuseObjection,
  refuseSecond,
  rollNeedsSecond,
  STAFF_CHANGES,
  STAFF_HOURS,
  staffNeedsSecond,
} from './contact.js';
export { addDays, type Day, daysBetween, isDay, sayDay, sayMoment, sayTime, ukDay } from './day.js';
export {
  answered,
  doneLateBy,
  OUTCOME_LABELS,
  OUTCOMES,
  type Outcome,
  overdueBy,
  statusAfter,
  type VerdictTotals,
  verdictTotals,
} from './decision.js';
export {
  DECK_ORDERS,
  type DeckCard,
  type DeckInput,
  type DeckOrder,
  familiarity,
  nextStatements,
  polisPriority,
  STOP_POINT,
} from './deck.js';
export { DIFFERING, type Differing, differsBy } from './differing.js';
export {
  type DraftAct,
  type DraftParagraph,
  type DraftStatus,
  type PublishCheck,
  publishCheck,
  type RankedItem,
  refuseAdoption,
  refuseDraftEdit,
  refuseDrafter,
  refuseDraftText,
  refuseNextVersion,
  refusePublish,
} from './draft.js';
export {
  countsHidden,
  firstRefusal,
  type MemberAct,
  type OwnAct,
  refuseComment,
  refuseDueDay,
  refuseEdit,
  refuseGoodPoint,
  refuseLapsed,
  refuseLivePriorities,
  refuseLiveRanking,
  refuseProposal,
  refuseReason,
  refuseVote,
  refuseVoterHere,
  refuseWithdrawal,
  type ViewOfCounts,
  type VoteAsk,
  type Voter,
} from './eligibility.js';
export { agreesToReach, explain, MOST_VOTES, numbersOf, type WhyStep } from './explanation.js';
export { sentences, type WhySentence } from './explanation-words.js';
export {
  needsPasskey,
  type PasskeyChangeAsk,
  refuseAddingPasskey,
  refuseRemovingPasskey,
  SIGN_IN_WAYS,
  type SignInWay,
} from './getting-in.js';
export {
  type ForWhat,
  type ForWhom,
  type ForYou,
  INTERESTS,
  type Interest,
  type InterestKey,
  whyForYou,
} from './interest.js';
export {
  type Breadth,
  breadthScore,
  type Cells,
  type Geography,
  measureBreadth,
} from './lens/breadth.js';
export { type Consensus, commonGround } from './lens/common-ground.js';
export { type LensFacts, refuseLens } from './lens/lens-refusal.js';
export {
  LENS_IDS,
  LENSES,
  type Lens,
  type LensId,
  lensOf,
} from './lens/lenses.js';
export { describeStandIn, orderingLens, sayStandIn } from './lens/ordering-lens.js';
export {
  type Ballots,
  PRIORITIES_TIE_BREAKER,
  type Priorities,
  priorities,
} from './lens/priorities.js';
export { wilsonLower, wilsonUpper, Z_95 } from './lens/support.js';
export { membershipNumber } from './membership-number.js';
export {
  ACT_NEEDS,
  APPEAL_ANSWER_DAYS,
  APPEAL_DAYS,
  appealDueOn,
  appealUntil,
  BREACHES,
  type Breach,
  isReversible,
  isSealed,
  MODERATION_ACTS,
  MODERATOR_MAY,
  type ModeratedKind,
  type ModerationAct,
  type ModerationReason,
  type ModeratorMay,
  moderates,
  moderatesEverywhere,
  READINGS,
  RELIEFS,
  REPORTS_A_DAY,
  REVERSED_BY,
  type Reading,
  type Relief,
  type ReversibleAct,
  SEALED_DAYS,
  SUSPENSION_DAYS,
  SUSPENSION_MAX_DAYS,
} from './moderation.js';
export {
  type ModeratedThing,
  type ModerationAsk,
  type ModeratorAct,
  mayModerate,
  type Party,
  refuseAppeal,
  refuseAppealAnswer,
  refuseMerge,
  refuseModeration,
  refuseModerator,
  refuseMove,
  refuseReport,
  refuseReversal,
  refuseSuspended,
  refuseSuspension,
  refuseUnlawfulReport,
} from './moderation-refusal.js';
export {
  ACT_TITLES,
  HIDDEN_NAME,
  HIDDEN_WORDS,
  REASON_LABELS,
  REASON_SAYS,
  sayToAuthor,
  sayToReporter,
  type ToldAct,
} from './moderation-words.js';
export { isNewcomer, NEWCOMER, refuseNewcomer, sayNewcomer, type Writer } from './newcomer.js';
export {
  BODY_KINDS,
  type BodyKind,
  type BodyRef,
  DUTIES,
  type Duty,
  EVIDENCE_KINDS,
  holdsOffice,
  isForumMember,
  isInOffice,
  mayActFor,
  mayReview,
  OFFICE_LABELS,
  OFFICE_NAMES,
  type OfficeHeld,
  type OfficeName,
  officesFor,
} from './office.js';
export { countByGroup, type GroupCounts } from './opinion/group-counts.js';
export {
  type DividingStatement,
  dividingMost,
  groupPortraits,
  type MarkedStatement,
  MOST_SHOWN,
  sharedByAll,
} from './opinion/group-portrait.js';
export {
  type GroupShape,
  groupCentres,
  groupShapes,
  type PlainShape,
  roundedPlace,
  toldShapes,
} from './opinion/group-shape.js';
export { MOST_GROUPS } from './opinion/grouping.js';
export {
  type OpinionGroups,
  type OpinionInput,
  type OpinionOptions,
  opinionGroups,
} from './opinion/groups.js';
export { groupsAreDue } from './opinion/groups-due.js';
export { letterOf } from './opinion/letters.js';
export { type OwnPlace, type OwnVotes, placeAmong, pulls } from './opinion/own-place.js';
export {
  type Representativeness,
  representativeness,
  Z_90,
} from './opinion/representativeness.js';
export { FEWEST_VOTES, type OpinionVotes } from './opinion/votes.js';
export { type Paper, refusePaper } from './paper.js';
export {
  type ComparableParagraph,
  compareParagraphs,
  type ParagraphChange,
} from './paragraph-change.js';
export { compareNumbers, numberParagraphs } from './paragraph-number.js';
export {
  ERASE_TYPED,
  ERASED,
  ERASED_NAME,
  ERASED_WORDS,
  type Fate,
  NOT_ERASED,
  refuseDisplayName,
  refuseErasure,
} from './personal-data.js';
export { ACTS, type Act, nextPhases, PHASES, type Phase, phaseAllows } from './phase.js';
export { type PhaseChangeFacts, refuseInPhase, refusePhaseChange } from './phase-change.js';
export {
  type PriorityAsk,
  type PriorityBallotAsk,
  refusePrioritising,
  refusePriorityBallot,
} from './priority-ballot.js';
export {
  type BreakdownCell,
  FLOOR,
  isSafe,
  type PublishedCell,
  suppressTable,
} from './privacy.js';
export { publishedGroups, publishedRegions, publishedSizes } from './published-cells.js';
export { publishedClps } from './published-clps.js';
export { type RangeOptions, type RankRange, RECOUNTS, rankRange } from './range.js';
export { MOST_DRAWN } from './range-priorities.js';
export { RANGE_NOTES, type RangeOfRank, rangeAt, rangeIsTold, sayRange } from './range-words.js';
export {
  BELOW_THE_LINE,
  type Ranking,
  rank,
  TIE_BREAKER,
  tieBreakerOf,
} from './ranking.js';
export type { Counts, RankingInput } from './ranking-input.js';
export {
  isRecordAct,
  RECORD_ACTS,
  RECORD_SUBJECTS,
  type RecordSubject,
  sayRecordAct,
} from './record-acts.js';
export {
  isRefusal,
  REFUSAL_REASONS,
  type Refusal,
  type RefusalDetails,
  type RefusalReason,
  refusal,
  THINGS,
  type Thing,
} from './refusal.js';
export {
  ballotsArePublished,
  parseRules,
  type Rules,
  rulesFrom,
  TEMPLATE_NAMES,
  TEMPLATES,
  type Template,
  type TemplateName,
} from './rules.js';
export {
  describeBallots,
  describeQuorum,
  describeRules,
  describeTemplate,
} from './rules-words.js';
export {
  isToBeDestroyed,
  refuseDestroyed,
  refuseReadingSealed,
  type Seal,
  sealedUntil,
} from './seal.js';
export { placeOf, seeded } from './seed.js';
export { STANDING_PLURALS, STANDINGS, type Standing } from './standing.js';
export { CONTRIBUTION_STATUSES, type ContributionStatus, isRanked } from './status.js';
export { type StoryInput, tellStory } from './story.js';
export type { StoryAct, StoryLink, StoryPromise, StoryStepKind } from './story-act.js';
export { inBrief, type StoryInBrief } from './story-brief.js';
export { type StoryState, type StoryStep, sayOverdue } from './story-step.js';
export {
  INSTEAD,
  isTakenAway,
  sayTakenAway,
  TAKEN_AWAY,
  type TakenAway,
} from './taken-away.js';
export { clpsNeeded, meetsQuorum, type Tally, votesNeeded, votesOf } from './tally.js';
export {
  ARGUMENT_MAX,
  beginningOf,
  CLAIM_MAX,
  COMMENT_MAX,
  cleanLine,
  cleanText,
  isBlank,
  isWebAddress,
  lengthOf,
  PARAGRAPH_SOURCES_MAX,
  PARAGRAPHS_MAX,
  QUESTIONS_MAX,
  REASON_MAX,
  refuseText,
  SOURCES_MAX,
  STATEMENT_MAX,
  TEXT,
  type TextField,
} from './text.js';
export {
  type AreaTable,
  cellsShown,
  type ToldAreas,
  type ToldCells,
  toldAreas,
} from './told-areas.js';
export {
  groupsShown,
  sizesShown,
  type ToldGroups,
  toldGroups,
  toldSizes,
} from './told-groups.js';
export {
  CONSULTATION_ACTS,
  type ConsultationAct,
  type Looker,
  mayInConsultation,
  mayWithProposal,
  type Place,
  type ProposalAct,
} from './viewer-may.js';
export {
  BATCH_MINUTES,
  batchIsDue,
  batchSlot,
  FEWEST_IN_BATCH,
  KEY_DAYS,
  keyHasServed,
} from './vote-batch.js';
export { count, list, ordinal, sayCount, sayPoints, sayShare } from './words.js';
