import { describe, expect, test } from '@jest/globals';
import {
  countsHidden,
  refuseLiveRanking,
  refuseVote,
  refuseVoterHere,
  type VoteAsk,
} from '../src/eligibility.js';
import { PHASES } from '../src/phase.js';
import { CONTRIBUTION_STATUSES } from '../src/status.js';
import { STANDARD, VOTERS } from './cast.js';

const ASHA_AGREES: VoteAsk = {
  phase: 'open',
  rules: STANDARD,
  voter: VOTERS.asha,
  isAuthor: false,
  proposalStatus: 'published',
  current: null,
  next: 'agree',
};
const reason = (ask: Partial<VoteAsk>) => refuseVote({ ...ASHA_AGREES, ...ask })?.reason ?? null;

describe('who may vote', () => {
  test('Asha agrees, agrees again, changes to disagree, and takes it back', () => {
    expect(reason({})).toBeNull();
    expect(reason({ current: 'agree' })).toBeNull();
    expect(reason({ current: 'agree', next: 'disagree' })).toBeNull();
    expect(reason({ current: 'disagree', next: null })).toBeNull();
  });

  test('Whoever is not signed in is asked to sign in', () => {
    expect(reason({ voter: null })).toBe('not_signed_in');
  });

  test('Votes are taken only while it is open or members choose what matters most', () => {
    const taken = PHASES.filter((phase) => reason({ phase }) === null);
    expect(taken).toEqual(['open', 'prioritising']);
  });

  test('Sunita is an affiliated supporter, so she contributes and does not vote', () => {
    expect(refuseVote({ ...ASHA_AGREES, voter: VOTERS.sunita })).toEqual({
      reason: 'wrong_standing',
      message: 'Votes here are for members. You can still propose and comment.',
      field: null,
    });
  });

  test('Jamie joined two weeks ago, after the eligibility day', () => {
    expect(refuseVote({ ...ASHA_AGREES, voter: VOTERS.jamie })?.message).toBe(
      'Votes here are for those who joined on or before Wednesday 4 March 2026. You can still propose and comment.',
    );
    expect(reason({ voter: { standing: 'member', joinedOn: '2026-03-04' } })).toBeNull();
    expect(reason({ voter: { standing: 'member', joinedOn: '2026-03-05' } })).toBe(
      'joined_too_late',
    );
  });

  test('Asha does not vote on her own proposal, unless the rules let authors vote', () => {
    expect(reason({ isAuthor: true })).toBe('own_proposal');
    expect(reason({ isAuthor: true, rules: { ...STANDARD, authorMayVote: true } })).toBeNull();
  });

  test('Only a published proposal is voted on', () => {
    const open = CONTRIBUTION_STATUSES.filter(
      (proposalStatus) => reason({ proposalStatus }) === null,
    );
    expect(open).toEqual(['published']);
  });

  test('Where votes may not change, Asha can repeat hers and not change or undo it', () => {
    const rules = { ...STANDARD, votesMayChange: false };
    expect(reason({ rules, current: 'agree', next: 'agree' })).toBeNull();
    expect(reason({ rules, current: 'agree', next: 'pass' })).toBe('vote_is_final');
    expect(reason({ rules, current: 'agree', next: null })).toBe('vote_is_final');
  });

  test('Voting closes at the moment it says, not after', () => {
    const votesUntil = new Date('2026-05-28T22:59:00.000Z');
    const ask = { ...ASHA_AGREES, votesUntil };
    expect(refuseVoterHere(ask, new Date('2026-05-28T22:58:59.999Z'))).toBeNull();
    expect(refuseVoterHere(ask, votesUntil)?.message).toBe(
      'Voting closed on Thursday 28 May 2026.',
    );
  });
});

describe('what is seen before one has voted', () => {
  const view = { phase: 'open', rules: STANDARD, isReviewer: false } as const;

  test('Counts are hidden until Asha has voted on the proposal, and open once voting is over', () => {
    expect(countsHidden(view, false)).toBe(true);
    expect(countsHidden(view, true)).toBe(false);
    expect(countsHidden({ ...view, phase: 'reviewing' }, false)).toBe(false);
    expect(countsHidden({ ...view, isReviewer: true }, false)).toBe(false);
    expect(countsHidden({ ...view, rules: { countsHiddenUntilVoted: false } }, false)).toBe(false);
  });

  test('The live order is there after ten votes, or after all there are', () => {
    const refused = refuseLiveRanking(view, { votedOn: 7, remaining: 30, enough: 10 });
    expect(refused?.message).toContain('after you have voted on 3 more proposals');
    expect(refuseLiveRanking(view, { votedOn: 10, remaining: 30, enough: 10 })).toBeNull();
    expect(refuseLiveRanking(view, { votedOn: 4, remaining: 0, enough: 10 })).toBeNull();
    expect(refuseLiveRanking(view, { votedOn: 0, remaining: 0, enough: 10 })?.reason).toBe(
      'counts_hidden',
    );
  });
});
