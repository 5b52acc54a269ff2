import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { parseAgreement } from './agreement.document.js';
import type { AgreementDocument, AgreementId } from './agreement.document.js';

export interface Agreement {
  readonly id: AgreementId;
  readonly buyerOrganizationId: OrganizationId;
  /** Null for an agreement to a reply that the buyer registered. */
  readonly supplierOrganizationId: OrganizationId | null;
  readonly requestId: string;
  readonly statementId: string;
  /** Canonical JSON (RFC 8785): the very text that was hashed. */
  readonly canonical: string;
  readonly document: AgreementDocument;
  readonly sha256: string;
  readonly agreedAt: Date;
}

const COLUMNS = `id, buyer_organization_id as "buyerOrganizationId", supplier_organization_id as "supplierOrganizationId", request_id as "requestId",
  statement_id as "statementId", canonical, sha256, agreed_at as "agreedAt"`;
const withDocument = (row: Omit<Agreement, 'document'>): Agreement => ({ ...row, document: parseAgreement(row.canonical) });

/** What was agreed; both parties read it, the sealer too. */
@Injectable()
export class Agreements {
  /** @throws notFound */
  async byId(tx: TenantTx, id: string): Promise<Agreement> {
    const [row] = await tx.query<Omit<Agreement, 'document'>>(`select ${COLUMNS} from app.agreement where id = $1`, [id]);
    if (!row) throw notFound('agreement');
    return withDocument(row);
  }

  async byRequest(tx: TenantTx, requestId: string): Promise<Agreement | undefined> {
    return (await this.byRequests(tx, [requestId]))[0];
  }

  async byRequests(tx: TenantTx, requestIds: readonly string[]): Promise<Agreement[]> {
    const rows = await tx.query<Omit<Agreement, 'document'>>(
      `select ${COLUMNS} from app.agreement where request_id = any($1::uuid[]) order by agreed_at desc, id`, [requestIds]);
    return rows.map(withDocument);
  }

  /** Newest first. */
  async list(tx: TenantTx, limit = 200): Promise<Agreement[]> {
    const rows = await tx.query<Omit<Agreement, 'document'>>(`select ${COLUMNS} from app.agreement order by agreed_at desc, id limit $1`, [limit]);
    return rows.map(withDocument);
  }
}
