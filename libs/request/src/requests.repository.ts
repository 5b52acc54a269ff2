import { Injectable } from '@nestjs/common';
import type { Facts } from '@pure/catalog';
import { documentNumber } from '@pure/specification';
import type { Id, OrganizationId, TenantTx } from '@platform/tenancy';
import type { SecurityRequest, SecurityRequestId } from './requests.queries.js';
import type { RequestContent, Respondent } from './sending.rules.js';

export interface RequestNumber { readonly number: string; readonly year: number; readonly sequence: number }

export interface NewRequest extends RequestContent {
  readonly id: SecurityRequestId;
  readonly supplierOrganizationId: OrganizationId | null;
  readonly supplierSiteId: string | null;
  readonly ownSiteId: string | null;
  readonly specificationEditionId: string;
  readonly documentSha256: string;
  readonly numbered: RequestNumber;
  readonly respondent: Respondent;
  readonly sentAt: Date;
  readonly sendingId: string | null;
}

export interface NewCorrection { readonly id: Id<'FactsCorrection'>; readonly facts: Facts; readonly reason: string; readonly at: Date }

@Injectable()
export class RequestsRepository {
  /** Without a gap in the buyer's year: rows are never deleted, and only one transaction at a time counts them. */
  async nextNumber(tx: TenantTx, year: number): Promise<RequestNumber> {
    await tx.lock('request_number', tx.organizationId);
    const [row] = await tx.query<{ last: number | null }>(
      'select max(number_sequence) as last from app.security_request where buyer_organization_id = $1 and number_year = $2', [tx.organizationId, year]);
    const sequence = (row?.last ?? 0) + 1;
    return { number: documentNumber('REQ', year, sequence), year, sequence };
  }

  /** What the same press of "send" has sent to this addressee; a second one waits here for the first. */
  async ofSending(tx: TenantTx, sendingId: string, siteId: string): Promise<{ id: SecurityRequestId; number: string } | undefined> {
    await tx.lock('request_sending', sendingId);
    const [row] = await tx.query<{ id: SecurityRequestId; number: string }>(
      `select id, number from app.security_request
       where buyer_organization_id = $1 and sending_id = $2 and $3 in (supplier_site_id, own_site_id)`, [tx.organizationId, sendingId, siteId]);
    return row;
  }

  async insert(tx: TenantTx, made: NewRequest): Promise<void> {
    await tx.query(
      `insert into app.security_request (id, buyer_organization_id, supplier_organization_id, supplier_site_id, own_site_id, specification_edition_id,
         document_sha256, number, number_year, number_sequence, due_on, original_due_on, note, facts, level_decision, respondent, sent_at, sent_by,
         sent_by_member_id, sending_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [made.id, tx.organizationId, made.supplierOrganizationId, made.supplierSiteId, made.ownSiteId, made.specificationEditionId, made.documentSha256,
        made.numbered.number, made.numbered.year, made.numbered.sequence, made.dueOn, made.note, JSON.stringify(made.facts),
        JSON.stringify(made.levelDecision), JSON.stringify(made.respondent), made.sentAt, tx.actor.name, tx.actor.memberId, made.sendingId]);
  }

  async extend(tx: TenantTx, id: string, dueOn: string, reason: string, at: Date): Promise<void> {
    await tx.query('update app.security_request set due_on = $2, extension_reason = $3, extended_at = $4 where id = $1', [id, dueOn, reason, at]);
  }

  async withdraw(tx: TenantTx, id: string, reason: string, at: Date): Promise<void> {
    await tx.query('update app.security_request set withdrawn_at = $2, withdrawal_reason = $3 where id = $1', [id, at, reason]);
  }

  async acknowledge(tx: TenantTx, request: SecurityRequest, at: Date): Promise<void> {
    await tx.query(
      `insert into app.request_acknowledgement (buyer_organization_id, supplier_organization_id, request_id, acknowledged_by, acknowledged_by_member_id,
         acknowledged_at) values ($1, $2, $3, $4, $5, $6)`,
      [request.buyerOrganizationId, tx.organizationId, request.id, tx.actor.name, tx.actor.memberId, at]);
  }

  async correct(tx: TenantTx, request: SecurityRequest, made: NewCorrection): Promise<void> {
    await tx.query(
      `insert into app.request_facts_correction (id, buyer_organization_id, supplier_organization_id, request_id, written_by, facts, reason,
         corrected_by, corrected_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [made.id, request.buyerOrganizationId, request.supplierOrganizationId, request.id, tx.organizationId, JSON.stringify(made.facts), made.reason,
        tx.actor.name, made.at]);
  }

  /** The requests of a factory that waited for its organisation now name it, and so do the buyer's corrections of their facts. */
  async linkSite(tx: TenantTx, supplierSiteId: string, supplier: OrganizationId): Promise<{ id: string; editionId: string }[]> {
    const linked = await tx.query<{ id: string; editionId: string }>(
      `update app.security_request set supplier_organization_id = $2 where supplier_site_id = $1 and supplier_organization_id is null
       returning id, specification_edition_id as "editionId"`, [supplierSiteId, supplier]);
    await tx.query('update app.request_facts_correction set supplier_organization_id = $2 where supplier_organization_id is null and request_id = any ($1)',
      [linked.map((request) => request.id), supplier]);
    return linked;
  }
}
