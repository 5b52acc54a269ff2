import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, invalid } from '@platform/errors';
import { missingGlyphs } from '@platform/rendering';
import { canonicalText, sha256Hex } from '@platform/signing';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificateActs } from './certificate.policy.js';
import { CertificateSources } from './certificate-sources.js';
import type { Sources } from './certificate-sources.js';
import { CertificatesRepository } from './certificates.repository.js';
import { certificateNumber, verificationCode } from './number.rules.js';
import type { CertificateId } from './number.rules.js';
import { sealedActsOf, writeCertificate } from './write-certificate.js';

/** Injection token: the address in the QR code, without a trailing slash. */
export const PUBLIC_URL = Symbol('public URL');

export interface Replacement { readonly id: string; readonly number: string; readonly reason: string }

/** Step 1 of issuing: number, code and the whole statement are stored in one transaction, before anything is signed. */
@Injectable()
export class PrepareCertificate {
  constructor(
    private readonly db: TenantDb, private readonly sources: CertificateSources, private readonly repository: CertificatesRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock, @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * Repeatable: the certificate that is there, or a new one; null when the inspection entitles to none.
   * Throws `certificate.prefix_missing`, `certificate.glyphs_missing` naming the characters.
   */
  async execute(actor: Actor, { inspectionId }: { readonly inspectionId: string }): Promise<CertificateId | null> {
    authorize(actor, CertificateActs.prepare, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, inspectionId, null));
  }

  async within(tx: TenantTx, inspectionId: string, replaces: Replacement | null): Promise<CertificateId | null> {
    await this.repository.lockInspection(tx, inspectionId);
    const existing = await this.repository.find(tx, inspectionId, replaces?.id ?? null);
    if (existing) return existing;
    const sources = await this.sources.read(tx, inspectionId);
    return sources && this.prepare(tx, sources, replaces);
  }

  private async prepare(tx: TenantTx, sources: Sources, replaces: Replacement | null): Promise<CertificateId> {
    const { buyer, line, inspection } = sources;
    if (buyer.certificatePrefix === null) throw conflict('certificate.prefix_missing');
    const now = this.clock.now();
    const issuedOn = localDate(now, buyer.timeZone);
    const year = Number(issuedOn.slice(0, 4));
    const sequence = await this.repository.nextSequence(tx, year);
    const code = verificationCode(randomBytes(16));
    const number = certificateNumber(buyer.certificatePrefix, year, sequence);
    const canonical = canonicalText(writeCertificate(sources, { number, code, publicUrl: this.publicUrl, issuedOn, replaces: replaces && { number: replaces.number, reason: replaces.reason } }));
    assertPrintable(canonical);
    const id = newId<'Certificate'>();
    const sha256 = sha256Hex(new TextEncoder().encode(canonical));
    await this.repository.prepare(tx, {
      id, supplierOrganizationId: line.supplierOrganizationId, orderLineId: line.id, inspectionId: inspection.id, replacesId: replaces?.id ?? null, number, year,
      sequence, code, canonical, sha256, acts: sealedActsOf(sources), issuedOn, preparedAt: now,
    });
    await this.audit.record(tx, CertificateActs.prepare, { kind: 'certificate', id }, { number, inspectionId: inspection.id, sha256, replaces: replaces?.number ?? null });
    return id;
  }
}

/** A character the font does not have would print as an empty box and nobody would notice: better no certificate than one with a hole in a name. */
function assertPrintable(canonical: string): void {
  const missing = missingGlyphs(canonical);
  if (missing.length === 0) return;
  const named = missing.slice(0, 20).map((character) => `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`);
  throw invalid('certificate.glyphs_missing', { characters: named.join(' ') });
}
