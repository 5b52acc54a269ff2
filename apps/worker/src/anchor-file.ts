import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { OrganizationKeys } from '@platform/signing';
import { SealerDb, newId, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';

/** Injection token: where the installation's authority is kept as a file. */
export const TRUST_DIR = Symbol('trust directory');

/** The certificate authority of this installation as `anchor.pem`, so that `kenshu verify` needs no argument on this machine. */
@Injectable()
export class AnchorFile {
  constructor(private readonly db: SealerDb, private readonly keys: OrganizationKeys, @Inject(TRUST_DIR) private readonly directory: string) {}

  /** Writes nothing while there is no authority yet, and nothing when the file says so already. */
  async write(): Promise<void> {
    const pem = await this.db.run(systemActor(newId<'Organization'>() as OrganizationId), (tx) => this.keys.authorityPem(tx));
    const file = join(this.directory, 'anchor.pem');
    if (!pem || await readFile(file, 'utf8').catch(() => '') === pem) return;
    await mkdir(this.directory, { recursive: true });
    await writeFile(`${file}.new`, pem);
    await rename(`${file}.new`, file);
  }
}
