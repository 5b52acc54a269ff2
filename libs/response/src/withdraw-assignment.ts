import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { AssignmentId } from './assignment.rules.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { ResponseActs } from './response.policy.js';

/** Takes items back from a colleague; what the colleague answered stays. */
@Injectable()
export class WithdrawAssignment {
  constructor(
    private readonly db: TenantDb, private readonly repository: AssignmentsRepository, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound, also when it was taken back already */
  async execute(actor: Actor, input: { readonly assignmentId: AssignmentId }): Promise<void> {
    authorize(actor, ResponseActs.withdraw_assignment, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input.assignmentId));
  }

  async within(tx: TenantTx, assignmentId: AssignmentId): Promise<void> {
    const taken = await this.repository.withdraw(tx, assignmentId, this.clock.now());
    if (!taken) throw notFound('assignment');
    await this.audit.record(tx, ResponseActs.withdraw_assignment, { kind: 'response', id: taken.responseId }, { assignmentId, memberId: taken.memberId });
  }
}
