import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RequestActs } from './request.policy.js';
import { SentRequest } from './sent-request.js';

export interface BounceInput {
  readonly address: string;
  readonly reason: string;
  /** Of the mail that the server refused at sending; without it the mail came back later, and a person says so. */
  readonly eventId?: string;
}

/** A mail of a request did not arrive: the worker was refused, or somebody of the buyer found the notice in the mailbox. */
@Injectable()
export class RecordBounce {
  constructor(private readonly db: TenantDb, private readonly sent: SentRequest) {}

  /** Once per mail and address; throws `request.request_invalid`, not_found. */
  async execute(actor: Actor, requestId: string, input: BounceInput): Promise<void> {
    authorize(actor, RequestActs.record_bounce, this.sent.day.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, input));
  }

  async within(tx: TenantTx, requestId: string, { address: given, reason: said, eventId }: BounceInput): Promise<void> {
    const form = new FormReader();
    const [address, reason] = [form.text('address', given, 254), form.text('reason', said, 500)];
    if (eventId === undefined) form.email('address', address);
    form.finish('request.request_invalid');
    const request = await this.sent.own(tx, requestId);
    const made = { address, reason, eventId: eventId ?? null, source: eventId === undefined ? 'came_back' as const : 'refused' as const, at: this.sent.day.now() };
    if (!await this.sent.rows.addBounce(tx, request.id, made)) return;
    await this.sent.audit.record(tx, RequestActs.record_bounce, { kind: 'request', id: request.id }, { number: request.number, address, reason, source: made.source });
  }
}
