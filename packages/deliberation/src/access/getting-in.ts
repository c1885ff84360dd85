import type { Access } from './row.js';

/** Signing in, sessions, and confirming that it is still oneself. */
export const GETTING_IN = {
  'Query.signInWays': { who: 'anyone' },
  'Mutation.requestSignInCode': { who: 'anyone' },
  'Mutation.signInWithCode': { who: 'anyone' },
  'Mutation.requestConfirmingCode': { who: 'signed_in', of: 'own' },
  'Mutation.confirmWithCode': { who: 'signed_in', of: 'own' },
  'Mutation.confirmAsDemoPerson': { who: 'signed_in', of: 'own' },
  'Viewer.sessions': { who: 'signed_in', of: 'own' },
  'Mutation.endSession': { who: 'signed_in', of: 'own' },
  'Mutation.endOtherSessions': { who: 'signed_in', of: 'own' },
  'Viewer.passkeys': { who: 'signed_in', of: 'own' },
  'Mutation.offerPasskeySignIn': { who: 'anyone' },
  'Mutation.signInWithPasskey': { who: 'anyone' },
  'Mutation.offerAddingPasskey': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseAddingPasskey',
    confirm: true,
  },
  'Mutation.addPasskey': { who: 'signed_in', of: 'own', rule: 'refuseAddingPasskey' },
  'Mutation.renamePasskey': { who: 'signed_in', of: 'own' },
  'Mutation.removePasskey': {
    who: 'signed_in',
    of: 'own',
    rule: 'refuseRemovingPasskey',
    confirm: true,
  },
  'Mutation.offerConfirmingWithPasskey': { who: 'signed_in', of: 'own' },
  'Mutation.confirmWithPasskey': { who: 'signed_in', of: 'own' },
} as const satisfies Record<string, Access>;
