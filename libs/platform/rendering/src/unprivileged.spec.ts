import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findInPath, isEnterable, reachableDirectory } from './unprivileged.js';

const root = mkdtempSync(join(tmpdir(), 'kenshu-reach-'));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true }));

describe('a directory another account can reach', () => {
  const closed = join(root, 'closed');
  beforeAll(() => mkdirSync(closed, { mode: 0o700 }));

  it('one closed parent closes everything below, existing or not', () => {
    expect(isEnterable(join(root, 'new', 'deep'))).toBe(isEnterable(tmpdir()));
    expect(isEnterable(join(closed, 'new'))).toBe(false);
  });
  it('an ordinary user keeps the wanted directory, however closed', () => {
    expect(reachableDirectory(join(closed, 'a'), () => undefined, false)).toBe(join(closed, 'a'));
  });
  it('root moves away from a closed one, to the same place each time, and says so', () => {
    const said: string[] = [];
    const other = reachableDirectory(join(closed, 'b'), (message) => said.push(message), true);
    expect(reachableDirectory(join(closed, 'b'), () => undefined, true)).toBe(other);
    expect(isEnterable(other)).toBe(true);
    expect(said).toEqual([expect.stringContaining(other)]);
    chmodSync(other, 0o777);
    expect(() => reachableDirectory(join(closed, 'b'), () => undefined, true)).toThrow('someone else');
    rmSync(other, { recursive: true });
  });
  it('directories made on the way are open, existing ones are left as they are', () => {
    reachableDirectory(join(closed, 'x', 'y'), () => undefined, false);
    expect(statSync(join(closed, 'x')).mode & 0o777).toBe(0o755);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });
});

it('finds a program by the first name there is', () => {
  expect(findInPath(['no-such-program', 'sh'])).toMatch(/\/sh$/);
  expect(findInPath(['no-such-program'])).toBeNull();
  expect(dirname(findInPath(['sh']) as string)).toMatch(/bin$/);
});
