import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import { CertificatesRepository } from './certificates.repository.js';
import type { StoredCertificate } from './certificates.repository.js';
import { RegisterRepository } from './register.repository.js';

/** The rows of a certificate that is out: its file, the register, and the one it replaces. */
@Injectable()
export class IssueRecords {
  constructor(private readonly certificates: CertificatesRepository, private readonly register: RegisterRepository) {}

  async locked(tx: TenantTx, id: string): Promise<StoredCertificate | undefined> {
    return this.certificates.locked(tx, id);
  }

  async issued(tx: TenantTx, certificate: StoredCertificate, file: { readonly sha256: string; readonly byteSize: number }, at: Date): Promise<void> {
    await this.certificates.issued(tx, certificate.id, file, at);
    await this.register.printed(tx, certificate.number, file.sha256, at);
    if (certificate.replacesId !== null) await this.register.follow(tx, certificate.replacesId, at);
  }
}
