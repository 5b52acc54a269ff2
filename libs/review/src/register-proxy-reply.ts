import { FreezeProxyReply } from '@libs/response';
import type { ProxyReply, Submission } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { Agreements } from './agreements.queries.js';
import { ReviewActs } from './review.policy.js';

/** 代理登録: the buyer registers what a supplier sent by mail or on paper. It can be examined and agreed to like a statement, and stays unsigned. */
@Injectable()
export class RegisterProxyReply {
  constructor(
    private readonly db: TenantDb, private readonly freezing: FreezeProxyReply, private readonly agreements: Agreements,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws as FreezeProxyReply; conflict `review.already_agreed` */
  async execute(actor: Actor, reply: ProxyReply): Promise<Submission> {
    authorize(actor, ReviewActs.register_proxy, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, reply));
  }

  async within(tx: TenantTx, reply: ProxyReply): Promise<Submission> {
    await tx.lock('review', reply.requestId);
    if (await this.agreements.byRequest(tx, reply.requestId)) throw conflict('review.already_agreed');
    const submission = await this.freezing.within(tx, reply);
    await this.audit.record(tx, ReviewActs.register_proxy, { kind: 'request', id: reply.requestId },
      { statementId: submission.statementId, revision: submission.revision, sha256: submission.sha256, evidenceId: reply.evidenceId });
    return submission;
  }
}
