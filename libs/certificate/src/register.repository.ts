import { Injectable } from '@nestjs/common';
import { lockWithCode, sha256Hex } from '@platform/signing';
import type { TenantTx } from '@platform/tenancy';
import { parseCertificate } from './certificate.document.js';
import { publishedStatus } from './certificate.states.js';
import type { PublishedStatus } from './certificate.states.js';
import type { StoredCertificate } from './certificates.repository.js';
import { holderCard } from './holder-card.document.js';

/** The public register (schema `published`). Every method needs a transaction of the sealer's role. */
@Injectable()
export class RegisterRepository {
  /** A stranger asks with the code; the register holds only its hash, so that it cannot be used to list certificates or to learn who deals with whom. */
  async publish(tx: TenantTx, certificate: StoredCertificate, at: Date): Promise<void> {
    await tx.query(
      `insert into published.certificate (number, code_sha256, statement_sha256, status, issued_on, holder_card, changed_at)
       values ($1, $2, $3, 'issued', $4, $5, $6)`,
      [certificate.number, sha256Hex(new TextEncoder().encode(certificate.code)), certificate.sha256, certificate.issuedOn,
        lockWithCode(certificate.code, holderCard(parseCertificate(certificate.canonical))), at]);
  }

  async printed(tx: TenantTx, number: string, pdfSha256: string, at: Date): Promise<void> {
    await tx.query('update published.certificate set pdf_sha256 = $2, changed_at = $3 where number = $1', [number, pdfSha256, at]);
  }

  /** Makes the register say what the rows say. @returns the new status, or null when it said so already. */
  async follow(tx: TenantTx, certificateId: string, at: Date): Promise<PublishedStatus | null> {
    const [row] = await tx.query<{ number: string; supersededAt: Date | null; replacedBy: string | null; revokedAt: Date | null; reasonKind: string | null }>(
      `select c.number, n.issued_at as "supersededAt", case when n.issued_at is not null then n.number end as "replacedBy", v.decided_at as "revokedAt",
         v.reason_kind as "reasonKind"
       from app.certificate c left join app.certificate n on n.replaces_id = c.id left join app.certificate_revocation v on v.certificate_id = c.id
       where c.id = $1`, [certificateId]);
    if (!row) return null;
    const status = publishedStatus(row);
    const reasonKind = row.reasonKind ?? (row.supersededAt === null ? null : 'superseded');
    const changed = await tx.affect(
      `update published.certificate set status = $2, replaced_by = $3, reason_kind = $4, changed_at = $5
        where number = $1 and (status, replaced_by, reason_kind) is distinct from ($2, $3, $4)`, [row.number, status, row.replacedBy, reasonKind, at]);
    return changed === 1 ? status : null;
  }
}
