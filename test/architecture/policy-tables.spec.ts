import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Act } from '@platform/tenancy';

const root = resolve(__dirname, '../..');
const BLOCK = /<!-- generated: who may -->[\s\S]*?<!-- end -->\n?/;

/** Every act that a policy file exports. */
function actsOf(file: string): Act[] {
  const exported = Object.values(jest.requireActual(resolve(root, file)) as Record<string, unknown>);
  const isAct = (value: unknown): value is Act => typeof value === 'object' && value !== null && 'verb' in value && 'roles' in value && 'stepUp' in value;
  return exported.filter((value): value is object => typeof value === 'object' && value !== null).flatMap((rows) => Object.values(rows)).filter(isAct);
}

function table(acts: readonly Act[]): string {
  const rows = acts.map(({ name, roles, stepUp }) => `| ${name} | ${roles.join(', ')} | ${stepUp ? 'yes' : ''} |`);
  return ['<!-- generated: who may -->', '| act | who may | second factor |', '|---|---|---|', ...rows, '<!-- end -->', ''].join('\n');
}

// The table is what the code enforces; UPDATE_README=1 npm run jest -- test/architecture/policy-tables writes it anew.
describe('the README of a lib says who may do what', () => {
  const policies = globSync('libs/*/src/*.policy.ts', { cwd: root }).sort();

  it.each(policies)('as %s enforces it', (file) => {
    const acts = actsOf(file);
    expect(acts.length).toBeGreaterThan(0);
    const readme = resolve(root, dirname(file), '../README.md');
    const written = readFileSync(readme, 'utf8');
    const wanted = BLOCK.test(written) ? written.replace(BLOCK, table(acts)) : `${written.trimEnd()}\n\n## Who may\n${table(acts)}`;
    if (process.env.UPDATE_README) writeFileSync(readme, wanted);
    expect(process.env.UPDATE_README ? readFileSync(readme, 'utf8') : written).toBe(wanted);
  });
});
