import tseslint from 'typescript-eslint';

// The budgets of design §8 and the names of §2 as errors. Tests, migrations and data are exempt from the budgets.
const exempt = ['**/*.spec.ts', '**/migrations/**', 'test/**'];

export default tseslint.config(
  { ignores: ['test/architecture/fixtures/**', 'dist/**', 'node_modules/**', 'out/**', '.data/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/no-require-imports': 'error',
      '@typescript-eslint/no-restricted-types': ['error', { types: {
        Request: 'the DOM global: say SecurityRequest, or import express’s type under another name',
        Response: 'the DOM global: say SupplierResponse, or import express’s type under another name',
      } }],
      'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./\\.\\./\\.\\./', message: 'Another lib has two doors: @libs/x and @pure/x.' }] }],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: exempt,
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
      complexity: ['error', 15],
      'no-console': 'error',
    },
  },
  { files: ['**/*.controller.ts'], ignores: exempt, rules: { 'max-lines-per-function': ['error', { max: 15, skipBlankLines: true, skipComments: true }] } },
  { files: ['**/*.cjs', '**/bin/*.js'], languageOptions: { globals: { module: 'writable', require: 'readonly', process: 'readonly', __dirname: 'readonly', console: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['apps/cli/**/*.ts', 'apps/standalone/**/*.ts'], rules: { 'no-console': 'off' } },
  // discovery loads a lib's entities and migrations by path; that is what require is for
  { files: ['libs/platform/database/src/discover.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
