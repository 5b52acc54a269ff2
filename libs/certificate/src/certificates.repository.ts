import { Injectable } from '@nestjs/common';
import type { SealedAct } from '@platform/signing';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { CertificateId } from './number.rules.js';

export interface NewCertificate {
  readonly id: CertificateId;
  readonly supplierOrganizationId: OrganizationId | null;
  readonly orderLineId: string;
  readonly inspectionId: string;
  readonly replacesId: string | null;
  readonly number: string;
  readonly year: number;
  readonly sequence: number;
  readonly code: string;
  readonly canonical: string;
  readonly sha256: string;
  readonly acts: readonly SealedAct[];
  readonly issuedOn: string;
  readonly preparedAt: Date;
}

/** What is signed, printed and published, as it was stored before any of it. */
export interface StoredCertificate extends Pick<NewCertificate, 'id' | 'number' | 'code' | 'canonical' | 'sha256' | 'acts' | 'issuedOn' | 'supplierOrganizationId' | 'replacesId'> {
  readonly buyerOrganizationId: OrganizationId;
  readonly signingAt: Date | null;
  readonly sealedAt: Date | null;
  readonly issuedAt: Date | null;
}

@Injectable()
export class CertificatesRepository {
  /** The next number of a year. The row lock lasts until the transaction ends: a rolled back number is given to the next one. */
  async nextSequence(tx: TenantTx, year: number): Promise<number> {
    const [row] = await tx.query<{ last: number }>(
      `insert into app.certificate_number (organization_id, year, last) values ($1, $2, 1)
       on conflict (organization_id, year) do update set last = app.certificate_number.last + 1 returning last`, [tx.organizationId, year]);
    return row!.last;
  }

  /** The certificate of an inspection, or the one that replaces `replacesId`. */
  async find(tx: TenantTx, inspectionId: string, replacesId: string | null): Promise<CertificateId | undefined> {
    const [row] = await tx.query<{ id: CertificateId }>(
      'select id from app.certificate where inspection_id = $1 and replaces_id is not distinct from $2', [inspectionId, replacesId]);
    return row?.id;
  }

  async prepare(tx: TenantTx, row: NewCertificate): Promise<void> {
    await tx.query(
      `insert into app.certificate (id, buyer_organization_id, supplier_organization_id, order_line_id, inspection_id, replaces_id, number, year, sequence,
         code, canonical, sha256, acts, issued_on, prepared_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [row.id, tx.organizationId, row.supplierOrganizationId, row.orderLineId, row.inspectionId, row.replacesId, row.number, row.year, row.sequence,
        row.code, row.canonical, row.sha256, JSON.stringify(row.acts), row.issuedOn, row.preparedAt]);
  }

  /** Nobody else prepares for this inspection until the transaction ends. */
  async lockInspection(tx: TenantTx, inspectionId: string): Promise<void> {
    await tx.lock('certificate_of_inspection', inspectionId);
  }

  /** Locked until the transaction ends: two workers cannot seal or print the same certificate. Undefined for a stranger's. */
  async locked(tx: TenantTx, id: string): Promise<StoredCertificate | undefined> {
    await tx.lock('certificate', id);
    const [row] = await tx.query<StoredCertificate>(
      `select id, number, code, canonical, sha256, acts, issued_on as "issuedOn", buyer_organization_id as "buyerOrganizationId",
         supplier_organization_id as "supplierOrganizationId", replaces_id as "replacesId", signing_at as "signingAt", sealed_at as "sealedAt",
         issued_at as "issuedAt" from app.certificate where id = $1`, [id]);
    return row;
  }

  async signing(tx: TenantTx, id: string, at: Date): Promise<void> {
    await tx.query('update app.certificate set signing_at = $2 where id = $1 and signing_at is null', [id, at]);
  }

  async sealed(tx: TenantTx, id: string, at: Date): Promise<void> {
    await tx.query('update app.certificate set sealed_at = $2 where id = $1 and sealed_at is null', [id, at]);
  }

  async issued(tx: TenantTx, id: string, file: { readonly sha256: string; readonly byteSize: number }, at: Date): Promise<void> {
    await tx.query('insert into app.certificate_file (certificate_id, buyer_organization_id, sha256, byte_size, stored_at) values ($1, $2, $3, $4, $5)',
      [id, tx.organizationId, file.sha256, file.byteSize, at]);
    await tx.query('update app.certificate set issued_at = $2 where id = $1 and issued_at is null', [id, at]);
  }
}
