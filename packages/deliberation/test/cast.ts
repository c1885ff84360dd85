import type { BodyRef, OfficeHeld } from '../src/office.js';
import { type Rules, rulesFrom } from '../src/rules.js';

/** The day the tests happen on, and a moment of it. */
export const TODAY = '2026-05-23';
export const NOW = new Date('2026-05-23T10:00:00.000Z');

/** The standard rules of a consultation that opened on 1 April: joined by 4 March. */
export const STANDARD: Rules = rulesFrom('standard', '2026-04-01');

export const BODIES = {
  health: { id: 'health', kind: 'policy_commission', name: 'Health and Social Care' },
  energy: { id: 'energy', kind: 'policy_commission', name: 'Energy and Environment' },
  npf: { id: 'npf', kind: 'national_policy_forum', name: 'National Policy Forum' },
  jpc: { id: 'jpc', kind: 'joint_policy_committee', name: 'Joint Policy Committee' },
  nec: { id: 'nec', kind: 'nec', name: 'National Executive Committee' },
  sha: { id: 'sha', kind: 'socialist_society', name: 'Socialist Health Association' },
  sera: { id: 'sera', kind: 'socialist_society', name: 'SERA' },
} as const satisfies Record<string, BodyRef>;

const office = (
  body: BodyRef,
  name: OfficeHeld['office'],
  until: string | null = null,
): OfficeHeld => ({
  bodyId: body.id,
  bodyKind: body.kind,
  office: name,
  from: '2024-01-01',
  until,
});

/** The cast's offices; those who are not here hold none. */
export const OFFICES = {
  asha: [],
  ewan: [office(BODIES.sha, 'policy_officer')],
  kofi: [office(BODIES.sera, 'policy_officer')],
  faisal: [office(BODIES.npf, 'representative')],
  helen: [office(BODIES.npf, 'representative'), office(BODIES.health, 'convenor')],
  daniel: [office(BODIES.jpc, 'secretary'), office(BODIES.energy, 'convenor')],
  joan: [office(BODIES.nec, 'moderator')],
  /** Helen as she was when her time as convenor had ended. */
  helenBefore: [office(BODIES.health, 'convenor', '2026-05-22')],
} satisfies Record<string, OfficeHeld[]>;

/** People as voters. */
export const VOTERS = {
  asha: { standing: 'member', joinedOn: '2019-06-01' },
  sunita: { standing: 'affiliated_supporter', joinedOn: '2024-03-01' },
  jamie: { standing: 'member', joinedOn: '2026-05-09' },
} as const;
