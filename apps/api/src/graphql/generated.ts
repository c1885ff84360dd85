export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day in the United Kingdom, ISO 8601: 2026-11-21. */
  Date: { input: string; output: string; }
  /** A moment, ISO 8601 in UTC: 2026-11-21T09:20:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /** Text in Markdown without raw HTML. */
  Markdown: { input: string; output: string; }
};

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
  /** Choose what matters most. */
  | 'prioritise'
  /** Propose. */
  | 'propose'
  /** Publish a round. */
  | 'publish_round'
  /** Vote. */
  | 'vote';

/** The vote that adopted a draft. */
export type Adoption = {
  /** Abstentions. */
  abstained: Scalars['Int']['output'];
  /** Votes against. */
  against: Scalars['Int']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The body. */
  body: Body;
  /** Votes for. */
  for: Scalars['Int']['output'];
  /** The meeting. */
  meeting: Scalars['String']['output'];
};

/** How a body adopted a draft. */
export type AdoptionInput = {
  /** Abstentions. */
  abstained: Scalars['Int']['input'];
  /** Votes against. */
  against: Scalars['Int']['input'];
  /** The draft. */
  draftId: Scalars['ID']['input'];
  /** Votes for. */
  for: Scalars['Int']['input'];
  /** The meeting. */
  meeting: Scalars['String']['input'];
};

/** How the answers to a consultation stand. */
export type Answers = {
  /** Accepted. */
  accepted: Scalars['Int']['output'];
  /** Accepted in part. */
  acceptedInPart: Scalars['Int']['output'];
  /** How many of the top have an answer. */
  answered: Scalars['Int']['output'];
  /** Merged into another. */
  merged: Scalars['Int']['output'];
  /** Not taken forward. */
  notTakenForward: Scalars['Int']['output'];
  /** Out of how many. */
  of: Scalars['Int']['output'];
  /** Whole days by which the promised date has passed with answers missing; 0 when on time. */
  overdueDays: Scalars['Int']['output'];
  /** Referred to another body. */
  referred: Scalars['Int']['output'];
};

/** An appeal that waits for an answer. */
export type Appeal = {
  /** The words it is about; none where they are under seal. */
  about: Array<NamedWords>;
  /** What is appealed against. */
  act: ModerationAct;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** By when it is to be answered. */
  dueOn: Scalars['Date']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whole days overdue; 0 when not. */
  overdueDays: Scalars['Int']['output'];
  /** That the words are under seal. */
  seal?: Maybe<Seal>;
  /** Why the viewer may not answer it; none where they may. */
  whyNot?: Maybe<Scalars['String']['output']>;
  /** Why the author finds it wrong. */
  words: Scalars['String']['output'];
};

/** An answer to an appeal. */
export type AppealAnswerInput = {
  /** The answer to the author. */
  answer: Scalars['String']['input'];
  /** The appeal. */
  appealId: Scalars['ID']['input'];
  /** The id of the act that takes it back, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** Whether the act is taken back. */
  isUpheld: Scalars['Boolean']['input'];
};

/** A page of appeals, the oldest first. */
export type AppealConnection = {
  /** The items. */
  edges: Array<AppealEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An item of the list of appeals. */
export type AppealEdge = {
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The appeal. */
  node: Appeal;
};

/** How an appeal stands. */
export type AppealOutcome = {
  /** The answer; for the author and for moderators. */
  answer?: Maybe<Scalars['String']['output']>;
  /** When it was answered. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** By when it is to be answered. */
  dueOn: Scalars['Date']['output'];
  /** Whether the act was taken back; none while it waits. */
  isUpheld?: Maybe<Scalars['Boolean']['output']>;
};

/** The act that is appealed against, or a refusal. */
export type AppealResult = ModerationAct | Refusal;

/** An appointment to an office. */
export type AppointmentInput = {
  /** For which body. */
  bodyId: Scalars['ID']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The id of the office, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** Whose. */
  membershipNumber: Scalars['String']['input'];
  /** Which office. */
  office: OfficeName;
  /** The last day; none for one without an end. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** Who wrote it, as shown: a member, or a name that came with an import. */
export type Author = {
  /** Their CLP, to show. */
  clpName?: Maybe<Scalars['String']['output']>;
  /** The member, when they are one here. */
  member?: Maybe<Member>;
  /** The name to show. */
  name: Scalars['String']['output'];
};

/** The strongest argument on each side. */
export type BestOfBothSides = {
  /** Most good points among those against it. */
  against?: Maybe<Comment>;
  /** Most good points among those for it. */
  for?: Maybe<Comment>;
};

/** An organisation that acts, through its officers. */
export type Body = Node & {
  /** One or two sentences about it. */
  description?: Maybe<Scalars['String']['output']>;
  /** What it works on, for societies and commissions. */
  field?: Maybe<Scalars['String']['output']>;
  /** The first day on which it stood under this name. */
  from?: Maybe<Scalars['Date']['output']>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** The interest that members choose to hear about its consultations. */
  interest?: Maybe<Scalars['String']['output']>;
  /** What kind of organisation it is. */
  kind: BodyKind;
  /** Its full name. */
  name: Scalars['String']['output'];
  /** The region of a CLP. */
  parent?: Maybe<Body>;
  /** The bodies that took over its work. */
  successors: Array<Body>;
  /** The last day on which it stood under this name. */
  until?: Maybe<Scalars['Date']['output']>;
};

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

/** Which rule of discussion was broken. */
export type Breach =
  /** It attacks a person. */
  | 'abuse'
  /** The same was sent before. */
  | 'duplicate'
  /** It demeans people for who they are. */
  | 'hatred'
  /** It speaks as somebody who did not send it. */
  | 'misleading_identity'
  /** It is about something else. */
  | 'off_topic'
  /** Another rule, named in words. */
  | 'other_rule'
  /** It gives away something private. */
  | 'personal_data'
  /** It advertises or repeats itself. */
  | 'spam'
  /** It may be against the law. */
  | 'unlawful';

/** Changed or waiting, or a refusal. */
export type ChangeContactOfMemberResult = ContactOfMemberChanged | Refusal;

/** A code was sent, or a refusal. */
export type ChangeContactResult = ContactAsked | Refusal;

/** The person with their new name, or a refusal. */
export type ChangeDisplayNameResult = Refusal | Viewer;

/** What one can say to a proposal. */
export type Choice =
  /** Agree. */
  | 'agree'
  /** Disagree. */
  | 'disagree'
  /** Pass. */
  | 'pass';

/** Something a drafter may cite. */
export type Citable = {
  /** The words to recognise it by. */
  excerpt: Scalars['String']['output'];
  /** What it is. */
  item: SourceItem;
  /** A short label. */
  label: Scalars['String']['output'];
};

/** A code was asked for. It says the same whether or not anybody has that address. */
export type CodeRequested = {
  /** The id of the attempt. */
  attemptId: Scalars['ID']['output'];
  /** Until when a code works, if one was sent. */
  expiresAt: Scalars['DateTime']['output'];
};

/** A reply in a thread. */
export type Comment = Node & {
  /** Who wrote it. */
  author: Author;
  /** The text; empty when withdrawn, a standing sentence when hidden. */
  body: Scalars['Markdown']['output'];
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** How many replies deep, from 0. */
  depth: Scalars['Int']['output'];
  /** Replies at any depth. */
  descendantCount: Scalars['Int']['output'];
  /** The texts before, newest first; only where it was edited. */
  earlier: Array<CommentVersion>;
  /** When it was last changed. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many found it a good point. */
  goodPoints: Scalars['Int']['output'];
  /** What stands in its place, where a moderator hid it. */
  hidden?: Maybe<Hidden>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether the viewer found it a good point. */
  isGoodPointByMe: Scalars['Boolean']['output'];
  /** Whether the viewer wrote it. */
  isMine: Scalars['Boolean']['output'];
  /** The comment it replies to. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** The proposal it is about. */
  proposal: Proposal;
  /** Direct replies, a page at a time. */
  replies: CommentConnection;
  /** Direct replies. */
  replyCount: Scalars['Int']['output'];
  /** Where it stands. */
  stance: Stance;
  /** What became of it so far. */
  status: ContributionStatus;
  /** What the viewer may do to it as a moderator. */
  viewerMayModerate: Array<ModeratorMay>;
  /** Whether the viewer may report it. */
  viewerMayReport: Scalars['Boolean']['output'];
};


/** A reply in a thread. */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ThreadSort>;
};

/** A page of a thread. */
export type CommentConnection = {
  /** The items. */
  edges: Array<CommentEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are at this place. */
  totalCount: Scalars['Int']['output'];
};

/** An item of a thread. */
export type CommentEdge = {
  /** Where it stands in the thread. */
  cursor: Scalars['String']['output'];
  /** The comment. */
  node: Comment;
};

/** A comment with everything above it, for a permalink. */
export type CommentInContext = {
  /** The comments above it, from the root down. */
  ancestors: Array<Comment>;
  /** The comment. */
  comment: Comment;
};

/** A new comment. */
export type CommentInput = {
  /** The text. */
  body: Scalars['Markdown']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** The comment replied to. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The proposal. */
  proposalId: Scalars['ID']['input'];
  /** Where it stands. */
  stance: Stance;
};

/** The comment as it now stands, or a refusal. */
export type CommentResult = Comment | Refusal;

/** The text of a comment before an edit. */
export type CommentVersion = {
  /** The text then. */
  body: Scalars['Markdown']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Where it stood then. */
  stance: Stance;
};

/** How sure the author is. */
export type Confidence =
  /** Strong and repeated findings. */
  | 'high'
  /** A first indication. */
  | 'low'
  /** Several sources that mostly agree. */
  | 'medium';

/** The contact as it now stands, or a refusal. */
export type ConfirmContactResult = MyContact | Refusal;

/** The viewer, who has now confirmed that it is them, or a refusal. */
export type ConfirmResult = Refusal | Viewer;

/** A paper with questions, put by a body under rules. */
export type Consultation = Node & {
  /** How the answers stand, for everybody. */
  answers: Answers;
  /** By when the top proposals are answered. */
  answersBy: Scalars['Date']['output'];
  /** How many comments. */
  commentCount: Scalars['Int']['output'];
  /** The commissions it informs. */
  commissions: Array<Body>;
  /** The body that put it. */
  convenedBy: Body;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What to vote on next; visitors have no other order than the usual one. */
  deck: Deck;
  /** Its drafts that the viewer may see. */
  drafts: Array<Draft>;
  /** Evidence given, newest first: about the whole paper and about its proposals. */
  evidence: Array<Evidence>;
  /** How many pieces of evidence. */
  evidenceCount: Scalars['Int']['output'];
  /** The bodies that gave evidence, at most five. */
  evidenceFrom: Array<Body>;
  /** Why it is shown to the viewer, in sentences; empty when it is not for them in particular. */
  forYou: Array<Scalars['String']['output']>;
  /** Its proposals that moderators hid, in the order of their numbers: their places. */
  hiddenProposals: Array<Proposal>;
  /** Who set which phase when, first to last. */
  history: Array<PhaseChange>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** How many proposals the viewer has voted on. */
  myVoteCount: Scalars['Int']['output'];
  /** When it opened. */
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its opinion groups. */
  opinion: Opinion;
  /** The paper with the briefing. */
  paper: Scalars['Markdown']['output'];
  /** Where it stands. */
  phase: Phase;
  /** What matters most to the viewer. */
  priorityBallot: PriorityBallot;
  /** How many proposals stand in it. */
  proposalCount: Scalars['Int']['output'];
  /** Its proposals. */
  proposals: ProposalConnection;
  /** What is asked, in one sentence. */
  question: Scalars['String']['output'];
  /** The questions it asks. */
  questions: Array<Scalars['String']['output']>;
  /** The ranked proposals to answer, for representatives and convenors. */
  queue?: Maybe<QueueConnection>;
  /** Its ranking: live, or of one round. */
  ranking: Ranking;
  /** Published rounds, newest first. */
  rounds: Array<Round>;
  /** Its rules. */
  rules: Rules;
  /** Where it was imported from. */
  source?: Maybe<Scalars['String']['output']>;
  /** Its title. */
  title: Scalars['String']['output'];
  /** What the viewer may do here now. */
  viewerMay: Array<Act>;
  /** How many people have voted. */
  voterCount: Scalars['Int']['output'];
  /** Until when votes are taken. */
  votesUntil: Scalars['DateTime']['output'];
};


/** A paper with questions, put by a body under rules. */
export type ConsultationDeckArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<DeckOrder>;
};


/** A paper with questions, put by a body under rules. */
export type ConsultationProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  commissionId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ProposalSort>;
  text?: InputMaybe<Scalars['String']['input']>;
};


/** A paper with questions, put by a body under rules. */
export type ConsultationQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QueueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  regionId?: InputMaybe<Scalars['ID']['input']>;
  sort?: InputMaybe<QueueSort>;
};


/** A paper with questions, put by a body under rules. */
export type ConsultationRankingArgs = {
  lens?: InputMaybe<Scalars['String']['input']>;
  round?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of consultations. */
export type ConsultationConnection = {
  /** The items. */
  edges: Array<ConsultationEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An item of a list of consultations. */
export type ConsultationEdge = {
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The consultation. */
  node: Consultation;
};

/** The paper and its frame, as the convenor writes it. */
export type ConsultationInput = {
  /** By when the top proposals are answered. */
  answersBy: Scalars['Date']['input'];
  /** The commissions it informs; the first one puts it. */
  commissionIds: Array<Scalars['ID']['input']>;
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** The paper. */
  paper: Scalars['Markdown']['input'];
  /** What is asked, in one sentence. */
  question: Scalars['String']['input'];
  /** The questions. */
  questions: Array<Scalars['String']['input']>;
  /** The rules it takes when it opens. */
  template: RuleTemplateName;
  /** Its title. */
  title: Scalars['String']['input'];
  /** Until when votes are taken. */
  votesUntil: Scalars['DateTime']['input'];
};

/** What of a consultation changes while people look at it; the same for everybody. */
export type ConsultationNews = {
  /** How many comments. */
  commentCount: Scalars['Int']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** The twenty proposals that were last commented on or changed, the latest first: for the rows of lists. */
  lately: Array<ProposalNews>;
  /** Where it stands. */
  phase: Phase;
  /** How many proposals stand in it. */
  proposalCount: Scalars['Int']['output'];
  /** How many rounds have been published. */
  roundCount: Scalars['Int']['output'];
  /** How many people have voted. */
  voterCount: Scalars['Int']['output'];
  /** Until when votes are taken. */
  votesUntil: Scalars['DateTime']['output'];
};

/** The consultation as it now stands, or a refusal. */
export type ConsultationResult = Consultation | Refusal;

/** A code went to the new address; nothing has changed yet. */
export type ContactAsked = {
  /** The id of the change. */
  id: Scalars['ID']['output'];
};

/** What became of a change of address. */
export type ContactChangeStatus =
  /** It was made. */
  | 'made'
  /** It was taken back, because its owner objected. */
  | 'objected'
  /** It waits for a second person. */
  | 'pending';

/** Changes of addresses in a month, for everybody. */
export type ContactCount = {
  /** By members themselves. */
  byMembers: Scalars['Int']['output'];
  /** By imports of the roll. */
  byRoll: Scalars['Int']['output'];
  /** By administrators. */
  byStaff: Scalars['Int']['output'];
  /** The first day of the month. */
  month: Scalars['Date']['output'];
  /** Of all of them: taken back because their owner objected. */
  objected: Scalars['Int']['output'];
};

/** An administrator's change of somebody's address. */
export type ContactOfMemberChanged = {
  /** The id of the change. */
  id: Scalars['ID']['output'];
  /** Whether it waits for a second administrator. */
  isWaiting: Scalars['Boolean']['output'];
};

/** The address before is where the member is reached again. */
export type ContactRestored = {
  /** Always true. */
  isDone: Scalars['Boolean']['output'];
};

/** By which way an address changes. */
export type ContactWay =
  /** By the member, in their settings. */
  | 'member'
  /** By an import of the roll. */
  | 'roll'
  /** By an administrator. */
  | 'staff';

/** Changes that waited have been decided. */
export type ContactsDecided = {
  /** How many. */
  count: Scalars['Int']['output'];
};

/** What kind of contribution a line counts. */
export type ContributionKind =
  /** Comments. */
  | 'comment'
  /** Evidence. */
  | 'evidence'
  /** Proposals. */
  | 'proposal';

/** What became of a contribution so far. */
export type ContributionStatus =
  /** A moderator hid it; its place is kept. */
  | 'hidden'
  /** It goes on inside another. */
  | 'merged'
  /** Answered with a no and a reason. */
  | 'not_taken_forward'
  /** Everybody can read it. */
  | 'published'
  /** Received, not yet published. */
  | 'waiting'
  /** Its author took it back; it is kept and marked. */
  | 'withdrawn';

/** One line of the public count. */
export type CountLine = {
  /** Hidden by a moderator; their places are kept. */
  hidden: Scalars['Int']['output'];
  /** What is counted; none for the line of all together. */
  kind?: Maybe<ContributionKind>;
  /** Merged into another. */
  merged: Scalars['Int']['output'];
  /** Not taken forward, with a reason. */
  notTakenForward: Scalars['Int']['output'];
  /** Readable by everybody. */
  published: Scalars['Int']['output'];
  /** Received, as the record has it. */
  received: Scalars['Int']['output'];
  /** Received less all of these: always 0. */
  unaccounted: Scalars['Int']['output'];
  /** Waiting to be published. */
  waiting: Scalars['Int']['output'];
  /** Taken back by its author. */
  withdrawn: Scalars['Int']['output'];
};

/** Decided, or a refusal. */
export type DecideContactChangesResult = ContactsDecided | Refusal;

/** A body's answer to a proposal, with its reason. */
export type Decision = Node & {
  /** The body that decided. */
  body: Body;
  /** The officer who signed. */
  by: Member;
  /** When. */
  decidedAt: Scalars['DateTime']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether a later answer by the same body replaced it. */
  isSuperseded: Scalars['Boolean']['output'];
  /** Whether the viewer backed it and may say whether this met the point. */
  mayAnswer: Scalars['Boolean']['output'];
  /** The proposal it was merged into. */
  mergedInto?: Maybe<Proposal>;
  /** What the viewer said, if they backed it. */
  myVerdict?: Maybe<Verdict>;
  /** Where it goes next. */
  nextStop: NextStop;
  /** What they were called. */
  office: OfficeName;
  /** The answer. */
  outcome: Outcome;
  /** The proposal. */
  proposal: Proposal;
  /** Why, in plain words. */
  reason: Scalars['Markdown']['output'];
  /** The body it was referred to. */
  referredTo?: Maybe<Body>;
  /** How those who backed it took it; none under ten answers. */
  verdicts?: Maybe<Verdicts>;
};

/** A new answer. */
export type DecisionInput = {
  /** The body that decides. */
  bodyId: Scalars['ID']['input'];
  /** By when. */
  dueOn: Scalars['Date']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** For a merge: the proposal it goes into. */
  mergedIntoId?: InputMaybe<Scalars['ID']['input']>;
  /** Where it goes next. */
  nextStop: Scalars['String']['input'];
  /** The answer. */
  outcome: Outcome;
  /** The proposal. */
  proposalId: Scalars['ID']['input'];
  /** Why, in plain words. */
  reason: Scalars['Markdown']['input'];
  /** For a referral: the body it goes to. */
  referredToId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer, or a refusal. */
export type DecisionResult = Decision | Refusal;

/** The statements to vote on next. */
export type Deck = {
  /** Proposals whose words changed since the viewer voted on them. */
  changed: Array<Proposal>;
  /** In the order to show them. */
  proposals: Array<Proposal>;
  /** Why the viewer cannot vote here, if so. */
  refusal?: Maybe<Refusal>;
  /** How many they could still vote on. */
  remaining: Scalars['Int']['output'];
  /** How many the viewer has voted on. */
  votedOn: Scalars['Int']['output'];
};

/** How to choose what a voter is shown next. */
export type DeckOrder =
  /** Least known first, in an order of the voter's own. The usual one. */
  | 'least_known'
  /** Drawn as Polis draws: rather what pulls people apart, is agreed with and is new. */
  | 'polis_priority';

/** Which demonstration, if this is one. */
export type Demo = {
  /** The people to sign in as, in the order to try them. */
  people: Array<DemoPerson>;
};

/** Somebody whom a visitor to the demonstration may sign in as. */
export type DemoPerson = {
  /** One line about them and what to try as them. */
  description: Scalars['String']['output'];
  /** The member. */
  member: Member;
};

/** A statement on which groups stand apart, with what the other side would say. */
export type DividingStatement = {
  /** The letter of the group that leans most against it. */
  against: Scalars['String']['output'];
  /** The comment against it that most found a good point. */
  bestAgainst?: Maybe<Comment>;
  /** The comment for it that most found a good point. */
  bestFor?: Maybe<Comment>;
  /** How far apart, from 0 to 1: 1 where all of one agree and all of the other disagree. */
  gap: Scalars['Float']['output'];
  /** The statement. */
  statement: OpinionStatement;
  /** The letter of the group that leans most towards it. */
  towards: Scalars['String']['output'];
};

/** A document of the National Policy Forum, in versions. */
export type Draft = Node & {
  /** Its adoption, if it was adopted. */
  adoption?: Maybe<Adoption>;
  /** The body whose draft it is. */
  body: Body;
  /** What changed since another version. */
  changes: Array<ParagraphChange>;
  /** The consultation it answers. */
  consultation: Consultation;
  /** The id. */
  id: Scalars['ID']['output'];
  /** Paragraphs that came from what the viewer sent or backed by comment. */
  mine: Array<Scalars['String']['output']>;
  /** How many were added by the drafters. */
  ownCount: Scalars['Int']['output'];
  /** The paragraphs of the version shown, in order. */
  paragraphs: Array<Paragraph>;
  /** What stands between the working version and publishing it; for drafters. */
  publishCheck?: Maybe<PublishCheck>;
  /** Counts saves of the working version; sent back with the next save. */
  revision: Scalars['Int']['output'];
  /** How many paragraphs came from what was sent. */
  sourcedCount: Scalars['Int']['output'];
  /** What it is, in a sentence or two. */
  summary: Scalars['String']['output'];
  /** Its title. */
  title: Scalars['String']['output'];
  /** The version shown. */
  version: DraftVersion;
  /** All versions that the viewer may see, newest first. */
  versions: Array<DraftVersion>;
  /** Whether the viewer may write in it. */
  viewerMayEdit: Scalars['Boolean']['output'];
};


/** A document of the National Policy Forum, in versions. */
export type DraftChangesArgs = {
  since: Scalars['Int']['input'];
};

/** A new draft. */
export type DraftInput = {
  /** The body whose draft it is. */
  bodyId: Scalars['ID']['input'];
  /** The consultation it answers. */
  consultationId: Scalars['ID']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** What it is. */
  summary: Scalars['String']['input'];
  /** Its title. */
  title: Scalars['String']['input'];
};

/** The draft as it now stands, or a refusal. */
export type DraftResult = Draft | Refusal;

/** How far a version of a draft has come. */
export type DraftStatus =
  /** Adopted by the body. */
  | 'adopted'
  /** Published and fixed. */
  | 'published'
  /** Being written; only drafters see it. */
  | 'working';

/** A version of a draft. */
export type DraftVersion = {
  /** What it is about, as the drafters put it. */
  note: Scalars['String']['output'];
  /** Its number, from 1. */
  number: Scalars['Int']['output'];
  /** When it was published. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who published it. */
  publishedBy?: Maybe<Member>;
  /** How far it has come. */
  status: DraftStatus;
};

/** New words for a proposal. */
export type EditProposalInput = {
  /** The new case. */
  argument: Scalars['Markdown']['input'];
  /** The proposal. */
  id: Scalars['ID']['input'];
  /** Why it changes. */
  reason: Scalars['String']['input'];
  /** The new statement. */
  statement: Scalars['String']['input'];
  /** The version that was on the author's screen; refused when it has changed since. */
  version: Scalars['Int']['input'];
};

/** The sessions that are left, or a refusal. */
export type EndSessionsResult = Refusal | Viewer;

/** Erased, or a refusal. */
export type EraseMeResult = Erased | Refusal;

/** What was held about somebody is erased. */
export type Erased = {
  /** Always true. */
  isDone: Scalars['Boolean']['output'];
};

/** What a body knows, with sources; shown beside votes and never added into them. */
export type Evidence = Node & {
  /** The named author. */
  authorName: Scalars['String']['output'];
  /** The body that gives it. */
  body: Body;
  /** What it says, in one sentence. */
  claim: Scalars['String']['output'];
  /** How sure the author is. */
  confidence: Confidence;
  /** What that rests on. */
  confidenceReason: Scalars['String']['output'];
  /** What the commission made of it; none while it is waiting to be considered. */
  considered?: Maybe<EvidenceConsidered>;
  /** The consultation it informs. */
  consultation: Consultation;
  /** Objections by other bodies. */
  contests: Array<EvidenceContest>;
  /** Whether it says that this costs money. */
  costFlag: Scalars['Boolean']['output'];
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** What the author or the body stands to gain. */
  declaredInterest: Scalars['String']['output'];
  /** The detail. */
  detail: Scalars['Markdown']['output'];
  /** What stands in its place, where a moderator hid it. */
  hidden?: Maybe<Hidden>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether it says that this needs a change in the law. */
  legalFlag: Scalars['Boolean']['output'];
  /** How the body agreed to give it. */
  mandate: Scalars['String']['output'];
  /** The officer who sent it. */
  officer: Member;
  /** The proposal it is about; none when it is about the whole paper. */
  proposal?: Maybe<Proposal>;
  /** What it rests on. */
  sources: Array<EvidenceSource>;
  /** What became of it so far. */
  status: ContributionStatus;
  /** What the viewer may do to it as a moderator. */
  viewerMayModerate: Array<ModeratorMay>;
  /** Whether the viewer may report it. */
  viewerMayReport: Scalars['Boolean']['output'];
};

/** A commission's word that it has weighed a piece of evidence. */
export type EvidenceConsidered = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The body that considered it. */
  body: Body;
  /** What it made of it, in a sentence. */
  sentence: Scalars['String']['output'];
};

/** A body's objection to a piece of evidence. */
export type EvidenceContest = Node & {
  /** The body that contests it. */
  body: Body;
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** What it says is wrong. */
  text: Scalars['Markdown']['output'];
};

/** New evidence. */
export type EvidenceInput = {
  /** The named author. */
  authorName: Scalars['String']['input'];
  /** The body that gives it. */
  bodyId: Scalars['ID']['input'];
  /** What it says, in one sentence. */
  claim: Scalars['String']['input'];
  /** How sure the author is. */
  confidence: Confidence;
  /** What that rests on. */
  confidenceReason: Scalars['String']['input'];
  /** The consultation. */
  consultationId: Scalars['ID']['input'];
  /** It says that this costs money. */
  costFlag: Scalars['Boolean']['input'];
  /** What the author or the body stands to gain; “none” is an answer. */
  declaredInterest: Scalars['String']['input'];
  /** The detail. */
  detail: Scalars['Markdown']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** It says that this needs a change in the law. */
  legalFlag: Scalars['Boolean']['input'];
  /** How the body agreed to give it. */
  mandate: Scalars['String']['input'];
  /** The proposal it is about. */
  proposalId?: InputMaybe<Scalars['ID']['input']>;
  /** What it rests on: one at least. */
  sources: Array<EvidenceSourceInput>;
};

/** The evidence, or a refusal. */
export type EvidenceResult = Evidence | Refusal;

/** What a piece of evidence rests on. */
export type EvidenceSource = {
  /** Its title. */
  title: Scalars['String']['output'];
  /** Where it can be read. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A source, as the officer gives it. */
export type EvidenceSourceInput = {
  /** Its title. */
  title: Scalars['String']['input'];
  /** Where it can be read. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody as an administrator finds them, by their exact membership number. */
export type FoundMember = {
  /** The day they joined. */
  joinedOn: Scalars['Date']['output'];
  /** The day from which their membership no longer runs; none while it does. */
  lapsedOn?: Maybe<Scalars['Date']['output']>;
  /** Them as everybody sees them. */
  member: Member;
  /** Their membership number. */
  membershipNumber: Scalars['String']['output'];
  /** The offices they hold or will hold, the first one first. */
  offices: Array<Office>;
  /** How they belong to the party. */
  standing: Standing;
};

/** A statement that marks a group, or that all share. */
export type GroupMark = {
  /** The share of them on that side, one vote added to each side. */
  share: Scalars['Float']['output'];
  /** Which side they are on: agree or disagree. */
  side: Choice;
  /** The statement. */
  statement: OpinionStatement;
};

/** Where a group lies on the map and how it spreads: the centre, and the covariance of its people's places. */
export type GroupShape = {
  /** The centre, from left to right. */
  x: Scalars['Float']['output'];
  /** Variance along x. */
  xx: Scalars['Float']['output'];
  /** Covariance of both. */
  xy: Scalars['Float']['output'];
  /** The centre, from bottom to top. */
  y: Scalars['Float']['output'];
  /** Variance along y. */
  yy: Scalars['Float']['output'];
};

/** Counts in one opinion group. */
export type GroupTally = {
  /** The group: A, B and so on. */
  letter: Scalars['String']['output'];
  /** The counts; none where fewer than 10 of the group voted on it, or where fewer could be worked out. */
  tally?: Maybe<Tally>;
};

/** That a moderator hid something: what stands in its place. */
export type Hidden = {
  /** What was done and why. */
  act: ModerationAct;
  /** That the words are under seal, as they may be unlawful. */
  seal?: Maybe<Seal>;
  /** The words themselves, for their author and for moderators; none for everybody else, and none under seal. */
  words?: Maybe<Array<NamedWords>>;
};

/** A piece of a text, marked when it matched. */
export type HighlightPart = {
  /** Whether it matched. */
  isMatch: Scalars['Boolean']['output'];
  /** The text. */
  text: Scalars['String']['output'];
};

/** An interest that a member may choose, and the commission it leads to. */
export type Interest = {
  /** The interest's key. */
  key: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
};

/** A published way of ordering proposals. */
export type Lens = {
  /** Whether the order can be shown to the viewer here now. */
  available: Scalars['Boolean']['output'];
  /** Its name and version: support@1. */
  id: Scalars['String']['output'];
  /** What it measures, in a sentence. */
  measure: Scalars['String']['output'];
  /** The question it answers. */
  question: Scalars['String']['output'];
  /** Why not, in a sentence. */
  unavailable?: Maybe<Scalars['String']['output']>;
};

/** A person on the roll, as everybody may see them. */
export type Member = Node & {
  /** Their constituency Labour Party. */
  clp?: Maybe<Body>;
  /** The name they chose to sign with. */
  displayName: Scalars['String']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** The offices they hold today. */
  offices: Array<Office>;
};

/** Everything about the viewer's own part. */
export type Mine = {
  /** Answers to proposals they backed that they have not judged yet. */
  answersToJudge: Array<Decision>;
  /** Proposals whose words changed since they voted on them. */
  changedSinceVote: Array<Proposal>;
  /** What moderators did to what they sent, and to them; newest first. */
  moderated: Array<ModerationAct>;
  /** What they reported, newest first. */
  reports: Array<OwnReport>;
  /** What they sent, newest first. */
  sent: Array<MineItem>;
  /** How many votes they cast, by consultation. */
  voted: Array<MineVoted>;
};

/** One line of what happened to mine. */
export type MineItem = {
  /** The consultation it was sent to. */
  consultationTitle: Scalars['String']['output'];
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether a promised day has passed. */
  isLate: Scalars['Boolean']['output'];
  /** The contribution. */
  item: SourceItem;
  /** What it is: proposal, comment or evidence. */
  kind: Scalars['String']['output'];
  /** The latest step, in a sentence. */
  latest: Scalars['String']['output'];
  /** What is next and by when, in a sentence. */
  next?: Maybe<Scalars['String']['output']>;
  /** Its words, shortened. */
  title: Scalars['String']['output'];
};

/** How far the viewer got in one consultation. */
export type MineVoted = {
  /** The consultation. */
  consultation: Consultation;
  /** Votes cast. */
  votes: Scalars['Int']['output'];
};

/** An act of moderation. */
export type ModerateInput = {
  /** The contribution. */
  aboutId: Scalars['ID']['input'];
  /** What to do. */
  act: ModeratorMay;
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** To the author. */
  note: Scalars['String']['input'];
  /** Why. */
  reason: Breach;
  /** Where it goes, or what it joins. */
  toId?: InputMaybe<Scalars['ID']['input']>;
};

/** The act, or a refusal. */
export type ModerateResult = ModerationAct | Refusal;

/** What a moderator is shown of an author. */
export type ModeratedAuthor = {
  /** How many of their contributions are hidden now. */
  hidden: Scalars['Int']['output'];
  /** Whether the limits of somebody new hold for them. */
  isNew: Scalars['Boolean']['output'];
  /** The day they joined; none for a name that came with an import. */
  joinedOn?: Maybe<Scalars['Date']['output']>;
  /** The name they sign with. */
  name: Scalars['String']['output'];
  /** How many contributions they sent. */
  sent: Scalars['Int']['output'];
  /** Until when they are kept from writing. */
  suspendedUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** What moderators work on. */
export type Moderation = {
  /** Appeals that wait. */
  appeals: AppealConnection;
  /** What a moderator of their own did in the last day and can take back, newest first; ten at most. */
  lately: Array<ModerationAct>;
  /** What was reported and waits. */
  queue: ModerationCaseConnection;
};


/** What moderators work on. */
export type ModerationAppealsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What moderators work on. */
export type ModerationQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something a moderator did, on the public log. */
export type ModerationAct = {
  /** What kind of contribution it is about. */
  aboutKind: ContributionKind;
  /** What was done. */
  act: ModerationActKind;
  /** What came of an appeal; none where nobody appealed. */
  appeal?: Maybe<AppealOutcome>;
  /** The last day of an appeal; none where there can be none. */
  appealUntil?: Maybe<Scalars['Date']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The body whose moderator acted. */
  body: Body;
  /** Who acted; for its author and for moderators. */
  by?: Maybe<Member>;
  /** Why, as the record has it. */
  code: ModerationReason;
  /** Where it stands. */
  consultation: Consultation;
  /** The contribution; none where the act is about a person, whom the log does not name. */
  contribution?: Maybe<SourceItem>;
  /** The page where it went, or what it was joined with. */
  goesOnAt?: Maybe<Scalars['String']['output']>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether it was taken back since. */
  isReversed: Scalars['Boolean']['output'];
  /** The reason as it is listed. */
  reasonLabel: Scalars['String']['output'];
  /** The reason in a sentence. */
  reasonSays: Scalars['String']['output'];
  /** The same as a heading: Hidden by a moderator. */
  title: Scalars['String']['output'];
  /** What its author was told; for them and for moderators. */
  toAuthor?: Maybe<Array<Scalars['String']['output']>>;
  /** Of somebody kept from writing: until when. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the viewer may appeal against it. */
  viewerMayAppeal: Scalars['Boolean']['output'];
};

/** A page of the public log, the newest first. */
export type ModerationActConnection = {
  /** The items. */
  edges: Array<ModerationActEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An item of the public log. */
export type ModerationActEdge = {
  /** Where it stands in the log. */
  cursor: Scalars['String']['output'];
  /** What was done. */
  node: ModerationAct;
};

/** What a moderator did. */
export type ModerationActKind =
  /** Hid it; its place is kept. */
  | 'hide'
  /** Left it as it is. */
  | 'keep'
  /** Let them write again. */
  | 'lift'
  /** Closed the discussion of a proposal. */
  | 'lock'
  /** Joined a duplicate with the proposal it repeats. */
  | 'merge'
  /** Moved it to where it belongs. */
  | 'move'
  /** Moved it back. */
  | 'move_back'
  /** Read words that are under seal. */
  | 'read'
  /** Showed it again. */
  | 'restore'
  /** Let it stand by itself again. */
  | 'separate'
  /** Kept somebody from writing for some days. */
  | 'suspend'
  /** Opened it again. */
  | 'unlock';

/** Something that was reported, with all its open reports. */
export type ModerationCase = {
  /** Who wrote it. */
  author: ModeratedAuthor;
  /** The consultation. */
  consultation: Consultation;
  /** What was reported, as everybody sees it. */
  contribution: SourceItem;
  /** What was done about it before, oldest first. */
  earlier: Array<ModerationAct>;
  /** When the first of them came. */
  firstAt: Scalars['DateTime']['output'];
  /** The id of what was reported. */
  id: Scalars['ID']['output'];
  /** Whether anybody says that it is unlawful. */
  isUnlawful: Scalars['Boolean']['output'];
  /** What it replies to. */
  parent?: Maybe<Comment>;
  /** The proposal it is about; itself for a proposal. */
  proposal?: Maybe<Proposal>;
  /** The first replies to it. */
  replies: Array<Comment>;
  /** How many open reports there are. */
  reportCount: Scalars['Int']['output'];
  /** The open reports, oldest first; 20 at most. */
  reports: Array<Report>;
  /** What may be done; none where the viewer is party to it. */
  viewerMay: Array<ModeratorMay>;
  /** Whether the viewer may keep its author from writing. */
  viewerMaySuspend: Scalars['Boolean']['output'];
  /** Why the viewer may not act. */
  whyNot?: Maybe<Scalars['String']['output']>;
  /** Its words. */
  words: Array<NamedWords>;
};

/** A page of the queue: what may be unlawful first, then most reports, then the oldest. */
export type ModerationCaseConnection = {
  /** The items. */
  edges: Array<ModerationCaseEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An item of the queue. */
export type ModerationCaseEdge = {
  /** Where it stands in the queue. */
  cursor: Scalars['String']['output'];
  /** What was reported. */
  node: ModerationCase;
};

/** The code that stands in the record: a rule that was broken, or why an act was taken back. */
export type ModerationReason =
  /** It attacks a person. */
  | 'abuse'
  /** Another moderator upheld an appeal. */
  | 'appeal_upheld'
  /** The same was sent before. */
  | 'duplicate'
  /** Sealed words were read to judge an appeal. */
  | 'for_appeal'
  /** Sealed words were read for a duty of the party. */
  | 'for_duty'
  /** It demeans people for who they are. */
  | 'hatred'
  /** It speaks as somebody who did not send it. */
  | 'misleading_identity'
  /** It should not have been done. */
  | 'mistake'
  /** It is about something else. */
  | 'off_topic'
  /** Another rule, named in words. */
  | 'other_rule'
  /** It gives away something private. */
  | 'personal_data'
  /** What was wrong has been put right. */
  | 'put_right'
  /** It advertises or repeats itself. */
  | 'spam'
  /** It may be against the law. */
  | 'unlawful';

/** What a moderator may do to a contribution; other acts take one of these back. */
export type ModeratorMay =
  /** Hide it. */
  | 'hide'
  /** Leave it as it is, which answers the reports. */
  | 'keep'
  /** Close the discussion of the proposal. */
  | 'lock'
  /** Join it with the proposal it repeats. */
  | 'merge'
  /** Move it. */
  | 'move';

export type Mutation = {
  /** Adds the passkey that the browser made. The id is made by the client (UUIDv7); without a name it is called by its browser. */
  addPasskey: PasskeyResult;
  /** Adopts the newest published version. */
  adoptDraft: DraftResult;
  /** Answers an appeal against what another moderator did. */
  answerAppeal: ModerateResult;
  /** Says whether an answer met the point; asked once, may be changed. */
  answerVerdict: DecisionResult;
  /** Appeals against an act on one's own contribution, once. */
  appeal: AppealResult;
  /** Appoints somebody to an office, as an administrator. */
  appointOfficer: OfficeResult;
  /** Lets what waits be made, as another administrator than the one who asked. */
  approveContactChanges: DecideContactChangesResult;
  /** Begins the next working version from the last published one, which `after` may name, so that sent twice it begins one. */
  beginNextVersion: DraftResult;
  /** Chooses what matters most: the whole list at once. None takes it back; the same list twice is one ballot. */
  castPriorityBallot: PriorityBallotResult;
  /**
   * Votes, or changes a vote. The same vote twice is one vote. It is committed to with 32 random bytes, in
   * hexadecimal, that whoever votes draws and keeps; without them Clarion draws some, and nobody can find
   * the vote again.
   */
  castVote: VoteResult;
  /** Asks for another address for oneself: a code goes there. The id is made by the client (UUIDv7). */
  changeContact: ChangeContactResult;
  /** Puts somebody else's address right, as an administrator. The id is made by the client (UUIDv7). */
  changeContactOfMember: ChangeContactOfMemberResult;
  /** Changes the name the viewer signs with, also under what they sent before. The name of the roll takes the choice back. */
  changeDisplayName: ChangeDisplayNameResult;
  /** Sets the next phase. */
  changePhase: ConsultationResult;
  /** Says that the next stop was reached, and what was done there. */
  completeNextStop: DecisionResult;
  /** Confirms in the demonstration, where nobody has an address. Refused on a real server. */
  confirmAsDemoPerson: ConfirmResult;
  /** Changes it, with the code. */
  confirmContact: ConfirmContactResult;
  /** Confirms with the code. */
  confirmWithCode: ConfirmResult;
  /** Confirms with what the passkey answered, as JSON. */
  confirmWithPasskey: ConfirmResult;
  /** Marks evidence as considered, for a commission, with a sentence. */
  considerEvidence: EvidenceResult;
  /** Objects to evidence for another body; idempotent on its id. */
  contestEvidence: EvidenceResult;
  /** Makes a consultation in preparation; idempotent on its id. */
  createConsultation: ConsultationResult;
  /** Begins a draft with a first working version; idempotent on its id. */
  createDraft: DraftResult;
  /** Answers a proposal for a body; idempotent on its id. */
  decide: DecisionResult;
  /** Changes a comment; the text before is kept. */
  editComment: CommentResult;
  /** Changes the paper. Refused once it has ended; the rules are frozen from the opening. */
  editConsultation: ConsultationResult;
  /** Changes the words; the version before is kept, and support for it is marked as such. */
  editProposal: ProposalResult;
  /** Ends an office with a last day, or at once. */
  endOffice: OfficeResult;
  /** Ends all of the viewer's sessions but this one. */
  endOtherSessions: EndSessionsResult;
  /** Ends one of the viewer's own sessions. */
  endSession: EndSessionsResult;
  /** Erases what is held about the viewer, for good. They type that they mean it. */
  eraseMe: EraseMeResult;
  /** Gives evidence for a body; idempotent on its id. */
  giveEvidence: EvidenceResult;
  /** Says that a comment makes a good point, or takes that back. */
  markGoodPoint: CommentResult;
  /** Acts on a contribution, and answers its open reports. */
  moderate: ModerateResult;
  /** Takes a change back: with the code that went to the old address, or one of one's own by its id. */
  objectToContactChange: ObjectToContactChangeResult;
  /** Begins adding a passkey. */
  offerAddingPasskey: PasskeyOptionsResult;
  /** Begins confirming with a passkey. */
  offerConfirmingWithPasskey: PasskeyOptionsResult;
  /** Begins signing in with a passkey. */
  offerPasskeySignIn: PasskeyOptions;
  /** Does nothing and says so: lets a client test that it may write. */
  ping: Scalars['Boolean']['output'];
  /** Sends a proposal; idempotent on its id. */
  propose: ProposalResult;
  /** Publishes the working version, which `version` may name, so that sent twice it never publishes the next; it never changes again. */
  publishDraft: DraftResult;
  /** Publishes a round while the discussion goes on; idempotent on its id. */
  publishRound: PublishRoundResult;
  /** Reads words that are under seal: an act that stands in the log. */
  readSealed: ReadSealedResult;
  /** Refuses what waits, likewise. */
  refuseContactChanges: DecideContactChangesResult;
  /** Takes one of the viewer's passkeys away. */
  removePasskey: RemovePasskeyResult;
  /** Calls one of the viewer's passkeys something else. */
  renamePasskey: PasskeyResult;
  /** Reports a contribution; secret from its author. */
  report: ReportResult;
  /** Reports something unlawful, without an account. */
  reportUnlawful: ReportUnlawfulResult;
  /** Asks for a code to the viewer's own address, to confirm that it is them. The id is made by the client (UUIDv7). */
  requestConfirmingCode: RequestCodeResult;
  /** Asks for a code by email to sign in with, in this browser. The id is made by the client (UUIDv7). */
  requestSignInCode: RequestCodeResult;
  /** Saves the working version; refused when somebody saved it since `revision`. */
  saveDraft: DraftResult;
  /** Sends a comment; idempotent on its id. */
  sendComment: CommentResult;
  /** Signs in as somebody of the demonstration. Refused on a real server. */
  signInAsDemoPerson: SignInResult;
  /** Signs in by a link that the operator made. It works once, for an hour. */
  signInByLink: SignInResult;
  /** Signs in with the code. The membership number says who, where several members share the address. */
  signInWithCode: SignInResult;
  /** Signs in with what the passkey answered, as JSON. */
  signInWithPasskey: SignInResult;
  /** Ends this session. */
  signOut: Scalars['Boolean']['output'];
  /** Keeps an author from writing for some days; never from voting. */
  suspend: ModerateResult;
  /** Takes an act back. */
  undoModeration: ModerateResult;
  /** Takes the viewer's vote back. */
  undoVote: VoteResult;
  /** Changes what the viewer cares about and knows. */
  updateInterests: UpdateInterestsResult;
  /** Takes a comment back; its place and the replies are kept. */
  withdrawComment: CommentResult;
  /** Takes evidence back; it is kept and marked. */
  withdrawEvidence: EvidenceResult;
  /** Takes a proposal back; it is kept and marked. */
  withdrawProposal: ProposalResult;
};


export type MutationAddPasskeyArgs = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  response: Scalars['String']['input'];
};


export type MutationAdoptDraftArgs = {
  input: AdoptionInput;
};


export type MutationAnswerAppealArgs = {
  input: AppealAnswerInput;
};


export type MutationAnswerVerdictArgs = {
  decisionId: Scalars['ID']['input'];
  verdict: Verdict;
};


export type MutationAppealArgs = {
  actId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  words: Scalars['String']['input'];
};


export type MutationAppointOfficerArgs = {
  input: AppointmentInput;
};


export type MutationApproveContactChangesArgs = {
  batchId: Scalars['ID']['input'];
};


export type MutationBeginNextVersionArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  draftId: Scalars['ID']['input'];
};


export type MutationCastPriorityBallotArgs = {
  consultationId: Scalars['ID']['input'];
  proposalIds: Array<Scalars['ID']['input']>;
};


export type MutationCastVoteArgs = {
  choice: Choice;
  proposalId: Scalars['ID']['input'];
  random?: InputMaybe<Scalars['String']['input']>;
};


export type MutationChangeContactArgs = {
  email: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationChangeContactOfMemberArgs = {
  email: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  membershipNumber: Scalars['String']['input'];
};


export type MutationChangeDisplayNameArgs = {
  name: Scalars['String']['input'];
};


export type MutationChangePhaseArgs = {
  consultationId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  to: Phase;
};


export type MutationCompleteNextStopArgs = {
  decisionId: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


export type MutationConfirmContactArgs = {
  code: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationConfirmWithCodeArgs = {
  attemptId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
};


export type MutationConfirmWithPasskeyArgs = {
  response: Scalars['String']['input'];
};


export type MutationConsiderEvidenceArgs = {
  bodyId: Scalars['ID']['input'];
  evidenceId: Scalars['ID']['input'];
  sentence: Scalars['String']['input'];
};


export type MutationContestEvidenceArgs = {
  bodyId: Scalars['ID']['input'];
  evidenceId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  text: Scalars['Markdown']['input'];
};


export type MutationCreateConsultationArgs = {
  input: ConsultationInput;
};


export type MutationCreateDraftArgs = {
  input: DraftInput;
};


export type MutationDecideArgs = {
  input: DecisionInput;
};


export type MutationEditCommentArgs = {
  body: Scalars['Markdown']['input'];
  id: Scalars['ID']['input'];
  stance: Stance;
};


export type MutationEditConsultationArgs = {
  input: ConsultationInput;
};


export type MutationEditProposalArgs = {
  input: EditProposalInput;
};


export type MutationEndOfficeArgs = {
  officeId: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEraseMeArgs = {
  typed: Scalars['String']['input'];
};


export type MutationGiveEvidenceArgs = {
  input: EvidenceInput;
};


export type MutationMarkGoodPointArgs = {
  commentId: Scalars['ID']['input'];
  good: Scalars['Boolean']['input'];
};


export type MutationModerateArgs = {
  input: ModerateInput;
};


export type MutationObjectToContactChangeArgs = {
  changeId?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
};


export type MutationProposeArgs = {
  input: ProposeInput;
};


export type MutationPublishDraftArgs = {
  draftId: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationPublishRoundArgs = {
  consultationId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationReadSealedArgs = {
  input: ReadSealedInput;
};


export type MutationRefuseContactChangesArgs = {
  batchId: Scalars['ID']['input'];
};


export type MutationRemovePasskeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRenamePasskeyArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationReportArgs = {
  input: ReportInput;
};


export type MutationReportUnlawfulArgs = {
  input: ReportUnlawfulInput;
};


export type MutationRequestConfirmingCodeArgs = {
  attemptId: Scalars['ID']['input'];
};


export type MutationRequestSignInCodeArgs = {
  attemptId: Scalars['ID']['input'];
  email: Scalars['String']['input'];
};


export type MutationSaveDraftArgs = {
  draftId: Scalars['ID']['input'];
  paragraphs: Array<ParagraphInput>;
  revision: Scalars['Int']['input'];
  summary: Scalars['String']['input'];
  title: Scalars['String']['input'];
};


export type MutationSendCommentArgs = {
  input: CommentInput;
};


export type MutationSignInAsDemoPersonArgs = {
  memberId: Scalars['ID']['input'];
};


export type MutationSignInByLinkArgs = {
  token: Scalars['String']['input'];
};


export type MutationSignInWithCodeArgs = {
  attemptId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
  membershipNumber?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSignInWithPasskeyArgs = {
  response: Scalars['String']['input'];
};


export type MutationSuspendArgs = {
  input: SuspendInput;
};


export type MutationUndoModerationArgs = {
  input: UndoModerationInput;
};


export type MutationUndoVoteArgs = {
  proposalId: Scalars['ID']['input'];
};


export type MutationUpdateInterestsArgs = {
  interests: Array<Scalars['String']['input']>;
  skills: Array<Scalars['String']['input']>;
};


export type MutationWithdrawCommentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawEvidenceArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWithdrawProposalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** Where the viewer is reached, for their own eyes. */
export type MyContact = {
  /** What changed or waits to, the latest first: at most ten. */
  changes: Array<MyContactChange>;
  /** The address; none when there is none yet. */
  email?: Maybe<Scalars['String']['output']>;
  /** Until when no code is sent there and no vote is taken; none when nothing is held. */
  heldUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** A change of the viewer's own address. */
export type MyContactChange = Node & {
  /** When it was made, or asked for while it waits. */
  at: Scalars['DateTime']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether the viewer can take it back. */
  mayObject: Scalars['Boolean']['output'];
  /** The address after. */
  newEmail?: Maybe<Scalars['String']['output']>;
  /** The address before; none when there was none. */
  oldEmail?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  status: ContactChangeStatus;
  /** By which way. */
  way: ContactWay;
};

/** Words under the name of the field they were written in. */
export type NamedWords = {
  /** The field: Statement. */
  label: Scalars['String']['output'];
  /** What was written. */
  text: Scalars['String']['output'];
};

/** Where an answered proposal goes next. */
export type NextStop = {
  /** When it was reached. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was done. */
  doneNote?: Maybe<Scalars['String']['output']>;
  /** By when. */
  dueOn: Scalars['Date']['output'];
  /** What or who is next. */
  name: Scalars['String']['output'];
  /** Whole days overdue; 0 when not. */
  overdueDays: Scalars['Int']['output'];
};

/** Anything with an id of its own. */
export type Node = {
  /** The id, made by whoever created it (UUIDv7). */
  id: Scalars['ID']['output'];
};

/** Taken back, or a refusal. */
export type ObjectToContactChangeResult = ContactRestored | Refusal;

/** An office: who acts for which body, from when until when. */
export type Office = Node & {
  /** The body acted for. */
  body: Body;
  /** The first day in office. */
  from: Scalars['Date']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** The officer. */
  member: Member;
  /** What the office is. */
  office: OfficeName;
  /** The last day in office; none while it goes on. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** What an officer may be called. */
export type OfficeName =
  /** Appoints and ends offices, and puts contacts right. */
  | 'administrator'
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

/** The office, or a refusal. */
export type OfficeResult = Office | Refusal;

/** The opinion groups of a consultation as they were found last. */
export type Opinion = {
  /** What divides them most. */
  dividing: Array<DividingStatement>;
  /** When; none before they were found for the first time. */
  foundAt?: Maybe<Scalars['DateTime']['output']>;
  /** The groups in the order of letters. */
  groups: Array<OpinionGroup>;
  /** How many statements are left out because their counts are hidden from the viewer. */
  leftOut: Scalars['Int']['output'];
  /** The viewer's own place, found from their votes as they are now. Shown to nobody else. */
  mine?: Maybe<OwnPlace>;
  /** How many people are in a group: those with votes enough. */
  people: Scalars['Int']['output'];
  /** How far it is with finding them anew; none when nothing is being done. */
  progress?: Maybe<OpinionProgress>;
  /** What all share, agreed statements first. */
  shared: Array<GroupMark>;
  /** How many votes they had cast. */
  voteCount: Scalars['Int']['output'];
  /** How many people had voted. */
  voterCount: Scalars['Int']['output'];
  /** Why all of this is withheld from the viewer, if so. */
  withheld?: Maybe<Refusal>;
};

/** People who vote alike, found from the votes alone. One under 10 people is not broken down. */
export type OpinionGroup = {
  /** Its letter. Kept from one result to the next. */
  letter: Scalars['String']['output'];
  /** What marks it, agreed statements first; of counts that are shown. */
  marks: Array<GroupMark>;
  /** How many people; none under 10, nor where a group so small could be worked out from it. */
  people?: Maybe<Scalars['Int']['output']>;
  /** Its shape on the map, when ten people were new in it last; none where `people` is none. */
  shape?: Maybe<GroupShape>;
  /** Their share of everybody in a group; none where `people` is none. */
  share?: Maybe<Scalars['Float']['output']>;
};

/** How far it is with finding the groups anew. */
export type OpinionProgress = {
  /** How much of that is done. */
  done: Scalars['Int']['output'];
  /** Whether it failed there; the last good result is still shown, and it is tried again. */
  failed: Scalars['Boolean']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** What it is doing, in words. */
  step: Scalars['String']['output'];
  /** Out of how much. */
  total: Scalars['Int']['output'];
};

/** A statement with what each opinion group says to it. */
export type OpinionStatement = {
  /** Counts by group, each group that was found in the order of letters. */
  groups: Array<GroupTally>;
  /** The proposal. */
  proposal: Proposal;
  /** Counts of everybody, when the groups were found. */
  tally: Tally;
};

/** A body's answer to a proposal. */
export type Outcome =
  /** Accepted. */
  | 'accept'
  /** Accepted in part. */
  | 'accept_in_part'
  /** Goes on inside another proposal. */
  | 'merge'
  /** Not taken forward. */
  | 'not_take_forward'
  /** Handed to another body. */
  | 'refer';

/** Counts of a part against the whole; nothing is shown that would single out fewer than ten people. */
export type OwnAgainstWhole = {
  /** The region that is compared. */
  region: Body;
  /** Its counts; none when fewer than ten would show. */
  tally?: Maybe<Tally>;
};

/** The viewer's own place among the groups. Shown to nobody else. */
export type OwnPlace = {
  /** The group whose centre is nearest; none before one has votes enough. */
  letter?: Maybe<Scalars['String']['output']>;
  /** Votes still needed to be in a group; 0 with enough. */
  votesNeeded: Scalars['Int']['output'];
  /** From left to right. */
  x: Scalars['Float']['output'];
  /** From bottom to top. */
  y: Scalars['Float']['output'];
};

/** A report of the viewer's own. */
export type OwnReport = {
  /** When they reported it. */
  at: Scalars['DateTime']['output'];
  /** What they reported, as everybody sees it now. */
  contribution: SourceItem;
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether it waits to be read. */
  isOpen: Scalars['Boolean']['output'];
  /** What came of it, in a sentence. */
  outcome: Scalars['String']['output'];
  /** The rule, as it is listed. */
  reasonLabel: Scalars['String']['output'];
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  /** The cursor of the last item, to ask for what comes after it. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** A numbered paragraph of a draft. */
export type Paragraph = {
  /** The heading it opens, if any. */
  heading?: Maybe<Scalars['String']['output']>;
  /** The id, the same in every version. */
  id: Scalars['ID']['output'];
  /** Its number, stable once published: 14, or 14A. */
  number: Scalars['String']['output'];
  /** Added by the drafters, and why. */
  ownReason?: Maybe<Scalars['String']['output']>;
  /** Where it came from. */
  sources: Array<Source>;
  /** The text. */
  text: Scalars['String']['output'];
};

/** A paragraph in two versions. */
export type ParagraphChange = {
  /** After. */
  after?: Maybe<Paragraph>;
  /** Before. */
  before?: Maybe<Paragraph>;
  /** What happened to it. */
  kind: ParagraphChangeKind;
  /** Whether it stands in another order than before. */
  moved: Scalars['Boolean']['output'];
};

/** How a paragraph changed between two versions. */
export type ParagraphChangeKind =
  /** New. */
  | 'added'
  /** Other words. */
  | 'changed'
  /** Gone. */
  | 'removed'
  /** The same words. */
  | 'same';

/** A paragraph as the drafters write it. */
export type ParagraphInput = {
  /** The heading it opens. */
  heading?: InputMaybe<Scalars['String']['input']>;
  /** The id, the same in every version (UUIDv7 for a new one). */
  id: Scalars['ID']['input'];
  /** Added by the drafters: why. */
  ownReason?: InputMaybe<Scalars['String']['input']>;
  /** Where it came from. */
  sources: Array<SourceInput>;
  /** The text. */
  text: Scalars['String']['input'];
};

/** A passkey of the viewer's own. */
export type Passkey = Node & {
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether it is kept in more than one device. */
  isSynced: Scalars['Boolean']['output'];
  /** When it was last used, to the hour. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What they call it. */
  name: Scalars['String']['output'];
};

/** What the browser is given to ask for a passkey. */
export type PasskeyOptions = {
  /** JSON, as WebAuthn Level 3 has it (PublicKeyCredentialCreationOptionsJSON or …RequestOptionsJSON). */
  options: Scalars['String']['output'];
};

/** What the browser is given, or a refusal. */
export type PasskeyOptionsResult = PasskeyOptions | Refusal;

/** The passkey, or a refusal. */
export type PasskeyResult = Passkey | Refusal;

/** Where a proposal stood in a round. */
export type PastRank = {
  /** When the round was published. */
  publishedAt: Scalars['DateTime']['output'];
  /** Its place then; none below the quorum line. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** The number of the round. */
  round: Scalars['Int']['output'];
};

/** Where a consultation stands. */
export type Phase =
  /** Members propose, argue, give evidence and vote. */
  | 'open'
  /** The paper is being written. */
  | 'preparing'
  /** Members choose what matters most. */
  | 'prioritising'
  /** Every answer has been given. */
  | 'reported'
  /** The commissions answer. */
  | 'reviewing'
  /** It ended early, with a reason. */
  | 'withdrawn';

/** A change of phase: who set what when. */
export type PhaseChange = {
  /** When it was set. */
  at: Scalars['DateTime']['output'];
  /** For which body. */
  body?: Maybe<Body>;
  /** Who set it; none for an import. */
  by?: Maybe<Member>;
  /** The phase before; none for the beginning. */
  from?: Maybe<Phase>;
  /** Why, where a reason was given. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The phase after. */
  to: Phase;
};

/** The proposals that matter most to the viewer in a consultation; nobody else can see which. */
export type PriorityBallot = {
  /** How many people have chosen; none while it is hidden from the viewer. */
  ballotsCast?: Maybe<Scalars['Int']['output']>;
  /** What can be chosen, without the viewer's own where authors do not vote: first what they agreed with, last what they disagreed with, within each in an order of their own. Never by popularity. */
  choosable: ProposalConnection;
  /** The consultation. */
  consultation: Consultation;
  /** What they chose and was taken back since: it no longer counts. */
  dropped: Array<Proposal>;
  /** Whether the viewer has chosen. */
  isCast: Scalars['Boolean']['output'];
  /** What they chose and still counts, in the order chosen. Each counts alike, whatever its place. */
  proposals: Array<Proposal>;
  /** What is published of it, in a sentence. */
  published: Scalars['String']['output'];
  /** Why the viewer cannot choose here now, if so. */
  refusal?: Maybe<Refusal>;
  /** How many may be chosen; 0 where the rules have no priority ballot. */
  size: Scalars['Int']['output'];
};


/** The proposals that matter most to the viewer in a consultation; nobody else can see which. */
export type PriorityBallotChoosableArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  agreedOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The ballot as it now stands, or a refusal. */
export type PriorityBallotResult = PriorityBallot | Refusal;

/** A statement one can agree with, and the case for it. */
export type Proposal = Node & {
  /** The case for it. */
  argument: Scalars['Markdown']['output'];
  /** Who wrote it. */
  author: Author;
  /** The strongest argument on each side. */
  bestOfBothSides: BestOfBothSides;
  /** How many comments. */
  commentCount: Scalars['Int']['output'];
  /** The commissions it informs. */
  commissions: Array<Body>;
  /** The consultation. */
  consultation: Consultation;
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** The latest answer of each body, newest first. */
  decisions: Array<Decision>;
  /** When its words last changed. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Evidence about this proposal, oldest first. */
  evidence: Array<Evidence>;
  /** How many pieces of evidence there are. */
  evidenceCount: Scalars['Int']['output'];
  /** What stands in its place, where a moderator hid it. */
  hidden?: Maybe<Hidden>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether the viewer wrote it. */
  isMine: Scalars['Boolean']['output'];
  /** That its discussion is closed, and why. */
  locked?: Maybe<ModerationAct>;
  /** The proposal it went into. */
  mergedInto?: Maybe<Proposal>;
  /** What moderators moved from its thread, oldest first. */
  movedAway: Array<ModerationAct>;
  /** The viewer's own vote. */
  myVote?: Maybe<Vote>;
  /** Its number in the consultation, from 1. */
  number: Scalars['Int']['output'];
  /** The body it was proposed for. */
  onBehalfOf?: Maybe<Body>;
  /** What one agrees or disagrees with. */
  statement: Scalars['String']['output'];
  /** What became of it so far. */
  status: ContributionStatus;
  /** Why it was withdrawn or not taken forward, where it says. */
  statusReason?: Maybe<Scalars['String']['output']>;
  /** Free tags that came with an import. */
  tags: Array<Scalars['String']['output']>;
  /** Counts; none while they are hidden from the viewer. */
  tally?: Maybe<Tally>;
  /** Whether the counts are hidden until the viewer has voted. */
  tallyHidden: Scalars['Boolean']['output'];
  /** Its thread from the top; the first replies of each come along. */
  thread: CommentConnection;
  /** Where it was used in published drafts. */
  uses: Array<Use>;
  /** Which version this is, from 1. */
  version: Scalars['Int']['output'];
  /** All versions, newest first. */
  versions: Array<ProposalVersion>;
  /** What the viewer may do with it now. */
  viewerMay: Array<ProposalAct>;
  /** What the viewer may do to it as a moderator. */
  viewerMayModerate: Array<ModeratorMay>;
  /** Whether the viewer may report it. */
  viewerMayReport: Scalars['Boolean']['output'];
};


/** A statement one can agree with, and the case for it. */
export type ProposalThreadArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ThreadSort>;
};

/** What a person may do with a proposal. */
export type ProposalAct =
  /** Comment on it. */
  | 'comment'
  /** Answer it for a body. */
  | 'decide'
  /** Change its words. */
  | 'edit'
  /** Give evidence on it. */
  | 'give_evidence'
  /** Vote on it. */
  | 'vote'
  /** Take it back. */
  | 'withdraw';

/** A page of proposals. */
export type ProposalConnection = {
  /** The items. */
  edges: Array<ProposalEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An item of a list of proposals. */
export type ProposalEdge = {
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The proposal. */
  node: Proposal;
};

/** What of a proposal changes while people look at it; the same for everybody. */
export type ProposalNews = {
  /** How many comments. */
  commentCount: Scalars['Int']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** What became of it so far. */
  status: ContributionStatus;
  /** The version of its words. */
  version: Scalars['Int']['output'];
};

/** The proposal as it now stands, or a refusal. */
export type ProposalResult = Proposal | Refusal;

/** In which order proposals are listed; never by popularity while voting. */
export type ProposalSort =
  /** Those discussed last first. */
  | 'active'
  /** The newest first. */
  | 'newest'
  /** In the order of their numbers. */
  | 'number';

/** The words of a proposal at one time. */
export type ProposalVersion = {
  /** The case then. */
  argument: Scalars['Markdown']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it changed; none for the first. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The statement then. */
  statement: Scalars['String']['output'];
  /** Its number, from 1. */
  version: Scalars['Int']['output'];
};

/** A new proposal. */
export type ProposeInput = {
  /** The case for it. */
  argument: Scalars['Markdown']['input'];
  /** Commissions it informs beside those of the consultation. */
  commissionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The consultation. */
  consultationId: Scalars['ID']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** The body it is proposed for, by one of its officers. */
  onBehalfOfId?: InputMaybe<Scalars['ID']['input']>;
  /** What one agrees or disagrees with: 180 characters at most. */
  statement: Scalars['String']['input'];
};

/** Received = published + merged + withdrawn + not taken forward + waiting. */
export type PublicCount = {
  /** How many addresses of members changed this month, and by which way. */
  addressChanges: ContactCount;
  /** When it was counted. */
  countedAt: Scalars['DateTime']['output'];
  /** By kind. */
  lines: Array<CountLine>;
  /** All kinds together. */
  total: CountLine;
};

/** What the publish check found. */
export type PublishCheck = {
  /** Numbers of paragraphs without words. */
  empty: Array<Scalars['String']['output']>;
  /** Whether it may be published. */
  mayPublish: Scalars['Boolean']['output'];
  /** The same in plain sentences. */
  sentences: Array<Scalars['String']['output']>;
  /** Proposals of the top that have no answer yet. */
  unanswered: Array<Proposal>;
  /** Numbers of paragraphs without a source or a reason of the drafters'. */
  unsourced: Array<Scalars['String']['output']>;
};

/** The round, or a refusal. */
export type PublishRoundResult = Refusal | Round;

export type Query = {
  /** Bodies of one kind in order of name: those standing today, or all that ever stood. */
  bodies: Array<Body>;
  /** What a drafter may cite, found by words; ranked proposals first. */
  citable: Array<Citable>;
  /** A comment with everything above it. */
  comment?: Maybe<CommentInContext>;
  /** One consultation. */
  consultation?: Maybe<Consultation>;
  /** Consultations, those for the viewer first, then by what closes next. */
  consultations: ConsultationConnection;
  /** Present only when this server is a demonstration. */
  demo?: Maybe<Demo>;
  /** One draft: the newest version the viewer may see, or the one asked for. */
  draft?: Maybe<Draft>;
  /** Drafts with a version the viewer may see, newest first. */
  drafts: Array<Draft>;
  /** All interests one may choose from. */
  interests: Array<Interest>;
  /** Whoever has exactly this membership number, for administrators. Never their address. */
  memberByNumber?: Maybe<FoundMember>;
  /** What happened to what the viewer sent. */
  mine?: Maybe<Mine>;
  /** What moderators work on; for moderators. */
  moderation?: Maybe<Moderation>;
  /** What moderators did, the newest first. */
  moderationLog: ModerationActConnection;
  /** Where the viewer is reached. */
  myContact?: Maybe<MyContact>;
  /** Changes of addresses that wait for a second person, for administrators. */
  pendingContactChanges: Array<WaitingContacts>;
  /** One proposal. */
  proposal?: Maybe<Proposal>;
  /** The public count, of everything or of one consultation. */
  publicCount: PublicCount;
  /** The receipt of what one sent oneself; none until it stands under a signed checkpoint. */
  receipt?: Maybe<Receipt>;
  /** The public record: how long it is, and what was signed of it. */
  record: Record;
  /** Entries of the record, the latest first. */
  recordEntries: RecordEntryConnection;
  /** What became of all reports. */
  reportCount: ReportCount;
  /** Consultations that have something to answer, for representatives and convenors: any commission's. */
  reviewing: Array<Consultation>;
  /** The published sets of rules. */
  ruleTemplates: Array<RuleTemplate>;
  /** Searches papers, proposals, comments, evidence and drafts; accents do not matter. */
  search: SearchResult;
  /** The ways to sign in that are set up on this server. */
  signInWays: SignInWays;
  /** At most three proposals close to these words, while somebody is writing. */
  similarProposals: Array<Proposal>;
  /** The story of one contribution. */
  story?: Maybe<Story>;
  /** The version of the software that answered. */
  version: Scalars['String']['output'];
  /** The person who is signed in. */
  viewer?: Maybe<Viewer>;
  /** Receipts of votes by their commitments, at most 50; none for those that the record does not hold yet. */
  voteReceipts: Array<VoteReceipt>;
};


export type QueryBodiesArgs = {
  includePast?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<BodyKind>;
};


export type QueryCitableArgs = {
  consultationId: Scalars['ID']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCommentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConsultationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConsultationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  commissionId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  forYou?: InputMaybe<Scalars['Boolean']['input']>;
  phase?: InputMaybe<Phase>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDraftArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDraftsArgs = {
  consultationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMemberByNumberArgs = {
  membershipNumber: Scalars['String']['input'];
};


export type QueryModerationLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  consultationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryProposalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPublicCountArgs = {
  consultationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReceiptArgs = {
  contributionId: Scalars['ID']['input'];
};


export type QueryRecordEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecordFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReviewingArgs = {
  commissionId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySearchArgs = {
  consultationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<SearchKind>;
  text: Scalars['String']['input'];
};


export type QuerySimilarProposalsArgs = {
  consultationId: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type QueryStoryArgs = {
  contributionId: Scalars['ID']['input'];
};


export type QueryVoteReceiptsArgs = {
  commitments: Array<Scalars['String']['input']>;
};

/** A page of the queue. */
export type QueueConnection = {
  /** How the answers stand. */
  answers: Answers;
  /** The items. */
  edges: Array<QueueItemEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are under this filter. */
  totalCount: Scalars['Int']['output'];
};

/** Which items of the queue to show. */
export type QueueFilter =
  /** Everything. */
  | 'all'
  /** With an answer. */
  | 'answered'
  /** Answered, and the next stop is overdue. */
  | 'overdue'
  /** Without an answer. */
  | 'unanswered';

/** A proposal waiting for an answer, as the representative sees it. */
export type QueueItem = {
  /** The latest answer. */
  decision?: Maybe<Decision>;
  /** The viewer's own region against the whole. */
  own?: Maybe<OwnAgainstWhole>;
  /** The proposal. */
  proposal: Proposal;
  /** Its place under the official lens; none below the line. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** All votes. */
  tally: Tally;
  /** Paragraphs of drafts that use it, as shown: “Warm homes, paragraph 14”. */
  usedIn: Array<Scalars['String']['output']>;
};

/** An item of the queue. */
export type QueueItemEdge = {
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: QueueItem;
};

/** How the queue is ordered. */
export type QueueSort =
  /** Where the own region differs most from the whole. */
  | 'difference'
  /** The newest first. */
  | 'newest'
  /** By rank. */
  | 'rank'
  /** Most votes first. */
  | 'votes';

/** How a proposal moved from one round to the next. */
export type RankMove = {
  /** Its place in the round before; none where it had none. */
  from?: Maybe<Scalars['Int']['output']>;
  /** The proposal. */
  proposal: Proposal;
  /** Its place in this round; none where it has none. */
  to?: Maybe<Scalars['Int']['output']>;
};

/** How firmly a proposal stands at its rank. */
export type RankRange = {
  /** Its best rank with any one CLP left out of those whose counts were published; none where none were. */
  best?: Maybe<Scalars['Int']['output']>;
  /** Its worst rank in 95 of 100 random recounts. */
  high: Scalars['Int']['output'];
  /** Its best rank in 95 of 100 random recounts. */
  low: Scalars['Int']['output'];
  /** The same in a sentence. */
  sentence: Scalars['String']['output'];
  /** Its worst rank with any one of these left out; none where none were. */
  worst?: Maybe<Scalars['Int']['output']>;
};

/** A proposal in a ranking. */
export type RankedProposal = {
  /** How many priority ballots chose it, of those that are counted; none while that is hidden from the viewer, and before there are ten. */
  chosen?: Maybe<Scalars['Int']['output']>;
  /** How many CLPs its votes came from. */
  clpCount: Scalars['Int']['output'];
  /** CLPs it still needs before it can be ranked; 0 above the line. */
  clpsNeeded: Scalars['Int']['output'];
  /** How each opinion group voted on it, by letter; empty while the counts are hidden from the viewer, and before there are two groups. */
  groups: Array<GroupTally>;
  /** Where it stood under this lens in each round up to this ranking, oldest first. */
  history: Array<PastRank>;
  /** Whether others share the place. */
  isTied: Scalars['Boolean']['output'];
  /** The proposal. */
  proposal: Proposal;
  /** How firmly it stands there; none below the quorum line, while the counts are hidden, before it was measured, and of ballots that are not published. */
  range?: Maybe<RankRange>;
  /** Its place; equal for ties. None below the quorum line. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** What the lens measured, from 0 to 1; none while the counts are hidden from the viewer. */
  score?: Maybe<Scalars['Float']['output']>;
  /** The counts that ranked it; none while hidden from the viewer. */
  tally?: Maybe<Tally>;
  /** Votes it still needs before it can be ranked; 0 above the line. */
  votesNeeded: Scalars['Int']['output'];
  /** Why it is here, in three sentences; without what would tell counts that are hidden from the viewer. */
  why: Array<WhySentence>;
  /** Why it is here, as data; without what would tell hidden counts. */
  whySteps: Array<WhyStep>;
};

/** A page of a ranking. */
export type RankedProposalConnection = {
  /** The items. */
  edges: Array<RankedProposalEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An item of a ranking. */
export type RankedProposalEdge = {
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The ranked proposal. */
  node: RankedProposal;
};

/** The order under one lens at one moment. */
export type Ranking = {
  /** How many priority ballots were counted, which are ten fewer than were cast while members still choose; 0 while that is hidden from the viewer. */
  ballotCount: Scalars['Int']['output'];
  /** When it was counted. */
  countedAt: Scalars['DateTime']['output'];
  /** Whether this is the lens whose order counts. */
  isOfficial: Scalars['Boolean']['output'];
  /** The lens. */
  lens: Lens;
  /** All lenses. */
  lenses: Array<Lens>;
  /** The lens whose order counts: the official one, or support@1 while that has nothing to say. */
  orderingLens: Scalars['String']['output'];
  /** The proposals in order. */
  proposals: RankedProposalConnection;
  /** What a proposal needs to be ranked, in a sentence. */
  quorum: Scalars['String']['output'];
  /** What the range beside each rank means under this lens, in a sentence. */
  rangeNote: Scalars['String']['output'];
  /** How many stand above the quorum line. */
  rankedCount: Scalars['Int']['output'];
  /** The round it was published in; none for the live order. */
  round?: Maybe<Round>;
  /** How ties are broken, in a sentence. */
  tieBreaker: Scalars['String']['output'];
  /** How many people voted. */
  voterCount: Scalars['Int']['output'];
  /** Why the order is withheld from the viewer, if so. */
  withheld?: Maybe<Refusal>;
};


/** The order under one lens at one moment. */
export type RankingProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Reading what is under seal. */
export type ReadSealedInput = {
  /** The contribution. */
  aboutId: Scalars['ID']['input'];
  /** The id of the act, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** What for. */
  reason: SealReading;
};

/** The words and the act, or a refusal. */
export type ReadSealedResult = Refusal | SealedWords;

/** A member's own proof that what they sent is in the record. */
export type Receipt = {
  /** What was sent. */
  contributionId: Scalars['ID']['output'];
  /** The open half of the key that signed: a C2SP vkey. */
  key: Scalars['String']['output'];
  /** The number of its entry. */
  number: Scalars['Int']['output'];
  /** What was written, with what opens its commitments. */
  openings: Array<RecordOpening>;
  /** The proof, which anybody can check: C2SP tlog-proof. */
  proof: Scalars['String']['output'];
};

/** The public record. */
export type Record = {
  /** Every act that it can hold. */
  acts: Array<RecordAct>;
  /** What was signed last; none before the first. */
  checkpoint?: Maybe<RecordCheckpoint>;
  /** How many entries it has. */
  size: Scalars['Int']['output'];
};

/** An act that the record knows. */
export type RecordAct = {
  /** What it is about. */
  aboutKind: RecordSubject;
  /** What it is called. */
  kind: Scalars['String']['output'];
  /** What it says. */
  says: Scalars['String']['output'];
};

/** What the record was at a size, signed. */
export type RecordCheckpoint = {
  /** When it was signed. */
  at: Scalars['DateTime']['output'];
  /** The open half of the key that signed it, in one line: a C2SP vkey. */
  key: Scalars['String']['output'];
  /** The signed note: C2SP tlog-checkpoint. */
  note: Scalars['String']['output'];
  /** How many entries it is over. */
  size: Scalars['Int']['output'];
};

/** A public act, in its entry. */
export type RecordEntry = {
  /** The id of what it is about. */
  aboutId: Scalars['ID']['output'];
  /** What it is about. */
  aboutKind: RecordSubject;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The body that acted. */
  bodyName?: Maybe<Scalars['String']['output']>;
  /** The consultation it belongs to, where everybody may read that. */
  consultationTitle?: Maybe<Scalars['String']['output']>;
  /** The hash that the next entry names: SHA-256, in hexadecimal. */
  hash: Scalars['String']['output'];
  /** The entry as it was hashed: canonical JSON. */
  json: Scalars['String']['output'];
  /** What happened: sent, decided, round_published, and so on. */
  kind: Scalars['String']['output'];
  /** The page of what it is about, where there is one. */
  link?: Maybe<Scalars['String']['output']>;
  /** Its number, from 1, without gaps. */
  number: Scalars['Int']['output'];
  /** Who acted, where that is a person who is still here. */
  personName?: Maybe<Scalars['String']['output']>;
  /** The same in a plain sentence. */
  says: Scalars['String']['output'];
};

/** A page of entries. */
export type RecordEntryConnection = {
  /** The entries, each with its cursor. */
  edges: Array<RecordEntryEdge>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An entry in a page. */
export type RecordEntryEdge = {
  /** Asks for what comes after it. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: RecordEntry;
};

/** Which entries to show. */
export type RecordFilter = {
  /** About one thing. */
  aboutId?: InputMaybe<Scalars['ID']['input']>;
  /** What they are about. */
  aboutKind?: InputMaybe<RecordSubject>;
  /** Of one consultation. */
  consultationId?: InputMaybe<Scalars['ID']['input']>;
  /** On this day or later, in the United Kingdom. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** What happened. */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** On this day or earlier, in the United Kingdom. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A text that an entry commits to, and what opens the commitment. */
export type RecordOpening = {
  /** Its name in the entry. */
  field: Scalars['String']['output'];
  /** 32 bytes in hexadecimal. */
  salt: Scalars['String']['output'];
  /** The text. */
  text: Scalars['String']['output'];
};

/** What an act of the record is about. */
export type RecordSubject =
  /** A body. */
  | 'body'
  /** A comment. */
  | 'comment'
  /** The settings that everybody may know. */
  | 'configuration'
  /** A consultation. */
  | 'consultation'
  /** Where members are reached, in numbers. */
  | 'contact'
  /** A draft. */
  | 'draft'
  /** Evidence. */
  | 'evidence'
  /** What moderators do. */
  | 'moderation'
  /** An office that somebody holds. */
  | 'office'
  /** A proposal. */
  | 'proposal'
  /** The record itself. */
  | 'record'
  /** The roll of members, in numbers. */
  | 'roll'
  /** A round. */
  | 'round';

/** An expected no, in plain words. */
export type Refusal = {
  /** The field of the input that is at fault, when there is one. */
  field?: Maybe<Scalars['String']['output']>;
  /** What happened and what to do, for the person who asked. */
  message: Scalars['String']['output'];
  /** The one spelling of the reason, from the database to the button. */
  reason: RefusalReason;
};

/** Why something was refused. */
export type RefusalReason =
  /** It was adopted before. */
  | 'already_adopted'
  /** It was appealed against before. */
  | 'already_appealed'
  /** It was considered before. */
  | 'already_considered'
  /** Their body has contested it already. */
  | 'already_contested'
  /** It was done before. */
  | 'already_done'
  /** The id is taken. */
  | 'already_exists'
  /** It stands that way already. */
  | 'already_moderated'
  /** They reported it before. */
  | 'already_reported'
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
  /** It asks for a fresh confirmation that it is still the same person. */
  | 'confirm_first'
  /** Their contact changed a short while ago. */
  | 'contact_hold'
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
  /** Their membership has lapsed. */
  | 'lapsed'
  /** Their office needs a passkey, and this is the last one. */
  | 'last_passkey'
  /** The lens cannot be used yet. */
  | 'lens_not_available'
  /** A merge needs another proposal to go into. */
  | 'merge_target_required'
  /** More than somebody new may send on a day. */
  | 'newcomer_limit'
  /** Links in the first comments of somebody new. */
  | 'newcomer_links'
  /** The next stop is missing. */
  | 'next_stop_required'
  /** The rules have no priority ballot. */
  | 'no_priority_ballot'
  /** They do not moderate there. */
  | 'not_a_moderator'
  /** It is for representatives and the officers who answer. */
  | 'not_a_representative'
  /** It takes an office of that body. */
  | 'not_an_officer'
  /** A published version never changes. */
  | 'not_editable'
  /** Nobody does it for themselves. */
  | 'not_for_oneself'
  /** What was asked for is not there. */
  | 'not_found'
  /** This way of signing in is not set up here. */
  | 'not_offered'
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
  /** Another moderator must answer. */
  | 'other_moderator'
  /** They wrote the comment. */
  | 'own_comment'
  /** Their own body gave the evidence. */
  | 'own_evidence'
  /** They wrote the proposal. */
  | 'own_proposal'
  /** They are party to it. */
  | 'party_to_it'
  /** They have a passkey and must sign in with it first. */
  | 'passkey_first'
  /** The passkey could not be used. */
  | 'passkey_refused'
  /** The proposal no longer stands. */
  | 'proposal_closed'
  /** A reason is missing. */
  | 'reason_required'
  /** A referral needs another body to go to. */
  | 'refer_target_required'
  /** The rules were fixed at the opening. */
  | 'rules_frozen'
  /** It takes another person than the one who asked for it. */
  | 'second_person'
  /** Their office needs more than a code before the first passkey. */
  | 'second_proof'
  /** Evidence needs a source. */
  | 'source_required'
  /** A moderator keeps them from writing. */
  | 'suspended'
  /** A moderator closed the discussion. */
  | 'thread_locked'
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
  /** Several members share the address; the membership number says which. */
  | 'which_member'
  /** The next version is being written already. */
  | 'working_version_exists'
  /** The code is wrong, used, too old or tried too often. */
  | 'wrong_code'
  /** That kind of body cannot do it. */
  | 'wrong_kind_of_body'
  /** That phase does not follow. */
  | 'wrong_next_phase'
  /** The phase does not allow it. */
  | 'wrong_phase'
  /** The rules give the vote to others. */
  | 'wrong_standing';

/** Why an act is taken back. */
export type Relief =
  /** It should not have been done. */
  | 'mistake'
  /** What was wrong has been put right. */
  | 'put_right';

/** The viewer with the passkeys that are left, or a refusal. */
export type RemovePasskeyResult = Refusal | Viewer;

/** A report as moderators read it. Who sent it is not told. */
export type Report = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether somebody without an account sent it. */
  isByVisitor: Scalars['Boolean']['output'];
  /** Which rule. */
  reason: Breach;
  /** The rule as it is listed. */
  reasonLabel: Scalars['String']['output'];
  /** What is wrong, in the words of whoever reported it. */
  words: Scalars['String']['output'];
};

/** What became of all reports: received = acted on + left as it is + waiting. */
export type ReportCount = {
  /** A moderator acted. */
  acted: Scalars['Int']['output'];
  /** A moderator left it as it is. */
  kept: Scalars['Int']['output'];
  /** Received, as the record has it. */
  received: Scalars['Int']['output'];
  /** Received less all the rest: 0 when nothing is lost. */
  unaccounted: Scalars['Int']['output'];
  /** Not read yet. */
  waiting: Scalars['Int']['output'];
};

/** A report. */
export type ReportInput = {
  /** The contribution. */
  aboutId: Scalars['ID']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** Which rule. */
  reason: Breach;
  /** What is wrong; needed for another rule and for what may be unlawful. */
  words: Scalars['String']['input'];
};

/** That a visitor's report came. */
export type ReportReceived = {
  /** The id. */
  id: Scalars['ID']['output'];
};

/** The report, or a refusal. */
export type ReportResult = OwnReport | Refusal;

/** A report of something unlawful, by anybody. */
export type ReportUnlawfulInput = {
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** Where it is: its address, as the browser shows it. */
  place: Scalars['String']['input'];
  /** What is wrong. */
  words: Scalars['String']['input'];
};

/** That it came, or a refusal. */
export type ReportUnlawfulResult = Refusal | ReportReceived;

/** A code was asked for, or a refusal. */
export type RequestCodeResult = CodeRequested | Refusal;

/** A numbered ranking that went to the National Policy Forum. */
export type Round = Node & {
  /** How many people had cast a priority ballot. */
  ballotCount: Scalars['Int']['output'];
  /** The files that were published, and those for scrutineers; none for a round made before bundles. */
  files: Array<RoundFile>;
  /** How many people were in each opinion group, A first; none for fewer than ten people. */
  groupSizes: Array<Maybe<Scalars['Int']['output']>>;
  /** The id. */
  id: Scalars['ID']['output'];
  /** The fingerprint of the key that signed it; empty for a round made before bundles. */
  key: Scalars['String']['output'];
  /** The lens it was ranked by: the official one, or support@1 where that had nothing to say yet. */
  lens: Scalars['String']['output'];
  /** The SHA-256 of the signed manifest, in hexadecimal; it stands in the record. Empty for a round made before bundles. */
  manifestSha256: Scalars['String']['output'];
  /** What moved since the round before, best place first; empty for the first round, and where the one before was ranked by another lens. */
  movement: Array<RankMove>;
  /** Its number in the consultation, from 1. */
  number: Scalars['Int']['output'];
  /** How many proposals stood in it. */
  proposalCount: Scalars['Int']['output'];
  /** When it was published. */
  publishedAt: Scalars['DateTime']['output'];
  /** How many were above the quorum line. */
  rankedCount: Scalars['Int']['output'];
  /** How many members the rules let vote on that day; 0 for a round made before bundles. */
  rollSize: Scalars['Int']['output'];
  /** How many people had voted. */
  voterCount: Scalars['Int']['output'];
};

/** A file of what a round published. */
export type RoundFile = {
  /** How many bytes it has. */
  bytes: Scalars['Int']['output'];
  /** Its name in the bundle. */
  name: Scalars['String']['output'];
  /** Whether it is for scrutineers only. */
  sealed: Scalars['Boolean']['output'];
  /** Its SHA-256, in hexadecimal, as the signed manifest has it; of a file for scrutineers after the bytes of their salt.txt, lest it be guessed. */
  sha256: Scalars['String']['output'];
};

/** A published set of rules to choose from. */
export type RuleTemplate = {
  /** When to choose it. */
  description: Scalars['String']['output'];
  /** Its key. */
  key: RuleTemplateName;
  /** Its name. */
  name: Scalars['String']['output'];
  /** What it says, in plain sentences. */
  sentences: Array<Scalars['String']['output']>;
};

/** The name of a published set of rules. */
export type RuleTemplateName =
  /** For a CLP's own area. */
  | 'local'
  /** For a short question with a quick answer. */
  | 'quick'
  /** For national consultations. */
  | 'standard';

/** The rules of one consultation, copied from a template and frozen when it opens. */
export type Rules = {
  /** Whether counts are hidden from those who have not voted yet. */
  countsHiddenUntilVoted: Scalars['Boolean']['output'];
  /** When they were frozen. */
  frozenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whoever joined after this day may not vote. */
  joinedBy?: Maybe<Scalars['Date']['output']>;
  /** The lens whose order counts. */
  officialLens: Scalars['String']['output'];
  /** How many red lines each voter may choose; 0 for none. */
  priorityBallotSize: Scalars['Int']['output'];
  /** CLPs that its votes must come from before it is ranked. */
  quorumClps: Scalars['Int']['output'];
  /** Votes a proposal needs before it is ranked. */
  quorumVotes: Scalars['Int']['output'];
  /** The same in plain sentences. */
  sentences: Array<Scalars['String']['output']>;
  /** The standings that may vote. */
  standingsWhoVote: Array<Standing>;
  /** The template they were copied from. */
  template: RuleTemplateName;
  /** How many of the ranked proposals must be answered. */
  topN: Scalars['Int']['output'];
  /** Whether a vote may be changed until the close. */
  votesMayChange: Scalars['Boolean']['output'];
};

/** Words under seal: nobody reads them, but a moderator who says what for. */
export type Seal = {
  /** When they were destroyed. */
  destroyedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When they are to be destroyed. */
  until: Scalars['DateTime']['output'];
  /** Whether the viewer may read them. */
  viewerMayRead: Scalars['Boolean']['output'];
};

/** What sealed words are read for. */
export type SealReading =
  /** To judge an appeal. */
  | 'for_appeal'
  /** For a duty of the party: a complaint, a court, the police. */
  | 'for_duty';

/** Sealed words that were read. */
export type SealedWords = {
  /** That they were read, as it stands in the log. */
  act: ModerationAct;
  /** The words. */
  words: Array<NamedWords>;
};

/** How many of one kind were found. */
export type SearchCount = {
  /** How many. */
  count: Scalars['Int']['output'];
  /** The kind. */
  kind: SearchKind;
};

/** Something a search found. */
export type SearchHit = {
  /** Who wrote it, where one did. */
  byline?: Maybe<Scalars['String']['output']>;
  /** The consultation it belongs to. */
  consultationTitle: Scalars['String']['output'];
  /** The words around the match. */
  excerpt: Array<HighlightPart>;
  /** The id of what was found; for a paragraph the paragraph's own. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: SearchKind;
  /** The page it is on. */
  link: Scalars['String']['output'];
  /** Its heading. */
  title: Array<HighlightPart>;
};

/** Where a search looks. */
export type SearchKind =
  /** Comments. */
  | 'comment'
  /** Papers of consultations. */
  | 'consultation'
  /** Evidence. */
  | 'evidence'
  /** Paragraphs of published drafts. */
  | 'paragraph'
  /** Proposals. */
  | 'proposal';

/** What a search found. */
export type SearchResult = {
  /** The words that were searched instead, when nothing was found for those that were typed. */
  correctedTo?: Maybe<Scalars['String']['output']>;
  /** How many of each kind were found; capped for common words. */
  counts: Array<SearchCount>;
  /** The best first. */
  hits: Array<SearchHit>;
  /** Whether there were so many that only part was weighed. */
  isCapped: Scalars['Boolean']['output'];
};

/** A browser in which somebody is signed in, for their own eyes. */
export type Session = Node & {
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** The browser, in words. */
  device: Scalars['String']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether it is the one that asks. */
  isThis: Scalars['Boolean']['output'];
  /** When it was last used, to the hour. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** How they signed in there. */
  signedInBy: SignInWay;
};

/** Signed in, or refused. */
export type SignInResult = Refusal | Viewer;

/** How somebody got in. */
export type SignInWay =
  /** By a code sent to their address. */
  | 'code'
  /** Picked among the people of the demonstration. */
  | 'demo'
  /** By a link that the operator made. */
  | 'link'
  /** By the party's own login. */
  | 'oidc'
  /** By a passkey. */
  | 'passkey';

/** The ways to sign in that are set up on this server. */
export type SignInWays = {
  /** A code by email. */
  code: Scalars['Boolean']['output'];
  /** The party's own login. */
  partyLogin: Scalars['Boolean']['output'];
  /** A passkey. */
  passkey: Scalars['Boolean']['output'];
};

/** A source of a paragraph. */
export type Source = {
  /** The id of the citation. */
  id: Scalars['ID']['output'];
  /** What was sent. */
  item: SourceItem;
  /** A short label: “Ranked 4th, Asha Rahman”. */
  label: Scalars['String']['output'];
  /** What was kept or altered. */
  note?: Maybe<Scalars['String']['output']>;
};

/** What a source points to: exactly one is given. */
export type SourceInput = {
  /** A comment. */
  commentId?: InputMaybe<Scalars['ID']['input']>;
  /** A decision. */
  decisionId?: InputMaybe<Scalars['ID']['input']>;
  /** A piece of evidence. */
  evidenceId?: InputMaybe<Scalars['ID']['input']>;
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** What was kept or altered. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A proposal. */
  proposalId?: InputMaybe<Scalars['ID']['input']>;
};

/** Where a paragraph came from: a proposal, a comment, evidence or a decision. */
export type SourceItem = Comment | Decision | Evidence | Proposal;

/** Where a comment stands towards its proposal. */
export type Stance =
  /** Argues against it. */
  | 'against'
  /** Argues for it. */
  | 'for'
  /** Adds something. */
  | 'neutral'
  /** Asks something. */
  | 'question';

/** How a person belongs to the party. */
export type Standing =
  /** A supporter through an affiliated union or society. */
  | 'affiliated_supporter'
  /** A full member. */
  | 'member'
  /** A registered supporter. */
  | 'registered_supporter';

/** Everything that happened to one contribution. */
export type Story = {
  /** Who sent it, where and when. */
  byline: Scalars['String']['output'];
  /** The latest answer, to say whether it met the point. */
  decision?: Maybe<Decision>;
  /** The contribution's id. */
  id: Scalars['ID']['output'];
  /** The contribution. */
  item: SourceItem;
  /** Where it stands, in a sentence. */
  standing: Scalars['String']['output'];
  /** Every step, in order. */
  steps: Array<StoryStep>;
  /** Its words. */
  title: Scalars['String']['output'];
};

/** A step in the story of a contribution. */
export type StoryStep = {
  /** When it happened. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** The body that acted, or owes the step. */
  bodyName?: Maybe<Scalars['String']['output']>;
  /** By when it was promised. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The words it became. */
  excerpt?: Maybe<Scalars['String']['output']>;
  /** What happened: sent, decided, used_in_paragraph, and so on. */
  kind: Scalars['String']['output'];
  /** The page to read more on. */
  link?: Maybe<Scalars['String']['output']>;
  /** Where it goes next. */
  nextStop?: Maybe<Scalars['String']['output']>;
  /** Whole days overdue; 0 when not. */
  overdueDays: Scalars['Int']['output'];
  /** The person who acted or signed. */
  personName?: Maybe<Scalars['String']['output']>;
  /** The reason that was given. */
  reason?: Maybe<Scalars['String']['output']>;
  /** How it stands. */
  state: StoryStepState;
  /** The counts at that step. */
  tally?: Maybe<Tally>;
  /** What happened, in plain sentences. */
  text?: Maybe<Scalars['String']['output']>;
  /** Its heading. */
  title: Scalars['String']['output'];
};

/** How a step of a story stands. */
export type StoryStepState =
  /** It happened. */
  | 'done'
  /** It was promised and the day has passed. */
  | 'late'
  /** It is still to come. */
  | 'next';

/**
 * What changes while people look: told as it stands to whoever begins to watch, and again when it has
 * changed, about once a second at most. Nothing, where it is not there or not published.
 */
export type Subscription = {
  /** A consultation. */
  consultationNews?: Maybe<ConsultationNews>;
  /** A proposal. */
  proposalNews?: Maybe<ProposalNews>;
  /** The counts of a proposal, by its id. Refused while they are hidden from whoever asks; ended when they are. */
  tallyNews?: Maybe<TallyNews>;
};


/**
 * What changes while people look: told as it stands to whoever begins to watch, and again when it has
 * changed, about once a second at most. Nothing, where it is not there or not published.
 */
export type SubscriptionConsultationNewsArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What changes while people look: told as it stands to whoever begins to watch, and again when it has
 * changed, about once a second at most. Nothing, where it is not there or not published.
 */
export type SubscriptionProposalNewsArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What changes while people look: told as it stands to whoever begins to watch, and again when it has
 * changed, about once a second at most. Nothing, where it is not there or not published.
 */
export type SubscriptionTallyNewsArgs = {
  id: Scalars['ID']['input'];
};

/** Keeping an author from writing. */
export type SuspendInput = {
  /** The contribution that leads to it. */
  aboutId: Scalars['ID']['input'];
  /** For how many days. */
  days: Scalars['Int']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** To the author. */
  note: Scalars['String']['input'];
  /** Why. */
  reason: Breach;
};

/** Counts of current votes. */
export type Tally = {
  /** How many agree. */
  agree: Scalars['Int']['output'];
  /** How many disagree. */
  disagree: Scalars['Int']['output'];
  /** How many pass. */
  pass: Scalars['Int']['output'];
  /** All three together. */
  votes: Scalars['Int']['output'];
};

/** The counts of a proposal, the same for everybody who may see them. */
export type TallyNews = {
  /** The id of the proposal. */
  id: Scalars['ID']['output'];
  /** Its counts. */
  tally: Tally;
};

/** In which order comments come. */
export type ThreadSort =
  /** Most good points first, then the newest. */
  | 'best'
  /** The newest first. */
  | 'newest'
  /** The oldest first. */
  | 'oldest';

/** Taking an act back. */
export type UndoModerationInput = {
  /** What is taken back. */
  actId: Scalars['ID']['input'];
  /** The id, made by the client (UUIDv7). */
  id: Scalars['ID']['input'];
  /** To the author. */
  note: Scalars['String']['input'];
  /** Why. */
  reason: Relief;
};

/** The person's new interests and skills, or a refusal. */
export type UpdateInterestsResult = Refusal | Viewer;

/** A use of a contribution in a draft. */
export type Use = {
  /** The draft. */
  draft: Draft;
  /** The paragraph. */
  paragraph: Paragraph;
  /** The version. */
  version: DraftVersion;
};

/** Whether an answer met the point, said by somebody who backed the proposal. */
export type Verdict =
  /** No. */
  | 'no'
  /** Partly. */
  | 'partly'
  /** Yes. */
  | 'yes';

/** How those who backed a proposal took the answer. */
export type Verdicts = {
  /** No. */
  no: Scalars['Int']['output'];
  /** Backed it and have not said yet. */
  notSaid: Scalars['Int']['output'];
  /** Partly. */
  partly: Scalars['Int']['output'];
  /** Yes. */
  yes: Scalars['Int']['output'];
};

/** The person who is signed in, with what only they may see. */
export type Viewer = {
  /** When they last confirmed that it is them; signing in does. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when a change of address holds codes by email and votes; none when nothing is held. */
  heldUntil?: Maybe<Scalars['DateTime']['output']>;
  /** What they said they care about. */
  interests: Array<Scalars['String']['output']>;
  /** Whether they moderate anywhere. */
  isModerator: Scalars['Boolean']['output'];
  /** Whether they sit on the National Policy Forum. */
  isRepresentative: Scalars['Boolean']['output'];
  /** The day they joined. */
  joinedOn: Scalars['Date']['output'];
  /** The day from which their membership no longer runs; none while it does. */
  lapsedOn?: Maybe<Scalars['Date']['output']>;
  /** Them as others see them. */
  member: Member;
  /** Whether an office of theirs waits until they sign in with a passkey. */
  needsPasskey: Scalars['Boolean']['output'];
  /** What they may send today, while they are new. */
  newcomerLimits?: Maybe<Scalars['String']['output']>;
  /** The offices they hold today. */
  offices: Array<Office>;
  /** The offices that wait for a passkey. */
  officesWaiting: Array<Office>;
  /** Their passkeys, the oldest first. */
  passkeys: Array<Passkey>;
  /** What the roll calls them, where they sign with another name. */
  rollName?: Maybe<Scalars['String']['output']>;
  /** The browsers in which they are signed in, used last first. */
  sessions: Array<Session>;
  /** How they got in. */
  signedInBy: SignInWay;
  /** What they said they know. */
  skills: Array<Scalars['String']['output']>;
  /** How they belong to the party. */
  standing: Standing;
  /** Until when a moderator keeps them from writing. */
  suspendedUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** The viewer's own vote on a proposal; nobody else can see it. */
export type Vote = {
  /** What they said; none after an undo. */
  choice?: Maybe<Choice>;
  /** What the vote is committed to by, in hexadecimal: told when it is cast, and to nobody else. */
  commitment?: Maybe<Scalars['String']['output']>;
  /** Whether the words have changed since. */
  isOnEarlierVersion: Scalars['Boolean']['output'];
  /** The commitment that this one replaces, which is part of what is hashed. */
  previous?: Maybe<Scalars['String']['output']>;
  /** The proposal. */
  proposal: Proposal;
  /** The version they voted on. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** That the commitment of a vote is in the record: in the tree of a batch, whose root is in an entry. */
export type VoteReceipt = {
  /** The number of the batch in its consultation. */
  batch: Scalars['Int']['output'];
  /** The commitment, in hexadecimal. */
  commitment: Scalars['String']['output'];
  /** The consultation of the vote. */
  consultationId: Scalars['ID']['output'];
  /** How many commitments are in the batch. */
  count: Scalars['Int']['output'];
  /** The place in the batch, from 0. */
  index: Scalars['Int']['output'];
  /** The open half of the key that signed it: a C2SP vkey. */
  key: Scalars['String']['output'];
  /** The inclusion proof in the tree of the batch (RFC 9162), from the leaf up, in hexadecimal. */
  path: Array<Scalars['String']['output']>;
  /** The receipt of the batch's entry in the record: a C2SP tlog-proof. */
  proof: Scalars['String']['output'];
};

/** The vote as it now stands, or a refusal. */
export type VoteResult = Refusal | Vote;

/** One change that waits. */
export type WaitingContact = Node & {
  /** The id. */
  id: Scalars['ID']['output'];
  /** The address wanted, likewise. */
  maskedNew?: Maybe<Scalars['String']['output']>;
  /** The address now, with all but its first letters masked. */
  maskedOld?: Maybe<Scalars['String']['output']>;
  /** Whose address it is. */
  member: Member;
};

/** Changes of addresses that wait together for a second person. */
export type WaitingContacts = Node & {
  /** When the first of them was asked for. */
  askedAt: Scalars['DateTime']['output'];
  /** Who asked; nobody where the operator imported a roll. */
  askedBy?: Maybe<Member>;
  /** The first of them: at most fifty. */
  changes: Array<WaitingContact>;
  /** How many there are. */
  count: Scalars['Int']['output'];
  /** The id. */
  id: Scalars['ID']['output'];
  /** Whether the viewer can decide: not on what they asked for themselves. */
  mayDecide: Scalars['Boolean']['output'];
  /** By which way. */
  way: ContactWay;
};

/** A number behind the explanation of a rank. */
export type WhyNumber = {
  /** What it is. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['Float']['output'];
};

/** One of the three sentences of why is this here? */
export type WhySentence = {
  /** The sentence. */
  text: Scalars['String']['output'];
  /** What the sentence is about. */
  title: Scalars['String']['output'];
};

/** A step in the explanation of a rank, as data. */
export type WhyStep = {
  /** What kind of step it is. */
  kind: Scalars['String']['output'];
  /** The numbers it rests on. */
  numbers: Array<WhyNumber>;
};
