/**
 * Who may import whom (ARCHITECTURE.md says why). A folder may always import itself.
 * `script/checks/layers.ts` runs this; tests/layers/ plants violations and sees each caught.
 */
const MAY_IMPORT = {
  domain: [],
  locales: ['domain'],
  anchoring: ['domain'],
  capture: ['domain'],
  search: ['domain'],
  formats: ['domain'],
  storage: ['domain'],
  messaging: ['domain'],
  sharing: ['domain', 'storage'],
  finding: ['domain', 'search', 'storage'],
  components: ['domain', 'locales', 'search'],
  page: ['anchoring', 'capture', 'domain', 'locales', 'messaging'],
  surfaces: ['components', 'domain', 'finding', 'locales', 'messaging', 'search', 'sharing', 'storage'],
  entrypoints: [
    'anchoring',
    'capture',
    'components',
    'domain',
    'finding',
    'formats',
    'locales',
    'messaging',
    'page',
    'search',
    'sharing',
    'storage',
    'surfaces',
  ],
  community: ['domain'],
};
const FOLDERS = Object.keys(MAY_IMPORT);
const within = (folders) => `^(?:${folders.join('|')})/`;

const layers = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  comment: `${folder}/ may import ${allowed.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: within(FOLDERS), pathNot: within([folder, ...allowed]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'entrypoints-are-apart',
      comment: 'Each entrypoint is a bundle of its own: what two of them need goes into a layer below.',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
    {
      name: 'page-script-is-light',
      comment: 'The script in every page reaches neither the database (it would be the page’s own) nor a framework.',
      severity: 'error',
      from: { path: '^entrypoints/clip(?:\\.content|-tools)/' },
      to: { path: '^storage/|node_modules/(?:dexie|preact|@preact)/', reachable: true },
    },
    {
      name: 'runs-anywhere',
      comment: 'These run in any page, in a worker and in Node: the extension API is for others.',
      severity: 'error',
      from: { path: '^(?:domain|anchoring|search)/' },
      to: { path: 'node_modules/(?:wxt|webextension-polyfill|@wxt-dev)/' },
    },
    {
      name: 'no-node-in-a-browser',
      comment: 'Only the server, the scripts and the tests run in Node.',
      severity: 'error',
      from: { path: within(FOLDERS), pathNot: '^community/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-reaches-into-tools',
      comment: 'What is delivered imports neither tests nor scripts.',
      severity: 'error',
      from: { path: within(FOLDERS) },
      to: { path: '^(?:tests|script)/' },
    },
    {
      name: 'delivered-from-dependencies',
      comment:
        'What is delivered imports packages that package.json lists under dependencies; types, and what the build itself provides, apart.',
      severity: 'error',
      from: { path: within(FOLDERS) },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(?:wxt|@types)/',
      },
    },
    { name: 'no-circle', comment: 'A circle has no order in which it can be read.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', comment: 'What is imported must be there.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:\\.output|\\.wxt|\\.data|test-results)/' },
    // an import of a type is a dependency too
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
