import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

// swc mis-compiles a wildcard alias whose target is not index.ts, so .swcrc names every pure.ts; jest and tsc would not notice a missing one.
it('gives every pure.ts an exact alias in .swcrc, and no alias to nothing', () => {
  const paths = JSON.parse(readFileSync(resolve(root, '.swcrc'), 'utf8')).jsc.paths as Record<string, string[]>;
  const named = Object.keys(paths).filter((alias) => !alias.includes('*')).filter((alias) => existsSync(resolve(root, paths[alias][0]))).sort();
  const there = [
    ...globSync('libs/platform/*/src/pure.ts', { cwd: root }).map((path) => `@platform-pure/${path.split('/')[2]}`),
    ...globSync('libs/*/src/pure.ts', { cwd: root }).map((path) => `@pure/${path.split('/')[1]}`),
  ].sort();
  expect(named).toEqual(there);
  expect(Object.keys(paths).filter((alias) => !alias.includes('*') && !existsSync(resolve(root, paths[alias][0])))).toEqual([]);
});
