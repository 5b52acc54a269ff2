import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, forbidden } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { TALK_KINDS } from './talk.rules.js';
import type { TalkKind } from './talk.rules.js';
import { ChasingRepository } from './chasing.repository.js';
import { RequestActs, speaksFor } from './request.policy.js';
import { Requests } from './requests.queries.js';

export interface TalkInput { readonly kind: TalkKind; readonly text: string }

/** What was said about cost, or an objection to what is asked: either side's word, read by both (domain.md §0.4: talks are held and recorded). */
@Injectable()
export class RecordTalk {
  constructor(
    private readonly db: TenantDb, private readonly requests: Requests, private readonly rows: ChasingRepository, private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `request.request_invalid`, `request.nobody_to_talk_to` before anybody joined, not_found; forbidden for a role of the other side. */
  async execute(actor: Actor, requestId: string, input: TalkInput): Promise<void> {
    authorize(actor, RequestActs.talk, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, input));
  }

  async within(tx: TenantTx, requestId: string, input: TalkInput): Promise<void> {
    const form = new FormReader();
    const kind = form.oneOf('kind', input.kind, TALK_KINDS);
    const text = form.text('text', input.text, 4000);
    form.finish('request.request_invalid');
    const request = await this.requests.byId(tx, requestId);
    const { buyer, supplier } = speaksFor(tx.actor.roles);
    const side = buyer && request.buyerOrganizationId === tx.organizationId ? 'buyer' : supplier && request.supplierOrganizationId === tx.organizationId ? 'supplier' : null;
    if (side === null) throw forbidden('common.forbidden', { act: RequestActs.talk.name });
    if (request.supplierOrganizationId === null) throw conflict('request.nobody_to_talk_to', { number: request.number });
    await this.rows.addTalk(tx, request, { kind, text, at: this.clock.now() });
    await this.audit.record(tx, RequestActs.talk, { kind: 'request', id: request.id }, { number: request.number, kind, side });
  }
}
