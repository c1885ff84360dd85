import { describe, expect, test } from '@jest/globals';
import { PHASES } from '../src/phase.js';
import { type PriorityBallotAsk, refusePriorityBallot } from '../src/priority-ballot.js';
import { CONTRIBUTION_STATUSES, type ContributionStatus } from '../src/status.js';
import { STANDARD, VOTERS } from './cast.js';

const published = { status: 'published', isMine: false } as const;
const ASHA_CHOOSES: PriorityBallotAsk = {
  phase: 'prioritising',
  rules: STANDARD,
  voter: VOTERS.asha,
  current: [],
  next: ['dentists', 'carers'],
  proposals: new Map([
    ['dentists', published],
    ['carers', published],
    ['buses', published],
  ]),
};
const refused = (ask: Partial<PriorityBallotAsk>, now?: Date) =>
  refusePriorityBallot({ ...ASHA_CHOOSES, ...ask }, now);
const reason = (ask: Partial<PriorityBallotAsk>, now?: Date) => refused(ask, now)?.reason ?? null;
const withCarers = (carers: { status: ContributionStatus; isMine: boolean }) => ({
  proposals: new Map([...ASHA_CHOOSES.proposals, ['carers', carers]]),
});

describe('a priority ballot', () => {
  test('Asha chooses two, sends them again, adds a third and takes all back', () => {
    expect(reason({})).toBeNull();
    const current = ASHA_CHOOSES.next;
    expect(reason({ current })).toBeNull();
    expect(reason({ current, next: [...current, 'buses'] })).toBeNull();
    expect(reason({ current, next: [] })).toBeNull();
  });

  test('It is taken only while members choose what matters most, until the moment it closes', () => {
    expect(PHASES.filter((phase) => reason({ phase }) === null)).toEqual(['prioritising']);
    const votesUntil = new Date('2026-05-28T22:59:00.000Z');
    expect(reason({ votesUntil }, new Date('2026-05-28T22:58:59.999Z'))).toBeNull();
    expect(reason({ votesUntil }, votesUntil)).toBe('votes_closed');
  });

  test('It is for those who vote here, where the rules have one', () => {
    expect(reason({ voter: null })).toBe('not_signed_in');
    expect(reason({ voter: VOTERS.sunita })).toBe('wrong_standing');
    expect(reason({ voter: VOTERS.jamie })).toBe('joined_too_late');
    expect(reason({ rules: { ...STANDARD, priorityBallotSize: 0 } })).toBe('no_priority_ballot');
  });

  test('Six of five do not fit, and none stands twice', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(refused({ next: six })).toEqual({
      reason: 'too_many',
      message: 'At most 5 fit in a priority ballot. Remove some, then send it again.',
      field: 'proposalIds',
    });
    expect(reason({ next: ['dentists', 'dentists'] })).toBe('not_valid');
  });

  test('Only what is published here is chosen, and not one’s own unless authors may vote', () => {
    expect(reason({ next: ['dentists', 'of another consultation'] })).toBe('not_found');
    const taken = CONTRIBUTION_STATUSES.filter(
      (status) => reason(withCarers({ status, isMine: false })) === null,
    );
    expect(taken).toEqual(['published']);
    const own = withCarers({ status: 'published', isMine: true });
    expect(refused(own)?.message).toContain('You wrote one of these proposals');
    expect(reason({ ...own, rules: { ...STANDARD, authorMayVote: true } })).toBeNull();
  });

  test('Where votes may not change it can be sent again and neither changed nor taken back', () => {
    const ask = { rules: { ...STANDARD, votesMayChange: false }, current: ['dentists', 'carers'] };
    expect(reason({ ...ask, current: [] })).toBeNull();
    expect(reason(ask)).toBeNull();
    expect(reason({ ...ask, next: ['dentists'] })).toBe('vote_is_final');
    expect(reason({ ...ask, next: [] })).toBe('vote_is_final');
  });

  test('Of several reasons the first in the stated order is told', () => {
    const all: Partial<PriorityBallotAsk>[] = [
      { voter: null },
      { rules: { ...STANDARD, priorityBallotSize: 0, votesMayChange: false } },
      { phase: 'reviewing' },
      { votesUntil: new Date(0) },
      { voter: { standing: 'affiliated_supporter', joinedOn: '2026-05-09' } },
      { voter: VOTERS.jamie },
      { next: ['carers', 'carers', 'b', 'c', 'd', 'e'] },
      { next: ['carers', 'carers'] },
      { next: ['elsewhere', 'carers'] },
      withCarers({ status: 'withdrawn', isMine: true }),
      withCarers({ status: 'published', isMine: true }),
      { rules: { ...STANDARD, votesMayChange: false } },
    ];
    const told = all.map((_, from) => {
      // The later faults all at once, each under those before it.
      const faults = all.slice(from).reverse();
      const ask: Partial<PriorityBallotAsk> = Object.assign({ current: ['buses'] }, ...faults);
      return reason(ask, new Date(1));
    });
    expect(told).toEqual([
      'not_signed_in',
      'no_priority_ballot',
      'wrong_phase',
      'votes_closed',
      'wrong_standing',
      'joined_too_late',
      'too_many',
      'not_valid',
      'not_found',
      'proposal_closed',
      'own_proposal',
      'vote_is_final',
    ]);
  });
});
