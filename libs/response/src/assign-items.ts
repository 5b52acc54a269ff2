import { Members } from '@libs/organization';
import type { MemberRow } from '@libs/organization';
import { FormReader } from '@platform-pure/forms';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, MemberId, TenantTx } from '@platform/tenancy';
import type { AssignmentId } from './assignment.rules.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { ResponseActs } from './response.policy.js';
import type { ResponseId } from './response.states.js';

export interface AssignInput {
  readonly responseId: ResponseId;
  readonly memberId: MemberId;
  /** Items or a whole section; each is with one colleague at a time, the last one it was handed to. */
  readonly requirementKeys: readonly string[];
  readonly note?: string | null;
  /** A day, 'YYYY-MM-DD'. */
  readonly dueOn?: string | null;
}

/** Hands items to a colleague who may answer. Everybody who may answer still may: it says who is expected to, and tells that person. */
@Injectable()
export class AssignItems {
  constructor(
    private readonly db: TenantDb, private readonly repository: AssignmentsRepository, private readonly members: Members,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound (also for a member of another organisation); invalid `response.assignment_invalid` with one field per problem */
  async execute(actor: Actor, input: AssignInput): Promise<AssignmentId> {
    authorize(actor, ResponseActs.assign, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: AssignInput): Promise<AssignmentId> {
    const requestId = await this.repository.requestOf(tx, input.responseId);
    const member = await this.members.byId(tx, input.memberId);
    if (!member || requestId === undefined) throw notFound('member');
    const { note, dueOn, keys: requirementKeys } = read(input, member);
    const [id, at] = [newId<'Assignment'>(), this.clock.now()];
    const added = await this.repository.add(tx, { id, responseId: input.responseId, memberId: member.id, requirementKeys, note, dueOn, at });
    if (!added) throw notFound('response');
    await this.audit.record(tx, ResponseActs.assign, { kind: 'response', id: input.responseId }, { assignmentId: id, requestId, memberId: member.id, requirementKeys, note, dueOn });
    return id;
  }
}

function read(input: AssignInput, member: MemberRow) {
  const form = new FormReader();
  const keys = [...new Set(input.requirementKeys)];
  if (keys.length === 0) form.wrong('requirementKeys', 'response.assignment_empty');
  const answers = member.leftAt === null && ResponseActs.answer.roles.some((role) => (member.roles as readonly string[]).includes(role));
  if (!answers) form.wrong('memberId', 'response.assignee_cannot_answer', { name: member.displayName });
  const note = form.optionalText('note', input.note, 500);
  const dueOn = input.dueOn ? form.date('dueOn', input.dueOn) : null;
  form.finish('response.assignment_invalid');
  return { note, dueOn, keys };
}
