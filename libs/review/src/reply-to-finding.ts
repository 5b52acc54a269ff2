import { Statements } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, invalid, notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { cleanText } from '@pure/response';
import { Agreements } from './agreements.queries.js';
import { ReviewActs } from './review.policy.js';
import { Reviews } from './reviews.queries.js';
import { ReviewsRepository } from './reviews.repository.js';

export interface ReplyInput { readonly findingId: string; readonly text: string }

/** What a reply is checked against. */
@Injectable()
export class ReplyReads {
  constructor(readonly reviews: Reviews, readonly statements: Statements, readonly agreements: Agreements) {}
}

/** The supplier's word on a finding: a row of its own side. A better answer goes into the response. */
@Injectable()
export class ReplyToFinding {
  constructor(
    private readonly db: TenantDb, private readonly reads: ReplyReads, private readonly repository: ReviewsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; invalid `review.reply_missing`; conflict `review.already_agreed` */
  async execute(actor: Actor, input: ReplyInput): Promise<string> {
    authorize(actor, ReviewActs.reply, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: ReplyInput): Promise<string> {
    const finding = await this.reads.reviews.finding(tx, input.findingId);
    if (finding.supplierOrganizationId !== tx.organizationId) throw notFound('finding');
    const text = cleanText(input.text);
    if (text === null) throw invalid('review.reply_missing');
    const { requestId } = await this.reads.statements.byId(tx, finding.statementId);
    if (await this.reads.agreements.byRequest(tx, requestId)) throw conflict('review.already_agreed');
    const id = newId();
    await this.repository.addReply(tx, finding, { id, text, at: this.clock.now() });
    await this.audit.record(tx, ReviewActs.reply, { kind: 'finding', id: finding.id },
      { responseId: finding.responseId, requirementKey: finding.requirementKey, buyerOrganizationId: finding.buyerOrganizationId });
    return id;
  }
}
