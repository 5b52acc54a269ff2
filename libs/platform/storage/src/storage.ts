import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { invalid, notFound } from '@platform-pure/errors';
import { isId } from '@platform-pure/tenancy';
import { mediaTypeOf } from './media-type.js';
import { REFUSED_MEDIA_TYPES } from './media-type.rules.js';

/** Injection token: the directory below which every file of every organisation lies. */
export const STORAGE_ROOT = Symbol('storage root');
/** Injection token: the largest file a person may bring, in bytes. */
export const UPLOAD_MAX_BYTES = Symbol('upload limit');

export interface StoredFile { readonly sha256: string; /** Bytes. */ readonly byteSize: number; /** By content, never by name. */ readonly mediaType: string }

const INCOMING = '.incoming';
/** An upload that a killed process left half-written is certainly dead after a day. */
const STALE_MS = 86_400_000;

/** Files by their sha-256, below the organisation that owns them: `<root>/<organisation>/<aa>/<sha256>`. A stored file never changes. */
@Injectable()
export class Storage implements OnApplicationBootstrap {
  private readonly root: string;

  constructor(@Inject(STORAGE_ROOT) root: string) {
    this.root = resolve(root);
  }

  async onApplicationBootstrap(): Promise<void> {
    const incoming = join(this.root, INCOMING);
    for (const name of await readdir(incoming).catch(() => [])) {
      const path = join(incoming, name);
      const age = await stat(path).then((entry) => Date.now() - entry.mtimeMs, () => 0);
      if (age > STALE_MS) await rm(path, { force: true });
    }
  }

  /**
   * Keeps what the stream brings, hashing while it comes. Nothing is left behind when it throws.
   * @throws invalid `storage.too_large`, `storage.empty`, `storage.refused_type` (what runs in a browser or on a machine), or the stream's own error.
   */
  async put(organizationId: string, content: Readable, limits: { readonly maxBytes: number }): Promise<StoredFile> {
    const temporary = join(this.root, INCOMING, randomUUID());
    await mkdir(dirname(temporary), { recursive: true });
    try {
      const { sha256, byteSize } = await receive(content, temporary, limits.maxBytes);
      const mediaType = await mediaTypeOf(temporary, byteSize);
      if (REFUSED_MEDIA_TYPES.has(mediaType)) throw invalid('storage.refused_type', { mediaType });
      await this.settle(temporary, this.pathOf(organizationId, sha256));
      return { sha256, byteSize, mediaType };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** The file's bytes. The handle is open when this returns, so a missing file is an answer (`not_found`) and not a broken download. */
  async open(organizationId: string, sha256: string): Promise<Readable> {
    const handle = await open(this.pathOf(organizationId, sha256), 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? notFound('file') : error;
    });
    return handle.createReadStream();
  }

  /** Same content, same name: a second upload changes nothing, and rename is atomic for whoever reads meanwhile. */
  private async settle(temporary: string, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    await syncDirectory(dirname(path));
    await syncDirectory(dirname(dirname(path)));
  }

  private pathOf(organizationId: string, sha256: string): string {
    if (!isId(organizationId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by an organisation id and a sha-256');
    return join(this.root, organizationId, sha256.slice(0, 2), sha256);
  }
}

async function receive(content: Readable, path: string, maxBytes: number): Promise<{ sha256: string; byteSize: number }> {
  const hash = createHash('sha256');
  let byteSize = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteSize += chunk.length;
      if (byteSize > maxBytes) { done(invalid('storage.too_large', { maxBytes })); return; }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const handle = await open(path, 'wx', 0o640);
  // flush: fsync before close, so that the name never points to bytes a power cut can take away
  await pipeline(content, measure, handle.createWriteStream({ flush: true }));
  if (byteSize === 0) throw invalid('storage.empty');
  return { sha256: hash.digest('hex'), byteSize };
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try { await handle.sync(); } finally { await handle.close(); }
}
