import type { Phase, TemplateName } from '@clarion/deliberation';

/** The named cast: the same people in the demo, the tests and the screenshots. */
export type PersonKey =
  | 'asha'
  | 'tom'
  | 'gwenllian'
  | 'callum'
  | 'ruth'
  | 'sunita'
  | 'jamie'
  | 'ewan'
  | 'marian'
  | 'kofi'
  | 'faisal'
  | 'helen'
  | 'daniel'
  | 'joan'
  | 'priya'
  | 'lowri'
  | 'nadia'
  | 'graham';

/** Anyone in the demo who writes: the cast, or a walk-on from `walk-ons.ts` by number. */
export type AuthorKey = PersonKey | `member-${number}`;

export type CommissionKey = 'health' | 'housing' | 'energy' | 'work' | 'education' | 'transport';

export type SocietyKey =
  | 'sera'
  | 'sha'
  | 'lhg'
  | 'fabians'
  | 'lawyers'
  | 'scientists'
  | 'disability'
  | 'sea';

/** Days before (negative) or after the day the demo is loaded. Fractions are hours: -3.5 is noon, three days ago. */
export type Day = number;

export interface CommentScript {
  author: AuthorKey;
  stance: 'for' | 'against' | 'question' | 'neutral';
  body: string;
  day: Day;
  /** How many found it a good point. */
  goodPoints?: number;
  replies?: CommentScript[];
  /** A later edit, kept beside the first text. */
  editedTo?: string;
  withdrawn?: boolean;
}

export interface EvidenceScript {
  /** Referred to by draft sources. */
  key: string;
  body: SocietyKey;
  officer: PersonKey | 'society-officer';
  /** The named author of the evidence, with their standing: "Dr Ewan Leckie, salaried NHS dentist". */
  author: string;
  claim: string;
  detail: string;
  confidence: 'low' | 'medium' | 'high';
  /** What the confidence rests on: "6 studies, none British". */
  confidenceReason: string;
  costFlag?: boolean;
  legalFlag?: boolean;
  declaredInterest: string;
  mandate: string;
  sources: { title: string; url?: string }[];
  day: Day;
  contests?: { body: SocietyKey; text: string; day: Day }[];
  /** The commission's sentence, when it has considered it. */
  considered?: { sentence: string; day: Day };
}

export interface ProposalScript {
  /** Unique in the whole demo: "dentist-chairs". */
  key: string;
  author: AuthorKey;
  /** Set when an officer proposes on behalf of a body. */
  onBehalfOf?: SocietyKey;
  /** 180 characters at most. */
  statement: string;
  /** Markdown, 40 to 130 words. */
  argument: string;
  day: Day;
  tags?: CommissionKey[];
  /** Planted opinion groups: chance of agreeing, of those who choose, in each of the three groups. */
  lean: [number, number, number];
  /** Chance of passing. */
  pass: number;
  /** Share of the consultation's voters who vote on it: 0 to 1. */
  reach: number;
  revision?: { statement: string; argument: string; reason: string; day: Day };
  withdrawn?: { reason: string; day: Day };
  evidence?: EvidenceScript[];
  comments?: CommentScript[];
  decision?: DecisionScript;
}

export interface DecisionScript {
  outcome: 'accept' | 'accept_in_part' | 'merge' | 'refer' | 'not_take_forward';
  /** Plain words, 25 to 90 words: what was weighed and why. */
  reason: string;
  nextStop: string;
  due: Day;
  day: Day;
  by: PersonKey;
  /** For `merge`: the proposal it joins. */
  mergedInto?: string;
  /** For `refer`: the commission that now owns it. */
  referredTo?: CommissionKey;
  /** When the next stop was reached, if it was. */
  done?: { day: Day; note: string };
  /** How backers answered "did this answer the point?": yes, partly, no. Shares of those who backed it. */
  verdicts?: [number, number, number];
}

export interface ConsultationScript {
  key: string;
  title: string;
  /** One sentence, a question, shown on the card. */
  question: string;
  /** The paper: Markdown, 250 to 450 words, with ## headings; facts, options, what is fixed and what is open. */
  paper: string;
  questions: string[];
  commissions: CommissionKey[];
  convenor: PersonKey;
  template: TemplateName;
  phase: Phase;
  created: Day;
  opened?: Day;
  /** Days on which a round was published. */
  rounds?: Day[];
  prioritisingFrom?: Day;
  votesUntil: Day;
  reviewingFrom?: Day;
  answersBy: Day;
  reported?: Day;
  withdrawn?: { reason: string; day: Day };
  /** Share of the simulated members who vote here. */
  turnout: number;
  proposals: ProposalScript[];
  /** Evidence about the whole paper. */
  evidence?: EvidenceScript[];
}

export type SourceScript =
  | { proposal: string; note?: string }
  | { evidence: string; note?: string }
  /** The decision on this proposal. */
  | { decisionOn: string; note?: string }
  /** The nth root comment on this proposal, from 0. */
  | { commentOn: string; index: number; note?: string };

export interface ParagraphScript {
  /** Stable across versions. */
  key: string;
  heading?: string;
  text: string;
  sources?: SourceScript[];
  /** Added by the drafters: why. A paragraph has sources or this, or both. */
  ownReason?: string;
}

export interface DraftScript {
  key: string;
  title: string;
  summary: string;
  consultation: string;
  versions: { published: Day | null; note: string; paragraphs: ParagraphScript[] }[];
  adopted?: { day: Day; for: number; against: number; abstained: number; meeting: string };
}
