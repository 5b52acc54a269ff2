import { Injectable } from '@nestjs/common';
import type { Facts } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { OrderLineId, OrderTerms } from './order.rules.js';

export interface Placement {
  readonly supplierOrganizationId: OrganizationId | null;
  readonly agreementId: string | null;
  readonly specCriticality: Criticality | null;
  readonly facts: Facts;
}

/** The factory, who answers for it, and the agreement a draft is to be placed under. */
export interface OrderedFrom { readonly id: string; readonly joined: OrganizationId | null; readonly plannedAgreementId: string | null }

@Injectable()
export class OrderLinesRepository {
  /** False when this order number has that line already. */
  async insert(tx: TenantTx, id: OrderLineId, site: OrderedFrom, terms: OrderTerms, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `insert into app.order_line (id, buyer_organization_id, supplier_organization_id, supplier_site_id, job_number, po_number, line_no,
         governing_document, secure_requirement, no_requirement_reason, contract_form, item_name, model, quantity, unit, ordered_on, due_on,
         delivery_place, inspection_due_on, amount, payment_terms_days, criticality, facts, registered_by, registered_at, planned_agreement_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
       on conflict (buyer_organization_id, po_number, line_no) do nothing returning id`,
      [id, tx.organizationId, site.joined, site.id, terms.jobNumber, terms.poNumber, terms.lineNo, terms.governingDocument,
        terms.secureRequirement, terms.noRequirementReason, terms.contractForm, terms.itemName, terms.model, terms.quantity, terms.unit,
        terms.orderedOn, terms.dueOn, terms.deliveryPlace, terms.inspectionDueOn, terms.amount, terms.paymentTermsDays, terms.criticality,
        terms.facts === null ? null : JSON.stringify(terms.facts), tx.actor.name, at, site.plannedAgreementId]);
    return rows.length === 1;
  }

  /** False when somebody else changed the draft since `version` was read. Of a draft only: the database refuses any other line. */
  async change(tx: TenantTx, id: string, site: OrderedFrom, terms: OrderTerms, version: number): Promise<boolean> {
    const touched = await tx.affect(
      `update app.order_line set supplier_organization_id = $3, supplier_site_id = $4, job_number = $5, po_number = $6, line_no = $7, governing_document = $8,
         secure_requirement = $9, no_requirement_reason = $10, contract_form = $11, item_name = $12, model = $13, quantity = $14, unit = $15, ordered_on = $16,
         due_on = $17, delivery_place = $18, inspection_due_on = $19, amount = $20, payment_terms_days = $21, criticality = $22, facts = $23,
         planned_agreement_id = $24, version = version + 1
       where id = $1 and version = $2`,
      [id, version, site.joined, site.id, terms.jobNumber, terms.poNumber, terms.lineNo, terms.governingDocument, terms.secureRequirement, terms.noRequirementReason,
        terms.contractForm, terms.itemName, terms.model, terms.quantity, terms.unit, terms.orderedOn, terms.dueOn, terms.deliveryPlace, terms.inspectionDueOn,
        terms.amount, terms.paymentTermsDays, terms.criticality, terms.facts === null ? null : JSON.stringify(terms.facts), site.plannedAgreementId]);
    return touched === 1;
  }

  /** Whether another line of the ledger already has this number. */
  async isTaken(tx: TenantTx, { poNumber, lineNo }: OrderTerms, id: string): Promise<boolean> {
    const rows = await tx.query(
      'select id from app.order_line where buyer_organization_id = $1 and po_number = $2 and line_no = $3 and id <> $4', [tx.organizationId, poNumber, lineNo, id]);
    return rows.length > 0;
  }

  async place(tx: TenantTx, id: string, placement: Placement, at: Date): Promise<void> {
    await tx.query(
      `update app.order_line set supplier_organization_id = $2, agreement_id = $3, spec_criticality = $4, facts = $5, placed_by = $6, placed_at = $7,
         planned_agreement_id = null, version = version + 1
        where id = $1`,
      [id, placement.supplierOrganizationId, placement.agreementId, placement.specCriticality, JSON.stringify(placement.facts), tx.actor.name, at]);
  }

  async cancel(tx: TenantTx, id: string, reason: string, at: Date): Promise<void> {
    await tx.query('update app.order_line set cancelled_by = $2, cancelled_at = $3, cancel_reason = $4 where id = $1', [id, tx.actor.name, at, reason]);
  }

  async setReceived(tx: TenantTx, id: string, quantity: number): Promise<void> {
    await tx.query('update app.order_line set received_quantity = $2 where id = $1', [id, quantity]);
  }

  /** Placed lines of a factory that were ordered before anybody had joined for it. */
  async placedWithoutOrganization(tx: TenantTx, supplierSiteId: string): Promise<{ id: string }[]> {
    return tx.query(
      `select id from app.order_line where supplier_site_id = $1 and buyer_organization_id = $2 and supplier_organization_id is null and placed_at is not null`,
      [supplierSiteId, tx.organizationId]);
  }
}
