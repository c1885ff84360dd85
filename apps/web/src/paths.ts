/** Every address of the site, once. Patterns for the router and functions for links. */
export const patterns = {
  consultations: '/',
  newConsultation: '/consultations/new',
  consultation: '/consultations/:id',
  editConsultation: '/consultations/:id/edit',
  vote: '/consultations/:id/vote',
  priorities: '/consultations/:id/priorities',
  proposals: '/consultations/:id/proposals',
  newProposal: '/consultations/:id/proposals/new',
  ranking: '/consultations/:id/ranking',
  groups: '/consultations/:id/groups',
  rounds: '/consultations/:id/rounds',
  evidence: '/consultations/:id/evidence',
  review: '/consultations/:id/review',
  proposal: '/proposals/:id',
  proposalVersions: '/proposals/:id/versions',
  story: '/contributions/:id/story',
  drafts: '/drafts',
  draft: '/drafts/:id',
  editDraft: '/drafts/:id/edit',
  printDraft: '/drafts/:id/print',
  rankings: '/rankings',
  discuss: '/discuss',
  mine: '/mine',
  count: '/count',
  record: '/record',
  moderation: '/moderation',
  moderationLog: '/moderation/log',
  reportUnlawful: '/report-unlawful',
  privacy: '/privacy',
  search: '/search',
  signIn: '/sign-in',
  signInLink: '/sign-in/link',
  objectToChange: '/settings/object',
  admin: '/admin',
  settings: '/settings',
} as const;

/** Filters of the list of proposals. */
interface ListQuery {
  sort?: string;
  text?: string;
  commission?: string;
  mine?: boolean;
}

/** What the review queue shows, and the item that is open. */
interface ReviewQuery extends Query {
  filter?: string;
  sort?: string;
  region?: string;
  item?: string;
}

/** Which entries of the record are shown. */
interface RecordQuery extends Query {
  subject?: string;
  kind?: string;
  consultation?: string;
  about?: string;
  from?: string;
  to?: string;
}

type Query = Record<string, string | number | boolean | null | undefined>;

/** Adds what is set; leaves out what is null, undefined, false or empty. True is written as 1. */
function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
    .map(([name, value]) => [name, value === true ? '1' : String(value)]);
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

export const paths = {
  consultations: (query: { commission?: string; phase?: string; text?: string } = {}) =>
    withQuery('/', query),
  newConsultation: () => '/consultations/new',
  consultation: (id: string) => `/consultations/${id}`,
  editConsultation: (id: string) => `/consultations/${id}/edit`,
  vote: (id: string) => `/consultations/${id}/vote`,
  priorities: (id: string) => `/consultations/${id}/priorities`,
  proposals: (id: string, query: ListQuery = {}) =>
    withQuery(`/consultations/${id}/proposals`, { ...query }),
  newProposal: (id: string) => `/consultations/${id}/proposals/new`,
  ranking: (id: string, query: { lens?: string; round?: number } = {}) =>
    withQuery(`/consultations/${id}/ranking`, query),
  /** `recount` begins to recount that round; `proposal` is the one whose place is asked after. */
  rounds: (id: string, query: { recount?: number; proposal?: string; round?: number } = {}) => {
    const { round, ...asked } = query;
    const at = asked.recount ? `#recount-${asked.recount}` : round ? `#round-${round}` : '';
    return withQuery(`/consultations/${id}/rounds`, asked) + at;
  },
  groups: (id: string) => `/consultations/${id}/groups`,
  downloadBundle: (roundId: string) => `/download/rounds/${roundId}/bundle.zip`,
  downloadMatrix: (roundId: string) => `/download/rounds/${roundId}/matrix.zip`,
  downloadSigningKey: () => '/download/signing-key',
  evidence: (id: string, query: { give?: boolean; proposal?: string } = {}, evidence?: string) =>
    withQuery(`/consultations/${id}/evidence`, query) + (evidence ? `#${evidence}` : ''),
  downloadRanking: (id: string, query: { lens?: string; round?: number } = {}) =>
    withQuery(`/download/consultations/${id}/ranking.csv`, query),
  review: (id: string, query: ReviewQuery = {}) => withQuery(`/consultations/${id}/review`, query),
  proposal: (id: string, query: { comment?: string; sort?: string } = {}) =>
    withQuery(`/proposals/${id}`, query),
  proposalVersions: (id: string) => `/proposals/${id}/versions`,
  story: (contributionId: string) => `/contributions/${contributionId}/story`,
  drafts: () => '/drafts',
  draft: (id: string, query: { version?: number; changes?: boolean } = {}, paragraph?: string) =>
    withQuery(`/drafts/${id}`, query) + (paragraph ? `#${paragraph}` : ''),
  editDraft: (id: string) => `/drafts/${id}/edit`,
  printDraft: (id: string, query: { version?: number } = {}) =>
    withQuery(`/drafts/${id}/print`, query),
  draftFile: (id: string, format: 'md' | 'csv', query: { version?: number } = {}) =>
    withQuery(`/download/drafts/${id}.${format}`, query),
  rankings: () => '/rankings',
  discuss: () => '/discuss',
  mine: () => '/mine',
  count: (query: { consultation?: string } = {}) => withQuery('/count', query),
  record: (query: RecordQuery = {}) => withQuery('/record', query),
  exportRecord: () => '/record/export.zip',
  checkpoint: () => '/record/checkpoint',
  recordKey: () => '/record/key',
  entryReceipt: (number: number) => `/record/receipt?number=${number}`,
  moderation: (query: { part?: string } = {}) => withQuery('/moderation', query),
  moderationLog: () => '/moderation/log',
  reportUnlawful: (query: { place?: string } = {}) => withQuery('/report-unlawful', query),
  privacy: () => '/privacy',
  downloadMine: () => '/download/me.zip',
  search: (query: { text?: string; kind?: string; consultation?: string } = {}) =>
    withQuery('/search', query),
  signInLink: () => '/sign-in/link',
  objectToChange: () => '/settings/object',
  admin: (query: { number?: string } = {}) => withQuery('/admin', query),
  signIn: (query: { next?: string } = {}) => withQuery('/sign-in', query),
  settings: () => '/settings',
  /** Not of this app: the server sends on to the party's own login. `again` asks for the password there anew. */
  partyLogin: (query: { next?: string; again?: boolean } = {}) => withQuery('/party-login', query),
};
