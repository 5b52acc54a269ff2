import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { newId } from '@platform/tenancy';
import { Storage } from './storage.js';

let root: string;
let storage: Storage;
const organization = newId();
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'storage-')); storage = new Storage(root); });
afterEach(() => rm(root, { recursive: true, force: true }));

const files = async (): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
const put = (content: Readable, maxBytes = 1_000_000) => storage.put(organization, content, { maxBytes });
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('storage', () => {
  it('keeps a file under its own hash and gives the same bytes back', async () => {
    const stored = await put(Readable.from([PNG.subarray(0, 20), PNG.subarray(20)]));
    expect(stored).toEqual({ sha256: createHash('sha256').update(PNG).digest('hex'), byteSize: PNG.length, mediaType: 'image/png' });
    expect(await buffer(await storage.open(organization, stored.sha256))).toEqual(PNG);
  });
  it('keeps the same content once', async () => {
    await put(Readable.from([PNG]));
    await put(Readable.from([PNG]));
    expect(await files()).toHaveLength(1);
  });
  it('does not give one organisation the file of another', async () => {
    const { sha256 } = await put(Readable.from([PNG]));
    await expect(storage.open(newId(), sha256)).rejects.toMatchObject({ kind: 'not_found' });
  });
  it('stops a stream that is too long while it comes, and leaves nothing', async () => {
    let sent = 0;
    const endless = Readable.from((function* () { for (;;) { sent += 1; yield Buffer.alloc(1000); } })());
    await expect(put(endless, 5000)).rejects.toMatchObject({ code: 'storage.too_large' });
    expect(sent).toBeLessThan(100);
    expect(await files()).toEqual([]);
  });
  it.each([
    ['an empty file', Readable.from([]), 'storage.empty'],
    ['a page', Readable.from([Buffer.from('<!doctype html><script>1</script>')]), 'storage.refused_type'],
    ['a drawing that can run scripts', Readable.from([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]), 'storage.refused_type'],
    ['a program', Readable.from([Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])]), 'storage.refused_type'],
  ])('refuses %s and leaves nothing', async (_what, content, code) => {
    await expect(put(content)).rejects.toMatchObject({ code });
    expect(await files()).toEqual([]);
  });
  it('leaves nothing when the sender goes away', async () => {
    const broken = Readable.from((async function* () { yield PNG; throw new Error('connection lost'); })());
    await expect(put(broken)).rejects.toThrow('connection lost');
    expect(await files()).toEqual([]);
  });
  it('knows a PDF and a CSV by their bytes', async () => {
    expect((await put(Readable.from([Buffer.from('%PDF-1.7\n1 0 obj\n')]))).mediaType).toBe('application/pdf');
    expect((await put(Readable.from([Buffer.from('項目,結果\n1,良\n')]))).mediaType).toBe('text/csv');
  });
  it('sweeps what a killed process left a day ago, and nothing younger', async () => {
    await put(Readable.from([PNG]));
    for (const name of ['old', 'new']) await writeFile(join(root, '.incoming', name), 'x');
    await utimes(join(root, '.incoming', 'old'), 0, 0);
    await storage.onApplicationBootstrap();
    await expect(stat(join(root, '.incoming', 'old'))).rejects.toThrow();
    expect((await stat(join(root, '.incoming', 'new'))).size).toBe(1);
  });
  it('refuses a name that is no hash', async () =>
    await expect(storage.open(organization, '../../etc/passwd')).rejects.toThrow('sha-256'));
});
