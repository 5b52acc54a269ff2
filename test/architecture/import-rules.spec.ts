import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Violation { rule: { name: string }; from: string; to: string }

const root = resolve(__dirname, '../..');

function violationsIn(folder: string): Violation[] {
  const tool = resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', resolve(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
  let json: string;
  try {
    json = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
  } catch (error) {
    json = (error as { stdout: string }).stdout; // a violation is a non-zero exit
  }
  return JSON.parse(json).summary.violations;
}

describe('the import rules', () => {
  const found = new Set<string>();
  beforeAll(() => {
    for (const { rule, from, to } of violationsIn(resolve(__dirname, 'fixtures'))) found.add(`${rule.name}: ${from} → ${to}`);
  });
  const has = (start: string): boolean => [...found].some((line) => line.startsWith(start));

  it.each([
    ['a stage that knows a later one', 'pipeline-catalog: libs/catalog/src/index.ts → libs/request'],
    ['a cycle', 'no-cycles: libs/request/src/ring-'],
    ['a Node built-in in a pure file', 'pure-is-pure: libs/request/src/due.rules.ts → '],
    ['SQL outside repositories and queries', 'sql-in-its-place: libs/request/src/send-request.ts'],
    ['a migration that imports our code', 'migrations-import-nothing: libs/request/src/migrations'],
    ['another lib entered by the window', 'two-doors: libs/certificate/src/index.ts → libs/request/src/requests.repository.ts'],
    ['a template engine in a business lib', 'business-libs-without-doors: libs/certificate/src/index.ts'],
    ['platform that knows business', 'platform-knows-no-business: libs/platform/audit/src/index.ts'],
    ['a door that imports another door', 'apps-not-each-other: apps/portal/src/main.ts → apps/worker'],
    ['a door that reaches a repository', 'two-doors-for-apps: apps/portal/src/main.ts → libs/request/src/requests.repository.ts'],
    ['a lib that imports a door', 'libs-not-apps: libs/verification/src/index.ts'],
  ])('refuse %s', (_what, start) => expect({ start, has: has(start) }).toEqual({ start, has: true }));
});
