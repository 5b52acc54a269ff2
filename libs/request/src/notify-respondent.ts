import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { MailComposer, OutgoingMail } from '@platform/mail';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { RequestLetters, contactOf, requestMailView } from './request-letters.js';
import { RequestActs } from './request.policy.js';

const REACTION = 'notify_respondent';

/** The worker's reaction to `request.send` to an organisation that is here, as the system of the *respondent*: only it knows its people. */
@Injectable()
export class NotifyRespondent {
  constructor(
    private readonly db: TenantDb, private readonly letters: RequestLetters, private readonly composer: MailComposer,
    private readonly outgoing: OutgoingMail, private readonly clock: Clock,
  ) {}

  /** Returns how many mails left. */
  async execute(actor: Actor, input: { readonly eventId: string; readonly requestId: string }): Promise<number> {
    authorize(actor, RequestActs.notify, this.clock.now());
    const letter = await this.db.run(actor, (tx) => this.letters.notice(tx, input.requestId));
    if (!letter) return 0;
    const url = this.composer.link(`/requests/${letter.request.id}`);
    return this.outgoing.deliver(actor, { eventId: input.eventId, reaction: REACTION }, letter.recipients.map((to) => ({
      to,
      compose: () => this.composer.compose('request-sent', to, { ...requestMailView(letter, to.language), url },
        { replyTo: contactOf(letter.document), about: input.eventId }),
    })));
  }
}
