import type { Access } from './row.js';

/** What is fetched outside GraphQL, by method and address. */
export const FETCHED = {
  'GET /health': { who: 'anyone' },
  // Each field of a document has a row of its own.
  'GET /graphql': { who: 'anyone' },
  'POST /graphql': { who: 'anyone' },
  // Subscriptions; each has a row of its own.
  'GET /live': { who: 'anyone' },
  // Counts what browsers were kept from.
  'POST /report/policy': { who: 'anyone' },
  'GET /party-login': { who: 'anyone' },
  'GET /party-login/return': { who: 'anyone' },
  // The web app.
  'GET /*': { who: 'anyone' },
  'GET /download/consultations/:id/ranking.csv': { who: 'anyone', of: 'counted' },
  'GET /download/drafts/:file': { who: 'anyone', of: 'published' },
  'GET /download/rounds/:id/bundle.zip': { who: 'anyone' },
  'GET /download/rounds/:id/matrix.zip': {
    who: 'scrutinise',
    says: 'Who voted how, by number and without a name, is for the scrutineers whom the National Executive Committee appoints. What everybody may check is in the bundle.',
  },
  'GET /download/me.zip': { who: 'signed_in', of: 'own', confirm: true },
  'GET /download/signing-key': { who: 'anyone' },
  'GET /record/votes/:consultationId/:batch': { who: 'anyone' },
  'GET /record/checkpoint': { who: 'anyone' },
  'GET /record/key': { who: 'anyone' },
  'GET /record/entries': { who: 'anyone' },
  'GET /record/consistency': { who: 'anyone' },
  'GET /record/receipt': { who: 'anyone' },
  'GET /record/export.zip': { who: 'anyone' },
} as const satisfies Record<string, Access>;
