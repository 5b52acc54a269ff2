import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { invalid } from '@platform/errors';
import { OneTimeTokens } from '@platform/identity';
import { RateLimits } from '@platform/rate-limit';
import { TenantDb, authorize, systemActor } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { AddRecipient } from './add-recipient.js';
import { Chasing } from './chasing.queries.js';
import { invitationPayload } from './invitation.rules.js';
import { MOST_RECIPIENTS } from './recipients.rules.js';
import { RequestActs } from './request.policy.js';
import { Requests } from './requests.queries.js';
import type { SecurityRequestId } from './requests.queries.js';
import { SentRequest } from './sent-request.js';

export interface ForwardInvitationInput { readonly token: string; readonly email: string }

/** What the link in a forwarded mail leads to, and who is written to about it. */
@Injectable()
export class ForwardedMail {
  constructor(private readonly requests: Requests, private readonly chasing: Chasing) {}

  /** The request the mail was about: the newest that waits for the factory and was sent to that address, else the newest that waits. */
  async request(tx: TenantTx, supplierSiteId: string, mailedTo: string): Promise<SecurityRequestId | undefined> {
    const waiting = (await this.requests.ofSite(tx, supplierSiteId)).filter((one) => one.supplierOrganizationId === null && one.withdrawnAt === null);
    for (const { id } of waiting) if ((await this.listed(tx, id)).includes(mailedTo)) return id;
    return waiting[0]?.id;
  }

  async listed(tx: TenantTx, requestId: string): Promise<string[]> {
    return (await this.chasing.recipients(tx, requestId)).map(({ email }) => email);
  }
}

/**
 * Whoever was handed somebody else's invitation asks for a link to an address of their own: opening that one proves whose it is. The first
 * link stays good. There is no actor yet; the link is the permission, and the buyer's system writes the address into its own list.
 */
@Injectable()
export class ForwardInvitation {
  constructor(
    private readonly db: TenantDb, private readonly tokens: OneTimeTokens, private readonly mail: ForwardedMail, private readonly add: AddRecipient,
    private readonly limits: RateLimits, private readonly sent: SentRequest,
  ) {}

  /** The same for every address; too many to one address are swallowed. Throws `identity.link_dead`, `request.request_invalid`, `request.too_many_recipients`. */
  async execute(input: ForwardInvitationInput): Promise<void> {
    const form = new FormReader();
    const email = form.email('email', input.email)?.toLowerCase();
    if (email === undefined) form.wrong('email', 'common.required');
    form.finish('request.request_invalid');
    const token = await this.tokens.peek(input.token, 'supplier_invitation');
    if (token?.state !== 'live') throw invalid('identity.link_dead');
    const { buyerOrganizationId, supplierSiteId } = invitationPayload(token.payload);
    const actor = systemActor(buyerOrganizationId);
    authorize(actor, RequestActs.add_recipient, this.sent.day.now());
    if (!await this.limits.allows('forward_mail', email!)) return;
    await this.db.run(actor, async (tx) => {
      const requestId = await this.mail.request(tx, supplierSiteId, token.email);
      if (requestId === undefined) throw invalid('identity.link_dead');
      await this.sent.open(tx, requestId);
      const listed = await this.mail.listed(tx, requestId);
      if (listed.length >= MOST_RECIPIENTS && !listed.includes(email!)) throw invalid('request.too_many_recipients', { max: MOST_RECIPIENTS });
      await this.add.within(tx, requestId, { email: email! });
    });
  }
}
