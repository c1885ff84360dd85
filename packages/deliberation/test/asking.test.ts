import { describe, expect, test } from '@jest/globals';
import type { Access } from '../src/access/row.js';
import { ACCESS } from '../src/access.js';
import { mayAsk, refuseAsk, refuseUnconfirmed } from '../src/asking.js';
import * as rules from '../src/index.js';
import { NOW, OFFICES } from './cast.js';

const AT = { now: NOW, isDemo: false };
const rows: [string, Access][] = Object.entries(ACCESS);
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe('The table of who may do what', () => {
  test('names rules that there are', () => {
    const named = rows.flatMap(([, { rule }]) => rule ?? []);
    expect(named.length).toBeGreaterThan(25);
    const functions = new Map<string, unknown>(Object.entries(rules));
    expect(named.filter((rule) => typeof functions.get(rule) !== 'function')).toEqual([]);
  });

  test('lets a visitor change nothing but their being signed in, a change of address that was told to them, and report what may be unlawful', () => {
    const open = rows.filter(([name, { who }]) => name.startsWith('Mutation.') && who === 'anyone');
    expect(open.map(([name]) => name)).toEqual([
      'Mutation.requestSignInCode',
      'Mutation.signInWithCode',
      'Mutation.offerPasskeySignIn',
      'Mutation.signInWithPasskey',
      'Mutation.ping',
      'Mutation.signOut',
      'Mutation.reportUnlawful',
      'Mutation.objectToContactChange',
      'Mutation.signInByLink',
    ]);
  });

  test('asks for a confirmation of whoever opens, publishes or answers', () => {
    expect(rows.filter(([, { confirm }]) => confirm).map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'Mutation.changePhase',
        'Mutation.publishRound',
        'Mutation.decide',
        'Mutation.publishDraft',
        'Mutation.adoptDraft',
      ]),
    );
  });
});

describe('Asking', () => {
  test('as a visitor: reads, and is told to sign in for the rest', () => {
    expect(mayAsk('Query.consultation', null, AT)).toBe(true);
    expect(refuseAsk('Mutation.castVote', null, AT)?.reason).toBe('not_signed_in');
    expect(refuseAsk('Consultation.queue', null, AT)?.reason).toBe('not_signed_in');
  });

  test('Asha votes and opens nothing; Helen opens and hands out no matrix', () => {
    expect(mayAsk('Mutation.castVote', { offices: OFFICES.asha }, AT)).toBe(true);
    expect(refuseAsk('Mutation.changePhase', { offices: OFFICES.asha }, AT)?.reason).toBe(
      'not_an_officer',
    );
    expect(mayAsk('Mutation.changePhase', { offices: OFFICES.helen }, AT)).toBe(true);
    expect(mayAsk('GET /download/rounds/:id/matrix.zip', { offices: OFFICES.helen }, AT)).toBe(
      false,
    );
  });

  test('to sign in as somebody of the demonstration is not there on a real server', () => {
    const asked = 'Mutation.signInAsDemoPerson';
    expect(refuseAsk(asked, null, AT)?.reason).toBe('not_found');
    expect(mayAsk(asked, null, { ...AT, isDemo: true })).toBe(true);
  });

  test('what must be confirmed is refused to Helen ten minutes after she confirmed, and before she ever did', () => {
    const asks = (confirmedAt: Date | null) =>
      refuseAsk('Mutation.changePhase', { offices: OFFICES.helen, confirmedAt }, AT)?.reason;
    expect(asks(minutesAgo(9))).toBeUndefined();
    expect(asks(minutesAgo(10))).toBe('confirm_first');
    expect(asks(null)).toBe('confirm_first');
    expect(refuseUnconfirmed(NOW, NOW)).toBeNull();
  });

  test('whose membership has lapsed reads what is their own and takes no part', () => {
    const lapsed = { offices: OFFICES.helen, lapsedOn: '2020-01-01' };
    expect(mayAsk('Query.mine', lapsed, AT)).toBe(true);
    expect(refuseAsk('Mutation.castVote', lapsed, AT)?.reason).toBe('lapsed');
    expect(refuseAsk('Mutation.decide', lapsed, AT)?.reason).toBe('lapsed');
  });

  test('an office that has ended carries no duty', () => {
    const ended = OFFICES.helen.map((held) => ({ ...held, until: '2020-01-01' }));
    expect(refuseAsk('Mutation.decide', { offices: ended }, AT)?.reason).toBe('not_an_officer');
  });
});
