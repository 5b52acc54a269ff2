import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { Storage } from '@platform/storage';
import { SealerDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificateActs } from './certificate.policy.js';
import { CertificatePrinter } from './certificate-printer.js';
import { IssueRecords } from './issue-records.js';

const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Step 3 of issuing: print, sign, store, say so. The lock is held while it is printed (some 50 ms), so that one certificate is printed once even
 * when a job was given out twice; a kill in between leaves at most a file that no row names.
 */
@Injectable()
export class RenderCertificate {
  constructor(
    private readonly db: SealerDb, private readonly records: IssueRecords, private readonly printer: CertificatePrinter,
    private readonly storage: Storage, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `actor`: the system, of the buyer. Repeatable. Throws `certificate.not_sealed`. */
  async execute(actor: Actor, { certificateId }: { readonly certificateId: string }): Promise<void> {
    authorize(actor, CertificateActs.issue, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, certificateId));
  }

  async within(tx: TenantTx, certificateId: string): Promise<void> {
    const certificate = await this.records.locked(tx, certificateId);
    if (!certificate) throw notFound('certificate');
    if (certificate.issuedAt !== null) return;
    if (certificate.sealedAt === null) throw conflict('certificate.not_sealed', { number: certificate.number });
    const pdf = await this.printer.print(tx, certificateId);
    const file = await this.storage.put(certificate.buyerOrganizationId, Readable.from([Buffer.from(pdf)]), { maxBytes: MOST_BYTES });
    await this.records.issued(tx, certificate, file, this.clock.now());
    await this.audit.record(tx, CertificateActs.issue, { kind: 'certificate', id: certificateId },
      { number: certificate.number, pdfSha256: file.sha256, replaces: certificate.replacesId });
  }
}
