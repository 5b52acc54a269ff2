import { Injectable } from '@nestjs/common';
import type { Facts } from '@pure/catalog';
import { notFound } from '@platform/errors';
import type { Id, OrganizationId, TenantTx } from '@platform/tenancy';
import { effectiveFacts } from './facts.rules.js';
import type { FactsCorrection } from './facts.rules.js';
import type { LevelDecision } from './level-decision.rules.js';
import type { Respondent } from './sending.rules.js';

export type SecurityRequestId = Id<'SecurityRequest'>;

export interface RequestCorrection extends FactsCorrection { readonly by: string; readonly organizationId: OrganizationId; readonly reason: string }

export interface SecurityRequest {
  readonly id: SecurityRequestId;
  readonly number: string;
  readonly buyerOrganizationId: OrganizationId;
  /** Null until somebody joined for the factory. */
  readonly supplierOrganizationId: OrganizationId | null;
  readonly supplierSiteId: string | null;
  readonly ownSiteId: string | null;
  readonly specificationEditionId: string;
  readonly documentSha256: string;
  readonly dueOn: string;
  readonly originalDueOn: string;
  readonly note: string | null;
  /** As they count now: stated at sending, then corrected by either side. */
  readonly facts: Facts;
  readonly factsAtSending: Facts;
  /** In the order they were made. */
  readonly corrections: readonly RequestCorrection[];
  readonly levelDecision: LevelDecision;
  readonly respondent: Respondent;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly extendedAt: Date | null;
  readonly extensionReason: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
}

type Row = Omit<SecurityRequest, 'facts' | 'corrections'> & { corrections: (Omit<RequestCorrection, 'at'> & { at: string })[] };

const SELECT = `select r.id, r.number, r.buyer_organization_id as "buyerOrganizationId", r.supplier_organization_id as "supplierOrganizationId",
    r.supplier_site_id as "supplierSiteId", r.own_site_id as "ownSiteId", r.specification_edition_id as "specificationEditionId",
    r.document_sha256 as "documentSha256", r.due_on as "dueOn", r.original_due_on as "originalDueOn", r.note, r.facts as "factsAtSending",
    r.level_decision as "levelDecision", r.respondent, r.sent_at as "sentAt", r.sent_by as "sentBy", a.acknowledged_at as "acknowledgedAt",
    a.acknowledged_by as "acknowledgedBy", r.extended_at as "extendedAt", r.extension_reason as "extensionReason", r.withdrawn_at as "withdrawnAt",
    r.withdrawal_reason as "withdrawalReason",
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'facts', c.facts, 'at', c.corrected_at, 'by', c.corrected_by,
      'organizationId', c.written_by, 'reason', c.reason) order by c.corrected_at, c.id)
      from app.request_facts_correction c where c.request_id = r.id), '[]') as corrections
  from app.security_request r left join app.request_acknowledgement a on a.request_id = r.id`;
@Injectable()
export class Requests {
  /** Of a request this organisation sent or was sent. @throws not_found */
  async byId(tx: TenantTx, id: string): Promise<SecurityRequest> {
    const [row] = await tx.query<Row>(`${SELECT} where r.id = $1`, [id]);
    if (!row) throw notFound('request');
    return requestOf(row);
  }

  /** Sent ones, received ones (both are the same for an own factory), or both; newest first. */
  async list(tx: TenantTx, side: 'sent' | 'received' | 'both' = 'both'): Promise<SecurityRequest[]> {
    const where = { sent: 'r.buyer_organization_id = $1', received: 'r.supplier_organization_id = $1', both: '$1 in (r.buyer_organization_id, r.supplier_organization_id)' };
    const rows = await tx.query<Row>(`${SELECT} where ${where[side]} order by r.sent_at desc, r.id desc`, [tx.organizationId]);
    return rows.map(requestOf);
  }

  /** Those that were sent to one factory, newest first: what an order line may be pinned to. */
  async ofSite(tx: TenantTx, supplierSiteId: string): Promise<SecurityRequest[]> {
    return (await tx.query<Row>(`${SELECT} where r.supplier_site_id = $1 order by r.sent_at desc, r.id desc`, [supplierSiteId])).map(requestOf);
  }
}

function requestOf({ corrections: rows, ...row }: Row): SecurityRequest {
  const corrections = rows.map((correction) => ({ ...correction, at: new Date(correction.at) }));
  return { ...row, corrections, facts: effectiveFacts(row.factsAtSending, corrections) };
}
