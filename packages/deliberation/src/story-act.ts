import type { Day } from './day.js';
import type { Outcome } from './decision.js';
import type { ModerationReason } from './moderation.js';
import type { Tally } from './tally.js';

/** What a step leads to, for whoever knows the addresses. */
export interface StoryLink {
  kind: 'proposal' | 'comment' | 'evidence' | 'round' | 'draft' | 'consultation';
  id: string;
  /** Of a draft. */
  version?: number;
  paragraph?: string;
}

interface Happened {
  at: Date;
  /** Who acted or signed, as shown; null for the system or an import. */
  personName: string | null;
  /** For which body; null for oneself. */
  bodyName: string | null;
  link?: StoryLink | null;
}

/** Something that happened to a contribution, as the record tells it: what `tellStory` is told. */
export type StoryAct =
  | (Happened & { kind: 'sent'; what: 'proposal' | 'comment' | 'evidence'; isImported?: boolean })
  | (Happened & { kind: 'checked' })
  | (Happened & { kind: 'edited'; version: number | null; reason: string | null })
  | (Happened & { kind: 'withdrawn'; reason: string | null })
  | (Happened & { kind: 'evidence_given'; claim: string })
  | (Happened & { kind: 'evidence_contested'; text: string })
  | (Happened & { kind: 'evidence_considered'; sentence: string })
  | (Happened & {
      kind: 'round_ranked';
      round: number;
      /** Null below the quorum line; then how many votes it needed. */
      rank: number | null;
      isTied: boolean;
      votesNeeded: number;
      /** How many proposals were ranked. */
      total: number;
      tally: Tally | null;
    })
  | (Happened & {
      kind: 'decided';
      decisionId: string;
      office: string | null;
      outcome: Outcome;
      reason: string;
      nextStop: string;
      dueOn: Day;
      /** When the next stop was reached and what was done there. */
      doneAt: Date | null;
      doneNote: string | null;
      /** Statement of the proposal it went into, or name of the body it was referred to. */
      target: string | null;
      isReplaced: boolean;
    })
  | (Happened & { kind: 'next_stop_done'; decisionId: string; nextStop: string; note: string })
  | (Happened & { kind: 'merged_in'; statement: string })
  | (Happened & {
      kind: 'used_in_paragraph';
      draftTitle: string;
      version: number;
      paragraph: string;
      excerpt: string;
      /** What was kept or altered. */
      note: string | null;
    })
  | (Happened & { kind: 'draft_published'; draftTitle: string; version: number })
  | (Happened & {
      kind: 'adopted';
      draftTitle: string;
      version: number;
      meeting: string;
      for: number;
      against: number;
      abstained: number;
    })
  /** Totals of the verdicts so far; left out of `acts` while they may not be shown. */
  | (Happened & { kind: 'verdicts'; yes: number; partly: number; no: number; notSaid: number })
  /** What a moderator did to it, for a body and with a reason code. */
  | (Happened & {
      kind:
        | 'hidden'
        | 'restored'
        | 'moved'
        | 'moved_back'
        | 'joined'
        | 'separated'
        | 'thread_locked'
        | 'thread_unlocked'
        | 'seal_opened';
      code: ModerationReason;
      /** Where it went or what it joined, as shown. */
      target: string | null;
    })
  | (Happened & { kind: 'destroyed' })
  | (Happened & { kind: 'appealed'; dueOn: Day })
  | (Happened & { kind: 'appeal_answered'; isUpheld: boolean })
  | (Happened & { kind: 'consultation_reported' })
  | (Happened & { kind: 'consultation_withdrawn'; reason: string | null });

/** Something promised to everybody, beside the next stops that answers name. */
export interface StoryPromise {
  kind: 'votes_close' | 'answer_due' | 'adoption_due' | 'appeal_due';
  dueOn: Day;
  bodyName: string | null;
}

/** The kinds of step in a story. */
export type StoryStepKind = StoryAct['kind'] | 'next_stop' | StoryPromise['kind'];
