import { describe, expect, test } from '@jest/globals';
import { needsPasskey, refuseAddingPasskey, refuseRemovingPasskey } from '../src/getting-in.js';
import { BODY_KINDS, OFFICE_NAMES } from '../src/office.js';
import { OFFICES, TODAY } from './cast.js';

describe('A passkey', () => {
  test('is needed by Helen and Faisal, who act for national bodies, and not by Asha or Ewan', () => {
    expect(needsPasskey(OFFICES.helen, TODAY)).toBe(true);
    expect(needsPasskey(OFFICES.faisal, TODAY)).toBe(true);
    expect(needsPasskey(OFFICES.asha, TODAY)).toBe(false);
    expect(needsPasskey(OFFICES.ewan, TODAY)).toBe(false);
  });

  test.each(BODY_KINDS)(
    'is needed for every office of a %s, or for none but the trusted',
    (kind) => {
      const needing = OFFICE_NAMES.filter((office) =>
        needsPasskey([{ office, bodyKind: kind, from: TODAY, until: null }], TODAY),
      );
      const isLocal = ['clp', 'region', 'union', 'socialist_society'].includes(kind);
      expect(needing).toEqual(isLocal ? ['moderator', 'administrator'] : OFFICE_NAMES);
    },
  );

  test('is needed no longer once the office has ended', () => {
    const ended = { office: 'moderator', bodyKind: 'clp', from: '2024-01-01' } as const;
    expect(needsPasskey([{ ...ended, until: '2026-05-22' }], TODAY)).toBe(false);
    expect(needsPasskey([{ ...ended, until: TODAY }], TODAY)).toBe(true);
  });

  test('cannot be added with a code by somebody who needs one and has one', () => {
    const ask = { needsPasskey: true, passkeys: 1, isStrong: false, signedInBy: 'code' } as const;
    expect(refuseAddingPasskey(ask)?.reason).toBe('passkey_first');
    expect(refuseAddingPasskey({ ...ask, signedInBy: 'oidc' })?.reason).toBe('passkey_first');
    expect(refuseAddingPasskey({ ...ask, isStrong: true })).toBeNull();
    expect(refuseAddingPasskey({ ...ask, needsPasskey: false })).toBeNull();
  });

  test('is added first by more than a code, where an office needs it', () => {
    const ask = { needsPasskey: true, passkeys: 0, isStrong: false, signedInBy: 'code' } as const;
    expect(refuseAddingPasskey(ask)?.reason).toBe('second_proof');
    expect(refuseAddingPasskey({ ...ask, signedInBy: 'oidc' })).toBeNull();
    expect(refuseAddingPasskey({ ...ask, signedInBy: 'link' })).toBeNull();
    expect(refuseAddingPasskey({ ...ask, needsPasskey: false })).toBeNull();
    // Whose passkey is lost is given a link.
    expect(refuseAddingPasskey({ ...ask, passkeys: 1, signedInBy: 'link' })).toBeNull();
  });

  test('that is the last one stays with whoever needs one', () => {
    const ask = { needsPasskey: true, passkeys: 1, isStrong: true };
    expect(refuseRemovingPasskey(ask)?.reason).toBe('last_passkey');
    expect(refuseRemovingPasskey({ ...ask, passkeys: 2 })).toBeNull();
    expect(refuseRemovingPasskey({ ...ask, passkeys: 2, isStrong: false })?.reason).toBe(
      'passkey_first',
    );
    expect(refuseRemovingPasskey({ ...ask, needsPasskey: false, isStrong: false })).toBeNull();
  });
});
