import type { Choice } from './choice.js';
import { refuseHeld } from './contact.js';
import { type Day, isDay, ukDay } from './day.js';
import { type Act, type Phase, phaseAllows } from './phase.js';
import { refuseInPhase } from './phase-change.js';
import { type Refusal, refusal } from './refusal.js';
import type { Rules } from './rules.js';
import type { Standing } from './standing.js';
import type { ContributionStatus } from './status.js';
import { refuseText, TEXT } from './text.js';

/** The first refusal of several, asked in order; null when all agree. */
export function firstRefusal(...asked: (Refusal | null)[]): Refusal | null {
  return asked.find((one) => one !== null) ?? null;
}

/** Somebody who wants to vote, as far as the rules ask. */
export interface Voter {
  standing: Standing;
  joinedOn: Day;
  /** The day from which their membership no longer runs; none or left out while it does. */
  lapsedOn?: Day | null;
  /** Until when a change of contact holds their votes; none or left out when nothing is held. */
  heldUntil?: Date | null;
}

/** Refuses whoever's membership has lapsed: they read, and take no part. */
export function refuseLapsed(lapsedOn: Day | null | undefined, on: Day): Refusal | null {
  return lapsedOn && lapsedOn <= on ? refusal('lapsed', { day: lapsedOn }) : null;
}

export interface VoteAsk {
  phase: Phase;
  rules: Pick<Rules, 'standingsWhoVote' | 'joinedBy' | 'votesMayChange' | 'authorMayVote'>;
  /** Null when nobody is signed in. */
  voter: Voter | null;
  isAuthor: boolean;
  proposalStatus: ContributionStatus;
  /** What they said so far, and what they want to say; `next` null is an undo. */
  current: Choice | null;
  next: Choice | null;
  /** Until when votes are taken; left out, only the phase is asked. */
  votesUntil?: Date | null;
}

/**
 * Refuses a vote, its change or its undo: in order by sign-in, phase, closing time and a lapsed
 * membership (when `now` is given), standing, eligibility day, a fresh change of contact (likewise),
 * the proposal's status, authorship, and whether votes may change.
 * Saying again what one has said is never a change.
 */
export function refuseVote(ask: VoteAsk, now?: Date): Refusal | null {
  return refuseVoterHere(ask, now) ?? refuseVoteOnThis(ask);
}

/**
 * The part of `refuseVote` that is the same for every proposal: what a whole deck is refused for. A
 * priority ballot asks the same of a voter, in its own phase.
 */
export function refuseVoterHere(
  ask: Pick<VoteAsk, 'phase' | 'voter' | 'votesUntil'> & {
    rules: Pick<Rules, 'standingsWhoVote' | 'joinedBy'>;
  },
  now?: Date,
  act: 'vote' | 'prioritise' = 'vote',
): Refusal | null {
  const { phase, rules, voter, votesUntil } = ask;
  if (!voter) return refusal('not_signed_in');
  if (!phaseAllows(phase, act)) return refusal('wrong_phase', { phase, act });
  if (now && votesUntil && now.getTime() >= votesUntil.getTime()) {
    return refusal('votes_closed', { day: ukDay(votesUntil) });
  }
  const lapsed = now ? refuseLapsed(voter.lapsedOn, ukDay(now)) : null;
  if (lapsed) return lapsed;
  if (!rules.standingsWhoVote.includes(voter.standing)) {
    return refusal('wrong_standing', { standings: rules.standingsWhoVote });
  }
  if (rules.joinedBy !== null && voter.joinedOn > rules.joinedBy) {
    return refusal('joined_too_late', { day: rules.joinedBy });
  }
  return now ? refuseHeld(voter.heldUntil, now) : null;
}

function refuseVoteOnThis(ask: VoteAsk): Refusal | null {
  const { rules, isAuthor, proposalStatus: status, current, next } = ask;
  if (status !== 'published') return refusal('proposal_closed', { status });
  if (isAuthor && !rules.authorMayVote) return refusal('own_proposal');
  if (current !== null && next !== current && !rules.votesMayChange) {
    return refusal('vote_is_final');
  }
  return null;
}

export interface ViewOfCounts {
  phase: Phase;
  rules: Pick<Rules, 'countsHiddenUntilVoted'>;
  /** Whether they review: representatives and answering officers see all counts. */
  isReviewer: boolean;
}

/**
 * Whether the counts of a proposal are hidden from a viewer: while votes are taken, where the rules
 * say so, until they have voted on it. Authors wait like everybody.
 */
export function countsHidden(view: ViewOfCounts, hasVotedOnIt: boolean): boolean {
  const { phase, rules, isReviewer } = view;
  return phaseAllows(phase, 'vote') && rules.countsHiddenUntilVoted && !isReviewer && !hasVotedOnIt;
}

/**
 * Refuses the live order, which gives away what counts would: until the viewer has voted on
 * `enough` proposals (the deck's stop point), or on all they may. Published rounds are never refused.
 */
export function refuseLiveRanking(
  view: ViewOfCounts,
  voted: { votedOn: number; remaining: number; enough: number },
): Refusal | null {
  const { votedOn, remaining, enough } = voted;
  if (!countsHidden(view, false)) return null;
  if (votedOn >= enough || (remaining === 0 && votedOn > 0)) return null;
  return refusal('counts_hidden', { votes: Math.min(enough - votedOn, remaining) });
}

/**
 * Refuses the live order of what matters most while ballots are taken and the rules hide counts: until
 * the viewer has cast their own ballot. Published rounds are never refused.
 */
export function refuseLivePriorities(view: {
  phase: Phase;
  rules: Pick<Rules, 'countsHiddenUntilVoted'>;
  hasBallot: boolean;
}): Refusal | null {
  const { phase, rules, hasBallot } = view;
  if (!phaseAllows(phase, 'prioritise') || !rules.countsHiddenUntilVoted || hasBallot) return null;
  return refusal('counts_hidden', {
    saying:
      'You see what matters most to others after you have chosen what matters most to you. Published rounds are open to everybody.',
  });
}

/** Somebody who acts for themselves: nothing about them is asked but that they are signed in. */
export interface MemberAct {
  phase: Phase;
  isSignedIn: boolean;
}

function refuseMember({ phase, isSignedIn }: MemberAct, act: Act): Refusal | null {
  return isSignedIn ? refuseInPhase(phase, act) : refusal('not_signed_in');
}

/** Refuses a proposal by a member: sign-in, phase, statement and argument. For a body, ask `refuseSpeaking` too. */
export function refuseProposal(
  ask: MemberAct & { statement: string; argument: string },
): Refusal | null {
  return firstRefusal(
    refuseMember(ask, 'propose'),
    refuseText(ask.statement, TEXT.statement),
    refuseText(ask.argument, TEXT.argument),
  );
}

/** Whether the thread of a proposal of this status takes comments: also after an answer, to argue with it. */
function takesComments(status: ContributionStatus): boolean {
  return status === 'published' || status === 'merged' || status === 'not_taken_forward';
}

/** Refuses a comment: sign-in, phase, a proposal taken back, a parent that is not in this thread or was taken back, the text. */
export function refuseComment(
  ask: MemberAct & {
    proposalStatus: ContributionStatus;
    /** Whether a moderator closed the discussion. */
    isLocked?: boolean;
    /** The comment replied to; null for a new thread. */
    parent: { isOnSameProposal: boolean; status: ContributionStatus } | null;
    body: string;
  },
): Refusal | null {
  const { proposalStatus, parent } = ask;
  return firstRefusal(
    refuseMember(ask, 'comment'),
    takesComments(proposalStatus) ? null : refusal('proposal_closed', { status: proposalStatus }),
    ask.isLocked ? refusal('thread_locked') : null,
    parent && !parent.isOnSameProposal
      ? refusal('not_found', { what: 'comment', field: 'parentId' })
      : null,
    parent && parent.status !== 'published'
      ? refusal('comment_closed', { status: parent.status, field: 'parentId' })
      : null,
    refuseText(ask.body, TEXT.comment),
  );
}

/** Refuses "a good point": sign-in, phase, one's own comment, one taken back. */
export function refuseGoodPoint(
  ask: MemberAct & { isAuthor: boolean; status: ContributionStatus },
): Refusal | null {
  return firstRefusal(
    refuseMember(ask, 'mark_good_point'),
    ask.status === 'published' ? null : refusal('comment_closed', { status: ask.status }),
    ask.isAuthor
      ? refusal('not_valid', {
          saying: 'You wrote this comment. A good point is for others to mark.',
        })
      : null,
  );
}

/** What is one's own and can be changed or taken back. */
export interface OwnAct extends MemberAct {
  what: 'proposal' | 'comment' | 'evidence';
  isMine: boolean;
  status: ContributionStatus;
}

const EDITS = { proposal: 'edit_proposal', comment: 'edit_comment', evidence: 'withdraw' } as const;
const CLOSED = {
  proposal: 'proposal_closed',
  comment: 'comment_closed',
  evidence: 'evidence_closed',
} as const;

/**
 * Refuses a change of one's own words: sign-in, not one's own, phase, no longer published, changed
 * since it was opened. Evidence is never changed, only taken back and given anew. The new words are
 * asked with `refuseProposal`'s or `refuseComment`'s texts by the caller.
 */
export function refuseEdit(ask: OwnAct & { isStale: boolean; isSame?: boolean }): Refusal | null {
  const { what, isMine, status, isSignedIn } = ask;
  if (!isSignedIn) return refusal('not_signed_in');
  if (!isMine) return refusal('not_yours', { what });
  if (what === 'evidence') return refusal('evidence_closed', { status });
  return firstRefusal(
    refuseMember(ask, EDITS[what]),
    status === 'published' ? null : refusal(CLOSED[what], { status }),
    ask.isStale ? refusal('changed_since', { what }) : null,
    ask.isSame ? refusal('nothing_changed', { what }) : null,
  );
}

/** Refuses taking back one's own: sign-in, not one's own, already taken back or merged, phase, a reason for all but comments. */
export function refuseWithdrawal(ask: OwnAct & { reason: string | null }): Refusal | null {
  const { what, isMine, status, isSignedIn, reason } = ask;
  if (!isSignedIn) return refusal('not_signed_in');
  if (!isMine) return refusal('not_yours', { what });
  if (status === 'withdrawn') return refusal('already_withdrawn', { what });
  if (status === 'merged' || status === 'not_taken_forward' || status === 'hidden') {
    return refusal(CLOSED[what], { status });
  }
  return firstRefusal(
    refuseMember(ask, 'withdraw'),
    what === 'comment' ? null : refuseReason(reason ?? '', 'reason', TEXT.withdrawalReason.max),
  );
}

/** Refuses a reason that is missing or too long. */
export function refuseReason(reason: string, field: string, max: number): Refusal | null {
  const spec = { ...TEXT.reason, field, max };
  const fault = refuseText(reason, spec);
  return fault?.reason === 'empty' ? refusal('reason_required', { field }) : fault;
}

/** Refuses a day by which something is due: missing, not a day, or already past. Today is allowed. */
export function refuseDueDay(dueOn: string, on: Day, field = 'dueOn'): Refusal | null {
  if (!isDay(dueOn)) return refusal('due_date_required', { field });
  return dueOn < on ? refusal('due_date_past', { field, day: dueOn }) : null;
}
