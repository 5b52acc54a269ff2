import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { MailMessage, Recipient } from './mail-message.js';
import { MailRefused } from './mail-refusal.rules.js';
import { MailTransport } from './mail-transport.js';

/** Why a mail goes out: an event of the acting organisation, and the reaction to it. */
export interface MailCause { readonly eventId: string; readonly reaction: string }

export interface OutgoingOne {
  readonly to: Recipient;
  /** Called only when the mail has not been sent yet: links are made here. */
  readonly compose: (to: Recipient) => MailMessage | Promise<MailMessage>;
}

/** A recipient that the mail server refused for good, and what it said. */
export interface Refusal { readonly recipient: string; readonly answer: string }

/**
 * Once per event, reaction and recipient. The row is inserted first and committed after the server took the mail: a second worker waits at
 * the row and then finds it. Only a crash between the two repeats a mail, under the same Message-ID.
 */
@Injectable()
export class OutgoingMail {
  constructor(private readonly db: TenantDb, private readonly transport: MailTransport, private readonly clock: Clock) {}

  /** One transaction per recipient, so that one bad address does not repeat the others. Returns how many were sent now; throws the first failure after trying all. What was refused for good is no failure: see `refusals`. */
  async deliver(actor: Actor, cause: MailCause, mails: readonly OutgoingOne[]): Promise<number> {
    let sent = 0;
    const failures: unknown[] = [];
    for (const mail of mails) {
      try {
        if (await this.db.run(actor, (tx) => this.once(tx, cause, mail))) sent += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length) throw failures[0];
    return sent;
  }

  /** Who will never get the mails of this cause, also when they were refused before a crash. */
  refusals(actor: Actor, cause: MailCause): Promise<Refusal[]> {
    return this.db.run(actor, (tx) => tx.query<Refusal>(
      `select recipient, refusal as answer from app.mail_sent
       where organization_id = $1 and event_id = $2 and reaction = $3 and refusal is not null order by recipient`,
      [tx.organizationId, cause.eventId, cause.reaction]));
  }

  private async once(tx: TenantTx, cause: MailCause, mail: OutgoingOne): Promise<boolean> {
    const first = await tx.affect(
      `insert into app.mail_sent (organization_id, event_id, reaction, recipient, sent_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [tx.organizationId, cause.eventId, cause.reaction, mail.to.email.toLowerCase(), this.clock.now()]);
    if (first === 0) return false;
    try {
      await this.transport.send(await mail.compose(mail.to));
      return true;
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      await tx.query('update app.mail_sent set refusal = $5 where organization_id = $1 and event_id = $2 and reaction = $3 and recipient = $4',
        [tx.organizationId, cause.eventId, cause.reaction, mail.to.email.toLowerCase(), error.answer]);
      return false;
    }
  }
}
