import { describe, expect, test } from '@jest/globals';
import {
  refuseComment,
  refuseEdit,
  refuseGoodPoint,
  refuseProposal,
  refuseWithdrawal,
} from '../src/eligibility.js';

const SENT = {
  phase: 'open',
  isSignedIn: true,
  statement: 'Put a dentist’s chair in every community diagnostic centre.',
  argument: 'The rooms stand empty in the evening.',
} as const;
const OWN = {
  phase: 'open',
  isSignedIn: true,
  what: 'proposal',
  isMine: true,
  status: 'published',
} as const;

describe('proposing and commenting', () => {
  test('Asha proposes while it is open, and Sunita may too', () => {
    expect(refuseProposal(SENT)).toBeNull();
    expect(refuseProposal({ ...SENT, phase: 'prioritising' })?.reason).toBe('wrong_phase');
    expect(refuseProposal({ ...SENT, isSignedIn: false })?.reason).toBe('not_signed_in');
  });

  test('A statement of 181 characters is refused by one character, naming the field', () => {
    const refused = refuseProposal({ ...SENT, statement: 'a'.repeat(181) });
    expect(refused).toEqual({
      reason: 'too_long',
      field: 'statement',
      message:
        'The statement has 181 characters; at most 180 fit. Shorten it by 1. Nothing you typed is lost.',
    });
    expect(refuseProposal({ ...SENT, statement: 'a'.repeat(180) })).toBeNull();
    expect(refuseProposal({ ...SENT, argument: ' \n\u200B ' })?.reason).toBe('empty');
  });

  test('Tom answers a comment of this thread, and none that was taken back or stands elsewhere', () => {
    const ask = { ...SENT, proposalStatus: 'published', body: 'Which towns first?' } as const;
    const parent = { isOnSameProposal: true, status: 'published' } as const;
    expect(refuseComment({ ...ask, parent: null })).toBeNull();
    expect(refuseComment({ ...ask, parent })).toBeNull();
    expect(refuseComment({ ...ask, parent: { ...parent, status: 'withdrawn' } })?.reason).toBe(
      'comment_closed',
    );
    expect(refuseComment({ ...ask, parent: { ...parent, isOnSameProposal: false } })).toMatchObject(
      { reason: 'not_found', field: 'parentId' },
    );
  });

  test('An answered proposal is still argued about, one taken back is not', () => {
    const ask = { ...SENT, parent: null, body: 'That is not an answer.' } as const;
    expect(refuseComment({ ...ask, proposalStatus: 'not_taken_forward' })).toBeNull();
    expect(refuseComment({ ...ask, proposalStatus: 'withdrawn' })?.message).toBe(
      'This proposal was taken back by its author, so this can no longer be done to it.',
    );
  });

  test('A good point is for others to mark', () => {
    const ask = { phase: 'open', isSignedIn: true, isAuthor: false, status: 'published' } as const;
    expect(refuseGoodPoint(ask)).toBeNull();
    expect(refuseGoodPoint({ ...ask, isAuthor: true })?.message).toContain(
      'You wrote this comment',
    );
  });
});

describe('changing and taking back', () => {
  test('Asha changes her own words, and nobody changes those of others', () => {
    expect(refuseEdit({ ...OWN, isStale: false })).toBeNull();
    expect(refuseEdit({ ...OWN, isStale: false, isMine: false })?.reason).toBe('not_yours');
    expect(refuseEdit({ ...OWN, isStale: true })?.reason).toBe('changed_since');
    expect(refuseEdit({ ...OWN, isStale: false, isSame: true })?.reason).toBe('nothing_changed');
    expect(refuseEdit({ ...OWN, isStale: false, status: 'merged' })?.reason).toBe(
      'proposal_closed',
    );
    expect(refuseEdit({ ...OWN, isStale: false, phase: 'reviewing' })?.reason).toBe('wrong_phase');
  });

  test('A proposal is taken back with a reason, once; a comment needs none', () => {
    expect(refuseWithdrawal({ ...OWN, reason: 'The council did it.' })).toBeNull();
    expect(refuseWithdrawal({ ...OWN, reason: '' })).toMatchObject({
      reason: 'reason_required',
      field: 'reason',
    });
    expect(refuseWithdrawal({ ...OWN, what: 'comment', reason: null })).toBeNull();
    expect(refuseWithdrawal({ ...OWN, status: 'withdrawn', reason: 'Again' })?.reason).toBe(
      'already_withdrawn',
    );
    expect(refuseWithdrawal({ ...OWN, phase: 'reviewing', reason: 'Late' })?.reason).toBe(
      'wrong_phase',
    );
  });
});
