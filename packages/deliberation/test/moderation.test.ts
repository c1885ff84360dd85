import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACT_NEEDS,
  APPEAL_DAYS,
  appealDueOn,
  appealUntil,
  BREACHES,
  isReversible,
  MODERATION_ACTS,
  MODERATOR_MAY,
  moderates,
  READINGS,
  RELIEFS,
  REPORTS_A_DAY,
  REVERSED_BY,
  SUSPENSION_MAX_DAYS,
} from '../src/moderation.js';
import {
  mayModerate,
  refuseAppeal,
  refuseAppealAnswer,
  refuseMerge,
  refuseModeration,
  refuseMove,
  refuseReport,
  refuseReversal,
  refuseSuspended,
  refuseSuspension,
} from '../src/moderation-refusal.js';
import { REASON_LABELS, REASON_SAYS, sayToAuthor, sayToReporter } from '../src/moderation-words.js';
import { isNewcomer, NEWCOMER, refuseNewcomer, sayNewcomer } from '../src/newcomer.js';
import type { OfficeHeld } from '../src/office.js';
import { CONTRIBUTION_STATUSES } from '../src/status.js';
import { BODIES, NOW, OFFICES, TODAY } from './cast.js';

const SALFORD = { id: 'salford', kind: 'clp', name: 'Salford' } as const;
const local = (office: OfficeHeld['office']): OfficeHeld => ({
  bodyId: SALFORD.id,
  bodyKind: SALFORD.kind,
  office,
  from: '2024-01-01',
  until: null,
});
const NOBODY = { isAuthor: false, hasReported: false, isAnswered: false };
const JOAN = { offices: OFFICES.joan, on: TODAY, convenedBy: BODIES.health, party: NOBODY };
const COMMENT = { kind: 'comment', status: 'published', isLocked: false } as const;
const HIDE = { ...JOAN, act: 'hide', reason: 'abuse', note: '', thing: COMMENT } as const;

describe('Who moderates', () => {
  test('Joan of the NEC does everywhere; a CLP’s moderator in what it puts; its secretary nowhere', () => {
    expect(moderates(OFFICES.joan, BODIES.health, TODAY)?.office).toBe('moderator');
    expect(moderates(OFFICES.joan, SALFORD, TODAY)?.office).toBe('moderator');
    expect(moderates([local('moderator')], SALFORD, TODAY)?.bodyId).toBe('salford');
    expect(moderates([local('moderator')], BODIES.health, TODAY)).toBeNull();
    expect(moderates([local('secretary')], SALFORD, TODAY)).toBeNull();
    for (const who of ['asha', 'faisal', 'helen', 'daniel', 'ewan'] as const) {
      expect(moderates(OFFICES[who], BODIES.health, TODAY)).toBeNull();
    }
  });

  test('Nobody judges what they are party to', () => {
    expect(refuseModeration(HIDE)).toBeNull();
    for (const part of ['isAuthor', 'hasReported', 'isAnswered'] as const) {
      const ask = { ...HIDE, party: { ...NOBODY, [part]: true } };
      expect(refuseModeration(ask)?.reason).toBe('party_to_it');
      expect(mayModerate(ask)).toEqual([]);
    }
    expect(refuseModeration({ ...HIDE, offices: null })?.reason).toBe('not_signed_in');
    expect(refuseModeration({ ...HIDE, offices: OFFICES.helen })?.reason).toBe('not_a_moderator');
  });

  test('A CLP’s moderator keeps nobody from writing', () => {
    const ask = { ...HIDE, offices: [local('moderator')], convenedBy: SALFORD };
    expect(refuseModeration(ask)).toBeNull();
    expect(refuseModeration({ ...ask, act: 'suspend' })?.reason).toBe('not_a_moderator');
  });
});

describe('What an act needs', () => {
  test('Each act takes its own reasons, and what takes back takes others', () => {
    for (const act of MODERATION_ACTS) {
      const { reasons } = ACT_NEEDS[act];
      const isReversal = (Object.values(REVERSED_BY) as string[]).includes(act);
      const begins: readonly string[] = act === 'read' ? READINGS : BREACHES;
      const known = isReversal ? RELIEFS : begins;
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.every((reason) => known.includes(reason))).toBe(true);
      expect(isReversible(act)).toBe(!isReversal && act !== 'keep' && act !== 'read');
    }
    expect(refuseModeration({ ...HIDE, reason: 'mistake' })?.field).toBe('reason');
    expect(refuseModeration({ ...HIDE, act: 'lock', reason: 'spam' })?.reason).toBe('not_valid');
  });

  test('Another rule is named to the author', () => {
    expect(refuseModeration({ ...HIDE, reason: 'other_rule' })?.field).toBe('note');
    expect(refuseModeration({ ...HIDE, reason: 'other_rule', note: ' \n' })?.field).toBe('note');
    expect(refuseModeration({ ...HIDE, reason: 'other_rule', note: 'One topic each.' })).toBeNull();
  });

  test('What is hidden is not hidden again, and buttons are there exactly when the act is not refused', () => {
    for (const status of CONTRIBUTION_STATUSES) {
      for (const kind of ['proposal', 'comment', 'evidence'] as const) {
        for (const isLocked of [true, false]) {
          const thing = { kind, status, isLocked };
          const offered = mayModerate({ ...JOAN, thing });
          for (const act of MODERATOR_MAY) {
            const reason = ACT_NEEDS[act].reasons.find((each) => each !== 'other_rule') ?? 'abuse';
            const refused = refuseModeration({ ...JOAN, act, reason, note: '', thing });
            expect({ thing, act, isOffered: offered.includes(act) }).toEqual({
              thing,
              act,
              isOffered: refused === null,
            });
          }
        }
      }
    }
    const hidden = { ...COMMENT, status: 'hidden' } as const;
    expect(refuseModeration({ ...HIDE, thing: hidden })?.message).toBe(
      'It is hidden already. Somebody else may have acted a moment ago: look again.',
    );
  });

  test('A move goes somewhere else that is open; a duplicate joins what stands', () => {
    expect(refuseMove('comment', { isHere: false, isOpen: true })).toBeNull();
    for (const to of [null, { isHere: true, isOpen: true }, { isHere: false, isOpen: false }]) {
      expect(refuseMove('comment', to)?.field).toBe('toId');
    }
    const to = { isItself: false, isInSameConsultation: true, status: 'published' } as const;
    expect(refuseMerge(to)).toBeNull();
    expect(refuseMerge({ ...to, isItself: true })?.reason).toBe('merge_target_required');
    expect(refuseMerge({ ...to, status: 'hidden' })?.reason).toBe('merge_target_required');
    expect(refuseMerge(null)?.reason).toBe('merge_target_required');
  });

  test('Nobody is kept from writing for longer than four weeks', () => {
    fc.assert(
      fc.property(fc.double(), (days) => {
        const isFine = Number.isInteger(days) && days >= 1 && days <= SUSPENSION_MAX_DAYS;
        expect(refuseSuspension(days, true) === null).toBe(isFine);
      }),
    );
    expect(refuseSuspension(7, false)?.reason).toBe('not_valid');
    const later = new Date(NOW.getTime() + 1);
    expect(refuseSuspended(later, NOW)?.reason).toBe('suspended');
    expect(refuseSuspended(NOW, NOW)).toBeNull();
    expect(refuseSuspended(null, NOW)).toBeNull();
  });

  test('An act is taken back once, for a reason of its own', () => {
    const ask = { ...JOAN, by: 'restore', reason: 'mistake', note: '', stands: true } as const;
    expect(refuseReversal(ask)).toBeNull();
    expect(refuseReversal({ ...ask, stands: false })?.reason).toBe('already_moderated');
    expect(refuseReversal({ ...ask, reason: 'abuse' })?.field).toBe('reason');
  });
});

describe('Reports and appeals', () => {
  const REPORT = {
    isSignedIn: true,
    isMine: false,
    hasReported: false,
    status: 'published',
    kind: 'comment',
    sentToday: 0,
    reason: 'abuse',
    words: '',
  } as const;

  test('A report is one a person and thing, and at most twenty a day', () => {
    expect(refuseReport(REPORT)).toBeNull();
    expect(refuseReport({ ...REPORT, hasReported: true })?.reason).toBe('already_reported');
    expect(refuseReport({ ...REPORT, isMine: true })?.reason).toBe('not_valid');
    expect(refuseReport({ ...REPORT, status: 'hidden' })?.reason).toBe('comment_closed');
    expect(refuseReport({ ...REPORT, status: 'waiting' })?.reason).toBe('not_found');
    expect(refuseReport({ ...REPORT, sentToday: REPORTS_A_DAY })?.reason).toBe('too_many');
    expect(refuseReport({ ...REPORT, reason: 'unlawful' })?.reason).toBe('empty');
    expect(refuseReport({ ...REPORT, isSignedIn: false })?.reason).toBe('not_signed_in');
  });

  test('An appeal is the author’s, once, within 28 days', () => {
    const ask = {
      isMine: true,
      hasAppealed: false,
      act: 'hide',
      stands: true,
      actAt: NOW,
      on: TODAY,
      words: 'It was meant kindly.',
    } as const;
    expect(refuseAppeal(ask)).toBeNull();
    expect(refuseAppeal({ ...ask, on: appealUntil(NOW) })).toBeNull();
    expect(refuseAppeal({ ...ask, on: '2026-06-21' })?.message).toContain('until Saturday 20 June');
    expect(APPEAL_DAYS).toBe(28);
    expect(appealDueOn(NOW)).toBe('2026-05-30');
    expect(refuseAppeal({ ...ask, isMine: false })?.reason).toBe('not_found');
    expect(refuseAppeal({ ...ask, hasAppealed: true })?.reason).toBe('already_appealed');
    expect(refuseAppeal({ ...ask, stands: false })?.reason).toBe('already_moderated');
    expect(refuseAppeal({ ...ask, words: '' })?.reason).toBe('empty');
  });

  test('It is answered by somebody else than who acted', () => {
    const ask = {
      ...JOAN,
      act: 'hide',
      isOwnAct: false,
      isAnswered: false,
      answer: 'We looked again.',
    } as const;
    expect(refuseAppealAnswer(ask)).toBeNull();
    expect(refuseAppealAnswer({ ...ask, isOwnAct: true })?.reason).toBe('other_moderator');
    expect(refuseAppealAnswer({ ...ask, isAnswered: true })?.reason).toBe('already_moderated');
    expect(refuseAppealAnswer({ ...ask, answer: '' })?.field).toBe('answer');
  });
});

describe('What people are told', () => {
  test('The author reads who, what, why, the note and what to do', () => {
    const told = {
      act: 'hide',
      reason: 'abuse',
      kind: 'comment',
      bodyName: 'the NEC',
      at: NOW,
      note: ' Say it without the word. ',
      appealUntil: '2026-06-20',
    } as const;
    expect(sayToAuthor(told)).toEqual([
      'A moderator for the NEC hid your comment on Saturday 23 May 2026 at 11am.',
      'The reason: abuse. It attacks a person instead of answering what they say.',
      'The moderator writes: “Say it without the word.”',
      'Its place and this reason are still shown. You can still read your own words.',
      'If you think this is wrong, you can appeal until Saturday 20 June 2026. Another moderator answers.',
    ]);
    expect(sayToAuthor({ ...told, reason: 'unlawful' }).join(' ')).toContain(
      'Nobody reads it any more, nor do you. It is kept under seal for 180 days',
    );
    expect(sayToAuthor({ ...told, act: 'suspend', until: NOW }).join(' ')).toContain(
      'You can still read everything and vote.',
    );
  });

  test('Every act and every reason has its words', () => {
    for (const act of MODERATION_ACTS) {
      for (const kind of ['proposal', 'comment', 'evidence'] as const) {
        const told = { act, kind, reason: 'abuse', bodyName: 'X', at: NOW, note: '' } as const;
        const said = sayToAuthor({ ...told, appealUntil: null }).join(' ');
        expect(said).not.toMatch(/undefined|null|\s{2}|“”/);
      }
    }
    for (const reason of [...BREACHES, ...RELIEFS]) {
      expect(REASON_SAYS[reason]).toMatch(/^[A-Z].*\.$/);
      expect(REASON_LABELS[reason]).toMatch(/^[A-Z][^.]*$/);
    }
  });

  test('Whoever reported it reads what came of it', () => {
    expect(sayToReporter(null)).toBe('A moderator has yet to read it.');
    expect(sayToReporter({ act: 'keep', at: NOW })).toBe(
      'A moderator read it on Saturday 23 May 2026 and left it as it is.',
    );
    expect(sayToReporter({ act: 'hide', at: NOW })).toBe(
      'Hidden by a moderator on Saturday 23 May 2026.',
    );
  });
});

describe('Somebody new', () => {
  const JAMIE = {
    joinedOn: '2026-05-20',
    accepted: 0,
    proposalsToday: 0,
    commentsToday: 0,
    comments: 0,
  };
  const sends = (what: 'proposal' | 'comment' | 'edit', text = 'Plain words.') => ({ what, text });

  test('is new for seven days, or until three contributions have stood for a day', () => {
    expect(isNewcomer(JAMIE, '2026-05-26')).toBe(true);
    expect(isNewcomer(JAMIE, '2026-05-27')).toBe(false);
    expect(isNewcomer({ ...JAMIE, accepted: NEWCOMER.accepted }, TODAY)).toBe(false);
    expect(sayNewcomer({ ...JAMIE, accepted: 3 }, TODAY)).toBeNull();
  });

  test('sends three proposals and twenty comments a day, and is told before', () => {
    expect(refuseNewcomer({ ...JAMIE, proposalsToday: 2 }, sends('proposal'), TODAY)).toBeNull();
    const refused = refuseNewcomer({ ...JAMIE, proposalsToday: 3 }, sends('proposal'), TODAY);
    expect(refused?.reason).toBe('newcomer_limit');
    const busy = { ...JAMIE, commentsToday: 20, comments: 20 };
    expect(refuseNewcomer(busy, sends('comment'), TODAY)?.reason).toBe('newcomer_limit');
    expect(refuseNewcomer(busy, sends('edit'), TODAY)).toBeNull();
    expect(sayNewcomer({ ...JAMIE, commentsToday: 18, comments: 18 }, TODAY)).toBe(
      'You are new here, so today you can send 3 more proposals and 2 more comments. This ends on Wednesday 27 May 2026, or once 3 of your contributions have stood for a day.',
    );
  });

  test.each(['https://example.org', 'see www.example.org', '[here](example.org)', 'HTTP://X.ORG'])(
    'puts no link in a first comment: %s',
    (text) => {
      expect(refuseNewcomer(JAMIE, sends('comment', text), TODAY)?.reason).toBe('newcomer_links');
      const fourth = { ...JAMIE, comments: 3 };
      expect(refuseNewcomer(fourth, sends('comment', text), TODAY)).toBeNull();
      expect(refuseNewcomer(fourth, sends('edit', text), TODAY)?.reason).toBe('newcomer_links');
      expect(
        refuseNewcomer({ ...JAMIE, joinedOn: '2020-01-01' }, sends('comment', text), TODAY),
      ).toBeNull();
    },
  );
});
