import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { MistakenAddress } from './mistaken-address.js';
import { RequestActs } from './request.policy.js';
import { SentRequest } from './sent-request.js';

export interface AddRecipientInput {
  readonly email: string;
  readonly name?: string | null;
  /** The recipient whose address was wrong: not written to any more, its link opens nothing, and the ledger learns the right one. The same address again sends a fresh link. */
  readonly insteadOf?: string | null;
}

/** One more address of a request, a corrected one, or the same one again: it gets the request, with a link of its own. */
@Injectable()
export class AddRecipient {
  constructor(private readonly db: TenantDb, private readonly sent: SentRequest, private readonly mistaken: MistakenAddress) {}

  /** Throws `request.request_invalid`, `request.withdrawn`, not_found. */
  async execute(actor: Actor, requestId: string, input: AddRecipientInput): Promise<void> {
    authorize(actor, RequestActs.add_recipient, this.sent.day.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, input));
  }

  async within(tx: TenantTx, requestId: string, input: AddRecipientInput): Promise<void> {
    const form = new FormReader();
    const email = form.email('email', input.email)?.toLowerCase();
    if (email === undefined) form.wrong('email', 'common.required');
    const name = form.optionalText('name', input.name, 100);
    form.finish('request.request_invalid');
    const [request, at] = [await this.sent.open(tx, requestId), this.sent.day.now()];
    const before = input.insteadOf ? await this.replaced(tx, request.id, input.insteadOf, at) : null;
    await this.sent.rows.addRecipient(tx, request.id, { email: email!, name, at });
    if (before !== null) await this.mistaken.mend(tx, request, { before, email: email!, name });
    for (const address of new Set([email!, ...(before === null ? [] : [before])])) await this.sent.rows.settleBounces(tx, request.id, { address }, at);
    await this.sent.audit.record(tx, RequestActs.add_recipient, { kind: 'request', id: request.id },
      { number: request.number, email, before, supplierOrganizationId: request.supplierOrganizationId });
  }

  private async replaced(tx: TenantTx, requestId: string, id: string, at: Date): Promise<string> {
    const before = await this.sent.rows.replaceRecipient(tx, requestId, id, at);
    if (before === undefined) throw notFound('request');
    return before;
  }
}
