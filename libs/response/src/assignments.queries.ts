import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { Assignment } from './assignment.rules.js';

const SELECT = `select a.id, a.response_id as "responseId", a.member_id as "memberId", m.display_name as "memberName", m.left_at is not null as "memberLeft",
    a.requirement_keys as "requirementKeys", a.note, a.due_on as "dueOn", a.assigned_by_name as "assignedByName", a.assigned_at as "assignedAt"
  from app.response_assignment a join app.member m on m.organization_id = a.supplier_organization_id and m.id = a.member_id
  where a.withdrawn_at is null`;

/** What is with whom: seen by the supplier only. */
@Injectable()
export class Assignments {
  /** Live ones, oldest first: the last one that names an item counts (`holders`). */
  async ofResponse(tx: TenantTx, responseId: string): Promise<Assignment[]> {
    return tx.query<Assignment>(`${SELECT} and a.response_id = $1 order by a.assigned_at, a.id`, [responseId]);
  }

  /** Of every response in this list, as above. */
  async ofResponses(tx: TenantTx, responseIds: readonly string[]): Promise<Assignment[]> {
    return tx.query<Assignment>(`${SELECT} and a.response_id = any($1::uuid[]) order by a.assigned_at, a.id`, [responseIds]);
  }
}
