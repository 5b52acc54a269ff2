import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import { Storage } from '@platform/storage';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { parseCertificate } from './certificate.document.js';
import type { CertificateStatement } from './certificate.document.js';
import { certificateState } from './certificate.states.js';
import type { CertificateState } from './certificate.states.js';
import type { CertificateId } from './number.rules.js';

export interface CertificateSummary {
  readonly id: CertificateId;
  readonly number: string;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId | null;
  readonly orderLineId: string;
  readonly inspectionId: string;
  readonly issuedOn: string;
  readonly state: CertificateState;
  readonly preparedAt: Date;
  readonly signingAt: Date | null;
  readonly sealedAt: Date | null;
  readonly issuedAt: Date | null;
  readonly supersededAt: Date | null;
  readonly revokedAt: Date | null;
  /** The issued certificate that takes its place. */
  readonly replacedBy: string | null;
  readonly revocationReason: string | null;
  /** Asked for and not issued yet. */
  readonly supersessionReason: string | null;
}

export interface CertificateDetail extends CertificateSummary {
  readonly statement: CertificateStatement;
  readonly sha256: string;
  readonly file: { readonly sha256: string; readonly byteSize: number } | null;
}

export interface CertificateFilter {
  readonly state?: CertificateState;
  readonly orderLineId?: string;
  readonly issuedFrom?: string;
  readonly issuedTo?: string;
  readonly limit?: number;
}

type Row = Omit<CertificateSummary, 'state'>;

const COLUMNS = `c.id, c.number, c.buyer_organization_id as "buyerOrganizationId", c.supplier_organization_id as "supplierOrganizationId",
  c.order_line_id as "orderLineId", c.inspection_id as "inspectionId", c.issued_on as "issuedOn", c.prepared_at as "preparedAt", c.signing_at as "signingAt",
  c.sealed_at as "sealedAt", c.issued_at as "issuedAt", n.issued_at as "supersededAt", case when n.issued_at is not null then n.number end as "replacedBy",
  v.decided_at as "revokedAt", v.reason as "revocationReason", s.reason as "supersessionReason"`;
const FROM = `from app.certificate c left join app.certificate n on n.replaces_id = c.id
  left join app.certificate_revocation v on v.certificate_id = c.id left join app.certificate_supersession s on s.certificate_id = c.id`;
const summary = (row: Row): CertificateSummary => ({ ...row, state: certificateState(row) });

/** Read on either role; a supplier sees issued ones only. */
@Injectable()
export class Certificates {
  constructor(private readonly storage: Storage) {}

  async byId(tx: TenantTx, id: string): Promise<CertificateDetail> {
    const [row] = await tx.query<Row & { canonical: string; sha256: string; fileSha256: string | null; byteSize: number | null }>(
      `select ${COLUMNS}, c.canonical, c.sha256, f.sha256 as "fileSha256", f.byte_size as "byteSize"
         ${FROM} left join app.certificate_file f on f.certificate_id = c.id where c.id = $1`, [id]);
    if (!row) throw notFound('certificate');
    const { canonical, sha256, fileSha256, byteSize, ...rest } = row;
    return { ...summary(rest), sha256, statement: parseCertificate(canonical), file: fileSha256 && byteSize ? { sha256: fileSha256, byteSize } : null };
  }

  async byNumber(tx: TenantTx, number: string): Promise<CertificateSummary> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} ${FROM} where c.number = $1`, [number]);
    if (!row) throw notFound('certificate');
    return summary(row);
  }

  /** Of one inspection, the first issued first: more than one only when it was superseded. */
  async ofInspection(tx: TenantTx, inspectionId: string): Promise<CertificateSummary[]> {
    return (await tx.query<Row>(`select ${COLUMNS} ${FROM} where c.inspection_id = $1 order by c.prepared_at, c.number`, [inspectionId])).map(summary);
  }

  /** Newest first. */
  async list(tx: TenantTx, filter: CertificateFilter = {}): Promise<CertificateSummary[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} ${FROM}
        where ($1::uuid is null or c.order_line_id = $1) and ($2::date is null or c.issued_on >= $2) and ($3::date is null or c.issued_on <= $3)
          and ($4::text is null or $4 = case when v.decided_at is not null then 'revoked' when n.issued_at is not null then 'superseded'
            when c.issued_at is not null then 'issued' when c.signing_at is not null then 'issuing' else 'prepared' end)
        order by c.issued_on desc, c.number desc limit $5`,
      [filter.orderLineId ?? null, filter.issuedFrom ?? null, filter.issuedTo ?? null, filter.state ?? null, filter.limit ?? 500]);
    return rows.map(summary);
  }

  /**
   * Every number of a year and what became of it. There are no gaps to explain: a number is taken in the transaction that stores its certificate,
   * so it exists exactly when the certificate does; superseded and revoked ones stay in the list.
   */
  async numbers(tx: TenantTx, year: number): Promise<{ number: string; sequence: number; state: CertificateState }[]> {
    const rows = await tx.query<Row & { sequence: number }>(
      `select ${COLUMNS}, c.sequence ${FROM} where c.buyer_organization_id = $1 and c.year = $2 order by c.sequence`, [tx.organizationId, year]);
    return rows.map((row) => ({ number: row.number, sequence: row.sequence, state: certificateState(row) }));
  }

  /** The signed PDF. @throws not_found before it is issued. */
  async open(tx: TenantTx, id: string): Promise<{ readonly fileName: string; readonly sha256: string; readonly byteSize: number; readonly content: Readable }> {
    const { number, buyerOrganizationId, file } = await this.byId(tx, id);
    if (file === null) throw notFound('certificate');
    return { fileName: `検収確認書_${number}.pdf`, ...file, content: await this.storage.open(buyerOrganizationId, file.sha256) };
  }
}
