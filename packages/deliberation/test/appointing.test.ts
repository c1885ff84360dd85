import { describe, expect, test } from '@jest/globals';
import {
  type Appointment,
  BODY_KINDS,
  OFFICES_IN,
  type OfficeHeld,
  refuseAdministering,
  refuseAppointment,
  refuseEnding,
} from '../src/index.js';

const ON = '2026-11-25';
const NEC = { id: 'nec', kind: 'nec', name: 'the NEC' } as const;
const office = (changes: Partial<OfficeHeld> = {}): OfficeHeld => ({
  bodyId: 'nec',
  bodyKind: 'nec',
  office: 'administrator',
  from: '2025-01-01',
  until: null,
  ...changes,
});

const ask = (changes: Partial<Appointment> = {}) =>
  refuseAppointment({
    offices: [office()],
    on: ON,
    appointerId: 'nadia',
    member: { id: 'asha', lapsedOn: null, offices: [] },
    body: NEC,
    office: 'scrutineer',
    from: ON,
    until: null,
    ...changes,
  })?.reason ?? null;

describe('Appointing', () => {
  test('is for administrators in office', () => {
    expect(ask()).toBeNull();
    expect(ask({ offices: null })).toBe('not_signed_in');
    expect(ask({ offices: [] })).toBe('not_an_officer');
    expect(ask({ offices: [office({ office: 'chair' })] })).toBe('not_an_officer');
    expect(ask({ offices: [office({ until: '2026-11-24' })] })).toBe('not_an_officer');
    expect(ask({ offices: [office({ bodyKind: 'clp', bodyId: 'salford' })] })).toBe(
      'not_an_officer',
    );
    expect(refuseAdministering([office()], ON)).toBeNull();
  });

  test('is refused in order: who is none, oneself, lapsed, the office, the days, held already', () => {
    const held = { id: 'asha', lapsedOn: null, offices: [office({ office: 'scrutineer' })] };
    expect(ask({ member: null, body: null })).toBe('not_found');
    expect(ask({ body: null })).toBe('not_found');
    expect(ask({ appointerId: 'asha' })).toBe('not_for_oneself');
    expect(ask({ member: { ...held, lapsedOn: ON } })).toBe('not_valid');
    expect(ask({ member: { ...held, offices: [], lapsedOn: '2026-11-26' } })).toBeNull();
    expect(ask({ body: { id: 'sera', kind: 'socialist_society', name: 'SERA' } })).toBe(
      'not_valid',
    );
    expect(ask({ from: '2026-02-30' })).toBe('not_valid');
    expect(ask({ until: '2026-11-24' })).toBe('not_valid');
    expect(ask({ until: ON })).toBeNull();
    expect(ask({ member: held })).toBe('not_valid');
  });

  test('to an office that ended, or that comes later, is no second one', () => {
    const with_ = (held: Partial<OfficeHeld>) => ({
      id: 'asha',
      lapsedOn: null,
      offices: [office({ office: 'scrutineer', ...held })],
    });
    expect(ask({ member: with_({ until: '2026-11-24' }) })).toBeNull();
    expect(ask({ member: with_({ from: '2027-01-01' }), until: '2026-12-31' })).toBeNull();
    expect(ask({ member: with_({ from: '2027-01-01' }), until: '2027-01-01' })).toBe('not_valid');
    expect(ask({ member: with_({ from: '2027-01-01' }) })).toBe('not_valid');
  });

  test.each([...BODY_KINDS])('a %s has offices, and only the NEC has administrators', (kind) => {
    expect(OFFICES_IN[kind].length).toBeGreaterThan(0);
    expect(OFFICES_IN[kind].includes('administrator')).toBe(kind === 'nec');
    expect(new Set(OFFICES_IN[kind]).size).toBe(OFFICES_IN[kind].length);
  });
});

describe('Ending an office', () => {
  const end = (changes: Partial<Parameters<typeof refuseEnding>[0]> = {}) =>
    refuseEnding({
      offices: [office()],
      on: ON,
      enderId: 'nadia',
      held: { memberId: 'asha', from: '2026-01-01', until: null },
      until: '2026-11-24',
      ...changes,
    })?.reason ?? null;

  test('is for administrators, never their own, at once or later', () => {
    expect(end()).toBeNull();
    expect(end({ until: '2027-01-01' })).toBeNull();
    expect(end({ offices: [] })).toBe('not_an_officer');
    expect(end({ held: null })).toBe('not_found');
    expect(end({ enderId: 'asha' })).toBe('not_for_oneself');
    expect(end({ until: '2026-11-23' })).toBe('not_valid');
    expect(end({ until: 'soon' })).toBe('not_valid');
  });

  test('never makes it longer', () => {
    const held = { memberId: 'asha', from: '2026-01-01', until: '2026-12-01' };
    expect(end({ held, until: '2026-12-02' })).toBe('not_valid');
    expect(end({ held, until: '2026-12-01' })).toBeNull();
  });
});
