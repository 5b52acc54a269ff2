// One project; every worker gets its own clone of a migrated template database (test/support/database).
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: {
    parser: { syntax: 'typescript', decorators: true }, target: 'es2023', keepClassNames: true,
    transform: { legacyDecorator: true, decoratorMetadata: true } }, module: { type: 'commonjs' }, swcrc: false }] },
  moduleNameMapper: {
    '^@libs/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^@pure/(.*)$': '<rootDir>/libs/$1/src/pure.ts',
    '^@platform/(.*)$': '<rootDir>/libs/platform/$1/src/index.ts',
    '^@platform-pure/(.*)$': '<rootDir>/libs/platform/$1/src/pure.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
  testSequencer: '<rootDir>/test/support/sequencer.cjs',
  testTimeout: 60000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.cjs'],
  maxWorkers: 2,
};
