import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { OneTimeTokens } from '@platform/identity';
import { MailComposer, OutgoingMail } from '@platform/mail';
import type { MailMessage, Recipient } from '@platform/mail';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { RequestLetters, contactOf, requestMailView } from './request-letters.js';
import type { RequestLetter } from './request-letters.js';
import { RequestActs } from './request.policy.js';

const REACTION = 'invite_supplier';

/** The worker's reaction to `request.send` for a factory nobody joined for, as the system of the buyer; once per event. */
@Injectable()
export class InviteSupplier {
  constructor(
    private readonly db: TenantDb, private readonly letters: RequestLetters, private readonly tokens: OneTimeTokens,
    private readonly composer: MailComposer, private readonly outgoing: OutgoingMail, private readonly clock: Clock,
  ) {}

  /** Sends nothing when the factory has joined or the request was withdrawn meanwhile. Returns how many mails left. */
  async execute(actor: Actor, input: { readonly eventId: string; readonly requestId: string }): Promise<number> {
    authorize(actor, RequestActs.notify, this.clock.now());
    const letter = await this.db.run(actor, (tx) => this.letters.invitation(tx, input.requestId));
    if (!letter) return 0;
    const mails = letter.recipients.map((to) => ({ to, compose: () => this.compose(actor, letter, to) }));
    return this.outgoing.deliver(actor, { eventId: input.eventId, reaction: REACTION }, mails);
  }

  /** Minted outside the mail's transaction: should that roll back after the mail has left, the link in it still works. */
  private async compose(actor: Actor, letter: RequestLetter, to: Recipient): Promise<MailMessage> {
    const payload = { buyerOrganizationId: actor.organizationId, supplierSiteId: letter.request.supplierSiteId };
    const { token, expiresAt } = await this.tokens.mint({ kind: 'supplier_invitation', email: to.email, payload });
    const view = { ...requestMailView(letter, to.language), url: this.composer.link(`/join/${token}`), expiresAt };
    return this.composer.compose('supplier-invitation', to, view, { replyTo: contactOf(letter.document) });
  }
}
