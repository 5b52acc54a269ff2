// Import rules of design §1, generated from the one place that knows the order of the pipeline.
require('./test/support/run-ts.cjs');
const { PIPELINE } = require('./test/architecture/pipeline.ts');

const PURE = String.raw`(\.(rules|states|policy|document|actions)\.ts$|/answer-kinds/|^libs/verification/src/|^libs/[^/]+/src/pure\.ts$|^libs/platform/[^/]+/src/pure\.ts$|^libs/platform/errors/src/|^libs/platform/tenancy/src/(ids|actor|acts)\.ts$)`;
const TEST = String.raw`\.spec\.ts$`;

const stages = PIPELINE.map((stage, index) => ({
  name: `pipeline-${stage}`,
  comment: `${stage} may look back, never forward: a later stage knows it, not the other way round.`,
  severity: 'error',
  from: { path: `^libs/${stage}/`, pathNot: TEST },
  to: { path: `^libs/(${PIPELINE.slice(index + 1).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    ...stages,
    { name: 'no-cycles', severity: 'error', comment: 'A cycle has no direction.', from: {}, to: { circular: true } },
    { name: 'libs-not-apps', severity: 'error', comment: 'What is true does not know the doors.', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'apps-not-each-other', severity: 'error', comment: 'Doors are separate processes; only standalone puts them behind one port.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'platform-knows-no-business', severity: 'error', comment: 'Platform knows nothing of requirements or suppliers.',
      from: { path: '^libs/platform/' }, to: { path: '^libs/(?!platform/)' } },
    { name: 'two-doors', severity: 'error', comment: 'Another lib is entered through index.ts or pure.ts.',
      from: { path: '^libs/((?:platform/)?[^/]+)/', pathNot: TEST }, to: { path: '^libs/(?:platform/)?[^/]+/src/(?!index\\.ts$|pure\\.ts$)', pathNot: '^libs/$1/' } },
    { name: 'two-doors-for-apps', severity: 'error', comment: 'Apps enter a lib through index.ts or pure.ts.',
      from: { path: '^apps/' }, to: { path: '^libs/(?:platform/)?[^/]+/src/(?!index\\.ts$|pure\\.ts$)' } },
    { name: 'pure-is-pure', severity: 'error', comment: 'Rules, states, policies and documents import only pure files: no npm, no Node, no clock.',
      from: { path: PURE, pathNot: TEST }, to: { pathNot: PURE } },
    { name: 'sql-in-its-place', severity: 'error', comment: 'Only repositories, queries and entities touch TypeORM.',
      from: { path: '^(apps|libs)/', pathNot: `(${TEST}|\\.(repository|queries|entity)\\.ts$|/migrations/|^libs/platform/(database|tenancy|jobs|identity|notification|http)/|^apps/standalone/)` },
      to: { path: 'node_modules/(typeorm|pg)/' } },
    { name: 'business-libs-without-doors', severity: 'error', comment: 'Business libs know no HTTP, no template engine, no browser.',
      from: { path: '^libs/(?!platform/)', pathNot: TEST }, to: { path: 'node_modules/(express|handlebars|puppeteer-core)/' } },
    { name: 'migrations-import-nothing', severity: 'error', comment: 'A migration must read the same in ten years.',
      from: { path: '/migrations/' }, to: { path: '^(libs|apps)/' } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: require('node:path').resolve(__dirname, 'tsconfig.json') },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json', '.d.ts', '.mjs', '.cjs'] },
    exclude: { path: '^(dist|out|\\.data)/' },
  },
};
