import { Injectable } from '@nestjs/common';
import type { MemberId, TenantTx } from '@platform/tenancy';
import type { AssignmentId } from './assignment.rules.js';
import type { ResponseId } from './response.states.js';

export interface NewAssignment {
  readonly id: AssignmentId;
  readonly responseId: ResponseId;
  readonly memberId: MemberId;
  readonly requirementKeys: readonly string[];
  readonly note: string | null;
  readonly dueOn: string | null;
  readonly at: Date;
}

@Injectable()
export class AssignmentsRepository {
  /** Of a response of ours. */
  async requestOf(tx: TenantTx, responseId: ResponseId): Promise<string | undefined> {
    const [row] = await tx.query<{ requestId: string }>('select request_id as "requestId" from app.response where id = $1', [responseId]);
    return row?.requestId;
  }

  /** False when one of the items is not asked there. */
  async add(tx: TenantTx, given: NewAssignment): Promise<boolean> {
    const rows = await tx.query(
      `insert into app.response_assignment (buyer_organization_id, id, supplier_organization_id, response_id, member_id, requirement_keys, note, due_on, assigned_by_name, assigned_at)
       select r.buyer_organization_id, $1, r.supplier_organization_id, r.id, $3, $4, $5, $6, $7, $8 from app.response r where r.id = $2
         and (select count(*) from app.answer a where a.buyer_organization_id = r.buyer_organization_id and a.response_id = r.id and a.requirement_key = any ($4::text[])) = cardinality($4::text[])
       returning 1`,
      [given.id, given.responseId, given.memberId, given.requirementKeys, given.note, given.dueOn, tx.actor.name, given.at]);
    return rows.length === 1;
  }

  /** What it was about; undefined when there is no such live assignment of ours. */
  async withdraw(tx: TenantTx, id: AssignmentId, at: Date): Promise<{ readonly responseId: string; readonly memberId: MemberId } | undefined> {
    const [row] = await tx.query<{ responseId: string; memberId: MemberId }>(
      `update app.response_assignment set withdrawn_by_name = $2, withdrawn_at = $3 where id = $1 and withdrawn_at is null
       returning response_id as "responseId", member_id as "memberId"`, [id, tx.actor.name, at]);
    return row;
  }
}
