import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDirectory, sweepAbandoned } from './install-directory.js';

const root = mkdtempSync(join(tmpdir(), 'kenshu-install-'));
afterAll(() => rmSync(root, { recursive: true }));

let fills = 0;
const fill = async (directory: string): Promise<void> => {
  fills += 1;
  mkdirSync(join(directory, 'lib'), { mode: 0o700 });
  await writeFile(join(directory, 'program'), 'run me', { mode: 0o700 });
  await writeFile(join(directory, 'lib', 'data'), 'data', { mode: 0o600 });
};

describe('installing a directory', () => {
  const target = join(root, 'thing-1');
  beforeEach(() => {
    fills = 0;
    rmSync(target, { recursive: true, force: true });
  });

  it('fills it once, readable by every account', async () => {
    await installDirectory(target, fill);
    await installDirectory(target, fill);
    expect(fills).toBe(1);
    expect(statSync(join(target, 'program')).mode & 0o777).toBe(0o755);
    expect(statSync(join(target, 'lib')).mode & 0o777).toBe(0o755);
    expect(statSync(join(target, 'lib', 'data')).mode & 0o777).toBe(0o644);
  });
  it('several at once end with one good copy and nothing beside it', async () => {
    await Promise.all([1, 2, 3].map(() => installDirectory(target, fill)));
    expect(fills).toBeGreaterThan(1);
    expect(readdirSync(root)).toEqual(['thing-1']);
    expect(readFileSync(join(target, 'program'), 'utf8')).toBe('run me');
  });
  it.each([
    ['a changed file', () => writeFileSync(join(target, 'program'), 'run ME')],
    ['a missing file', () => rmSync(join(target, 'lib', 'data'))],
    ['a file too many', () => writeFileSync(join(target, 'lib', 'more'), 'x')],
    ['a missing manifest', () => rmSync(join(target, 'manifest.json'))],
  ])('%s makes it a bad copy, which is replaced', async (_, damage) => {
    await installDirectory(target, fill);
    damage();
    await installDirectory(target, fill);
    expect(fills).toBe(2);
    expect(readFileSync(join(target, 'program'), 'utf8')).toBe('run me');
    expect(readdirSync(target).sort()).toEqual(['lib', 'manifest.json', 'program']);
    expect(readdirSync(root)).toEqual(['thing-1']);
  });
  it('a fill that fails leaves nothing', async () => {
    await expect(installDirectory(target, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(readdirSync(root)).toEqual([]);
  });
});

it('only what a dead process of this machine left is swept', async () => {
  const ghost = 2 ** 22 + 1; // above the kernel's largest pid
  const names = [`a.${hostname()}.${ghost}.0123abcd.part`, `a.${hostname()}.${process.pid}.0123abcd.part`, `a.elsewhere.${ghost}.0123abcd.part`, 'a'];
  for (const name of names) mkdirSync(join(root, name));
  chmodSync(root, 0o755);
  await sweepAbandoned(root);
  expect(names.map((name) => existsSync(join(root, name)))).toEqual([false, true, true, true]);
  await expect(sweepAbandoned(join(root, 'nowhere'))).resolves.toBeUndefined();
});
