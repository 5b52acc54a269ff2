import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import * as identity from '@platform/identity';
import * as notification from '@platform/notification';
import { OPERATIONS } from '../../apps/api/src/operations/index.js';
import { EXCEPTIONS, HELPERS_OF_QUERIES } from './exceptions.js';

const libs = resolve(__dirname, '../../libs');
const names = readdirSync(libs).filter((name) => existsSync(resolve(libs, name, 'src/index.ts')));
const isVerb = (value: unknown): boolean => typeof value === 'function' && typeof (value.prototype as { execute?: unknown } | undefined)?.execute === 'function';

async function verbs(): Promise<string[]> {
  const all: Record<string, unknown> = { ...identity, ...notification };
  for (const lib of names) Object.assign(all, await import(`@libs/${lib}`));
  return Object.entries(all).filter(([, value]) => isVerb(value)).map(([name]) => name);
}

/** Every public method of an exported query class. */
function queries(): string[] {
  const found: string[] = [];
  for (const lib of names) {
    const exports = readFileSync(resolve(libs, lib, 'src/index.ts'), 'utf8').matchAll(/^export \{([^}]+)\} from '\.\/([\w./-]+\.queries)\.js';/gm);
    for (const [, classes, file] of exports) {
      const source = readFileSync(resolve(libs, lib, 'src', `${file}.ts`), 'utf8');
      const methods = [...source.matchAll(/^ {2}async (\w+)\(/gm)].map(([, method]) => method);
      for (const name of classes!.split(',').map((one) => one.trim()).filter((one) => /^[A-Z][a-z]/.test(one))) found.push(...methods.map((method) => `${name}.${method}`));
    }
  }
  return found;
}

const covered = new Set(OPERATIONS.flatMap(({ covers }) => covers));
const excepted = (name: string): boolean => name in EXCEPTIONS || name.split('.')[0]! in EXCEPTIONS || name in HELPERS_OF_QUERIES;

describe('the operations of the API', () => {
  it('are every verb of the libs, and what is not one says why', async () => {
    const all = await verbs();
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter((name) => !covered.has(name) && !excepted(name)).sort()).toEqual([]);
  });

  it('are every query of the libs, and what is not one says why', () => {
    const all = queries();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((name) => !covered.has(name) && !excepted(name)).sort()).toEqual([]);
  });

  it('except nothing that is there, and nothing that does not exist', async () => {
    const all = [...await verbs(), ...queries()];
    expect([...covered].filter((name) => excepted(name) && name in EXCEPTIONS)).toEqual([]);
    expect(Object.keys({ ...EXCEPTIONS, ...HELPERS_OF_QUERIES }).filter((name) => !all.some((one) => one === name || one.startsWith(`${name}.`)))).toEqual([]);
    expect(OPERATIONS.flatMap(({ covers }) => covers).filter((name) => !all.includes(name) && !/^(AccessTokens|DraftResolver|Notifications|NotificationChoices)\./.test(name))).toEqual([]);
  });

  it('are called as their verbs are, and each name once', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const { id, covers, method } of OPERATIONS.filter((one) => one.method !== 'get')) expect([id, method]).toEqual([covers[0]![0]!.toLowerCase() + covers[0]!.slice(1), method]);
    expect(new Set(OPERATIONS.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)).size).toBe(OPERATIONS.length);
  });

  it('name what they answer with by an id wherever they are a list', () => {
    for (const { id, paged, answer } of OPERATIONS.filter((one) => one.paged)) expect([id, paged, Object.keys((answer!.json(() => ({})) as { properties: object }).properties)]).toEqual([id, paged, expect.arrayContaining(['id'])]);
  });
});
