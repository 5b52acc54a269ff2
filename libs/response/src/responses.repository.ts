import { Injectable } from '@nestjs/common';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { ResponseRow } from './responses.queries.js';
import type { ResponseId, StatementId } from './response.states.js';

export interface NewStatement {
  readonly id: StatementId;
  readonly buyerOrganizationId: OrganizationId;
  readonly responseId: ResponseId;
  readonly requestId: string;
  readonly revision: number;
  readonly canonical: string;
  readonly sha256: string;
  readonly submittedAt: Date;
}

/** The two columns every child row carries. */
export interface Pair { readonly buyerOrganizationId: OrganizationId; readonly supplierOrganizationId: OrganizationId }

@Injectable()
export class ResponsesRepository {
  /** False when the request has a response already. */
  async start(tx: TenantTx, response: Pick<ResponseRow, 'id' | 'buyerOrganizationId' | 'requestId' | 'startedAt'>): Promise<boolean> {
    const rows = await tx.query(
      `insert into app.response (id, buyer_organization_id, supplier_organization_id, request_id, started_by_name, started_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (buyer_organization_id, request_id) do nothing returning id`,
      [response.id, response.buyerOrganizationId, tx.organizationId, response.requestId, tx.actor.name, response.startedAt]);
    return rows.length === 1;
  }

  /** Waits for saves under way and keeps new ones out until the end of the transaction. */
  async lock(tx: TenantTx, id: ResponseId): Promise<boolean> {
    return (await tx.query('select id from app.response where id = $1 for update', [id])).length === 1;
  }

  async freeze(tx: TenantTx, statement: NewStatement): Promise<void> {
    await tx.query(
      `insert into app.response_statement (id, buyer_organization_id, supplier_organization_id, response_id, request_id, revision,
         canonical, sha256, submitted_by_member_id, submitted_by_name, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [statement.id, statement.buyerOrganizationId, tx.organizationId, statement.responseId, statement.requestId, statement.revision,
        statement.canonical, statement.sha256, tx.actor.memberId, tx.actor.name, statement.submittedAt]);
    await tx.query('update app.response set submissions = $2 where id = $1', [statement.responseId, statement.revision]);
  }

  /** A reply registered by the buyer: a statement of nobody's response. */
  async freezeProxy(tx: TenantTx, statement: Omit<NewStatement, 'responseId' | 'buyerOrganizationId'> & { readonly evidenceId: string; readonly submittedByName: string }): Promise<void> {
    await tx.query(
      `insert into app.response_statement (id, buyer_organization_id, request_id, revision, canonical, sha256, submitted_by_member_id, submitted_by_name, submitted_at, proxy_evidence_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [statement.id, tx.organizationId, statement.requestId, statement.revision, statement.canonical, statement.sha256, tx.actor.memberId,
        statement.submittedByName, statement.submittedAt, statement.evidenceId]);
  }

  async withdraw(tx: TenantTx, statement: Pair & { readonly id: StatementId }, reason: string, at: Date): Promise<void> {
    await tx.query(
      `insert into app.response_withdrawal (statement_id, buyer_organization_id, supplier_organization_id, reason, withdrawn_by_name, withdrawn_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [statement.id, statement.buyerOrganizationId, statement.supplierOrganizationId, reason, tx.actor.name, at]);
  }

  async release(tx: TenantTx, statement: Pair & { readonly id: StatementId }, at: Date): Promise<void> {
    await tx.query(
      `insert into app.response_release (statement_id, buyer_organization_id, supplier_organization_id, released_at) values ($1, $2, $3, $4)`,
      [statement.id, statement.buyerOrganizationId, statement.supplierOrganizationId, at]);
  }

  async sendBack(
    tx: TenantTx, statement: Pair & { readonly id: StatementId },
    sent: { readonly id: string; readonly message: string | null; readonly findings: readonly object[]; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into app.response_return (id, statement_id, buyer_organization_id, supplier_organization_id, message, findings, returned_by_name, returned_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [sent.id, statement.id, statement.buyerOrganizationId, statement.supplierOrganizationId, sent.message, JSON.stringify(sent.findings), tx.actor.name, sent.at]);
  }
}
