import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApiRequest } from './http.js';
import { HttpProblem } from './problem.js';

/** A file that has come in whole: its hash says what was sent, so that a repeated call can be told from another one. */
export interface Spooled { readonly sha256: string; readonly path: string; open(): ReadStream; drop(): Promise<void> }

/** @throws HttpProblem 413 past the limit; 400 when the caller breaks off. */
export async function spool(request: ApiRequest, maxBytes: number): Promise<Spooled> {
  const path = join(tmpdir(), `kenshu-upload-${randomUUID()}`);
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) { done(new HttpProblem(413, 'common.too_large')); return; }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(request, measure, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof HttpProblem ? error : new HttpProblem(400, 'api.malformed');
  }
  return { sha256: hash.digest('hex'), path, open: () => createReadStream(path), drop: () => rm(path, { force: true }) };
}
