import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { LetterMails } from './letter-mails.js';
import type { Delivered } from './letter-mails.js';
import { RequestLetters } from './request-letters.js';
import type { LetterInput } from './request-letters.js';
import { RequestActs } from './request.policy.js';

/** The worker's reaction to an act on a request whose organisation is here, as the system of the *respondent*: only it knows its people. */
@Injectable()
export class NotifyRespondent {
  constructor(private readonly db: TenantDb, private readonly letters: RequestLetters, private readonly mails: LetterMails, private readonly clock: Clock) {}

  async execute(actor: Actor, input: LetterInput): Promise<Delivered> {
    authorize(actor, RequestActs.notify, this.clock.now());
    const letter = await this.db.run(actor, (tx) => this.letters.notice(tx, input));
    if (!letter) return { sent: 0, addresses: [], refused: [] };
    const url = this.mails.link(`/requests/${letter.request.id}`);
    const reaction = { sent: 'notify_respondent', reminded: 'remind_members', extended: 'extend_members', withdrawn: 'withdraw_members' }[input.cause ?? 'sent'];
    return this.mails.send(actor, reaction, letter, { ...input, linkFor: async () => ({ url, expiresAt: null }) });
  }
}
