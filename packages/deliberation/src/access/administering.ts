import type { Access } from './row.js';

/** Where members are reached, who holds which office, and what administrators do. */
export const ADMINISTERING = {
  'Query.myContact': { who: 'signed_in', of: 'own' },
  'Mutation.changeContact': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseEmail',
    confirm: true,
  },
  'Mutation.confirmContact': { who: 'signed_in', of: 'own' },
  // Whoever has the code that went to the old address need not be able to sign in.
  'Mutation.objectToContactChange': { who: 'anyone', rule: 'refuseObjection' },
  'Query.pendingContactChanges': { who: 'administer' },
  'Mutation.changeContactOfMember': {
    who: 'administer',
    rule: 'refuseEmail',
    confirm: true,
  },
  'Mutation.approveContactChanges': { who: 'administer', rule: 'refuseSecond', confirm: true },
  'Mutation.refuseContactChanges': { who: 'administer', rule: 'refuseSecond', confirm: true },
  'Query.memberByNumber': { who: 'administer' },
  'Mutation.appointOfficer': { who: 'administer', rule: 'refuseAppointment', confirm: true },
  'Mutation.endOffice': { who: 'administer', rule: 'refuseEnding', confirm: true },
  'Mutation.signInByLink': { who: 'anyone' },
} as const satisfies Record<string, Access>;
