/** The house's one-way doors, made from the orders in packages/config/house.cjs. */
const { builtinModules } = require('node:module');
const {
  above,
  beneath,
  features,
  suffixes,
  web,
  webBeneath,
  workspaces,
} = require('@clarion/config/house');

const any = (names) => `(${names.join('|')})`;
const api = (names) => `^apps/api/src/${any(names)}/`;
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Each name may not use those to its right. `path` makes the pattern for a list of names. */
function oneWay(order, prefix, comment, path, exceptFrom) {
  return order
    .slice(0, -1)
    .map((name, index) =>
      never(
        `${prefix}-${name}`,
        comment,
        { path: path([name]), ...(exceptFrom ? { pathNot: exceptFrom } : {}) },
        { path: path(order.slice(index + 1)) },
      ),
    );
}

/** Lists every table and nothing else, so it stands beside the features it names. */
const ENTITY_LIST = '^apps/api/src/database/(entities|data-source|migrate)\\.ts$';

const apiRules = [
  ...oneWay(
    [...features, ...above],
    'api-feature',
    'A feature uses only features whose data is born before its own.',
    api,
  ),
  never(
    'api-beneath',
    'What every feature stands on knows no feature.',
    { path: api(beneath), pathNot: ENTITY_LIST },
    { path: api([...features, ...above]) },
  ),
  ...oneWay(
    suffixes,
    'api-suffix',
    'entity → queries → service → resolver → module: each uses only what is to its left.',
    (names) => `^apps/api/src/.*\\.${any(names)}\\.ts$`,
  ),
  never(
    'api-unknown-feature',
    'Every folder has a place in the order: give it one in packages/config/house.cjs.',
    { path: '^apps/api/src/[^/]+/', pathNot: api([...beneath, ...features, ...above]) },
    {},
  ),
  never(
    'api-top',
    'The program is put together in one place, which nothing else uses.',
    { path: '^apps/api/src/[^/]+/', pathNot: '^apps/api/src/(cli|demo)/' },
    { path: '^apps/api/src/(main|app\\.module)\\.ts$' },
  ),
];

const webFeature = (names) => `^apps/web/src/features/${any(names)}/`;

const webRules = [
  ...oneWay(
    web,
    'web-folder',
    'graphql, deliberation → ui → features → pages → app.',
    (names) => `^apps/web/src/${any(names)}/`,
  ),
  never(
    'web-features-apart',
    'Features meet only in a page; all may use those that stand beneath.',
    { path: '^apps/web/src/features/([^/]+)/' },
    {
      path: '^apps/web/src/features/',
      pathNot: ['^apps/web/src/features/$1/', webFeature(webBeneath)],
    },
  ),
  ...oneWay(webBeneath, 'web-beneath', 'What stands beneath uses what is left of it.', webFeature),
  never(
    'web-beneath-apart',
    'What stands beneath the features uses none of them.',
    { path: webFeature(webBeneath) },
    { path: '^apps/web/src/features/', pathNot: webFeature(webBeneath) },
  ),
];

const workspaceRules = Object.entries(workspaces).map(([name, mayUse]) =>
  never(
    `workspace-${name.split('/')[1]}`,
    mayUse.length ? `It may use ${mayUse.join(', ')}.` : 'It uses no other workspace.',
    { path: `^${name}/` },
    {
      path: '^(apps|packages)/',
      pathNot: [`^${name}/`, '^packages/config/', ...mayUse.map((other) => `^${other}/`)],
    },
  ),
);

module.exports = {
  forbidden: [
    never('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),
    never(
      'no-unresolvable',
      'An import that leads nowhere.',
      {},
      // That package holds types alone, which the resolver does not see.
      { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    ),
    never(
      'rules-are-pure',
      'The rules and the record have no dependencies, not even on Node.',
      { path: '^packages/(deliberation|record)/src/', pathNot: '\\.test\\.ts$' },
      { path: '.', pathNot: '^packages/$1/src/' },
    ),
    never(
      'rounds-run-in-browsers',
      'A round is recounted in a browser too, so nothing that reads one may need Node.',
      { path: '^packages/exchange/src/round/' },
      { path: `^(node:)?${any(builtinModules)}$`, reachable: true },
    ),
    never(
      'no-dev-dependency-in-source',
      'What runs in production is a dependency; recount is bundled into one file, so it has none.',
      { path: '^(apps|packages)/[^/]+/src/', pathNot: ['\\.test\\.tsx?$', '^apps/recount/'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    never(
      'source-knows-no-test',
      'Tests use the source, never the reverse.',
      { path: '^(apps|packages)/[^/]+/src/', pathNot: ['\\.test\\.tsx?$'] },
      { path: ['\\.test\\.tsx?$', '^(apps|packages)/[^/]+/test/'] },
    ),
    ...workspaceRules,
    ...apiRules,
    ...webRules,
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^(apps|packages)/[^/]+/dist/'] },
    exclude: {
      path: [
        '^(apps|packages)/[^/]+/(reports|\\.cache|\\.turbo)/',
        '^(apps|packages)/[^/]+/dist/assets/',
      ],
    },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.graphql', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
