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
} as const satisfies Record<string, Access>;
