import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { OneTimeTokens } from '@platform/identity';
import type { Recipient } from '@platform/mail';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { LetterMails } from './letter-mails.js';
import type { Delivered, LetterLink } from './letter-mails.js';
import { RequestLetters } from './request-letters.js';
import type { LetterInput, RequestLetter } from './request-letters.js';
import { RequestActs } from './request.policy.js';

const NOBODY: Delivered = { sent: 0, addresses: [], refused: [] };

/**
 * The worker's reaction to an act on a request, as the system of the buyer: to everybody in the request's list. Where nobody joined for the
 * factory, each gets a link of his own that lets him in; where somebody did, the list stands beside that organisation's members.
 */
@Injectable()
export class InviteSupplier {
  constructor(
    private readonly db: TenantDb, private readonly letters: RequestLetters, private readonly tokens: OneTimeTokens,
    private readonly mails: LetterMails, private readonly clock: Clock,
  ) {}

  /** `but`: addresses that were written to already, as members of the other side. Writes nothing about a request that was withdrawn meanwhile. */
  async execute(actor: Actor, input: LetterInput & { readonly but?: readonly string[] }): Promise<Delivered> {
    authorize(actor, RequestActs.notify, this.clock.now());
    const letter = await this.db.run(actor, (tx) => this.letters.listed(tx, input));
    if (!letter) return NOBODY;
    const recipients = letter.recipients.filter(({ email }) => !input.but?.includes(email.toLowerCase()));
    const reaction = { sent: 'invite_supplier', reminded: 'remind_listed', extended: 'extend_listed', withdrawn: 'withdraw_listed' }[input.cause ?? 'sent'];
    return this.mails.send(actor, reaction, { ...letter, recipients }, { ...input, linkFor: (to) => this.linkFor(actor, letter, to, input.cause === 'withdrawn') });
  }

  /** Minted outside the mail's transaction: should that roll back after the mail has left, the link in it still works. */
  private async linkFor(actor: Actor, { request }: RequestLetter, to: Recipient, ended: boolean): Promise<LetterLink> {
    if (request.supplierOrganizationId !== null) return { url: this.mails.link(`/questionnaires/${request.id}`), expiresAt: null };
    if (ended) return { url: this.mails.link('/'), expiresAt: null };
    const payload = { buyerOrganizationId: actor.organizationId, supplierSiteId: request.supplierSiteId };
    const { token, expiresAt } = await this.tokens.mint({ kind: 'supplier_invitation', email: to.email, payload });
    return { url: this.mails.link(`/join/${token}`), expiresAt };
  }
}
