/**
 * The two orders of the house. Left may be used by right, never back. The import rules in
 * .dependency-cruiser.cjs are made from these lists; a new feature is added here first.
 */

/** What every feature stands on. It knows no feature. */
const beneath = ['graphql', 'database', 'jobs', 'keyring', 'mail', 'record', 'doors', 'live'];

/** Features of the API, in the order in which their data is born. */
const features = [
  'bodies',
  'roll',
  'offices',
  'accounts',
  'contacts',
  'administration',
  'consultations',
  'contributions',
  'voting',
  'opinion',
  'ranking',
  'decisions',
  'drafts',
  'assemblies',
  'moderation',
  'notifications',
];

/** What looks at all features, or serves them. No feature knows it. */
const above = ['audit', 'story', 'search', 'personal-data', 'exchange', 'demo', 'backup', 'cli'];

/** Inside a feature, by the end of a file's name. */
const suffixes = ['entity', 'queries', 'service', 'resolver', 'module'];

/** The web app's folders. */
const web = ['graphql', 'deliberation', 'ui', 'features', 'pages', 'app'];

/**
 * Features of the web that every feature may use, each also what is left of it: who is there, what is
 * kept as a receipt, what stands in the place of something hidden and the way to report it.
 */
const webBeneath = ['accounts', 'record', 'moderation'];

/** Which workspace may use which. */
const workspaces = {
  'packages/deliberation': [],
  'packages/record': [],
  'packages/exchange': ['packages/deliberation', 'packages/record'],
  'apps/recount': ['packages/deliberation', 'packages/record', 'packages/exchange'],
  'apps/api': ['packages/deliberation', 'packages/record', 'packages/exchange', 'packages/schema'],
  'apps/bench': [
    'packages/deliberation',
    'packages/record',
    'packages/exchange',
    'apps/api',
    'apps/recount',
  ],
  'apps/web': ['packages/deliberation', 'packages/record', 'packages/exchange', 'packages/schema'],
};

module.exports = { beneath, features, above, suffixes, web, webBeneath, workspaces };
