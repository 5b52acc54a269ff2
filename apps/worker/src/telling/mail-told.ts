import { Injectable } from '@nestjs/common';
import { Messages } from '@platform/i18n';
import { MailComposer, OutgoingMail } from '@platform/mail';
import type { MailMessage, Recipient } from '@platform/mail';
import { NotificationChoices } from '@platform/notification';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { deliveryOf, pathOf } from '@pure/insight';
import type { Reacts, RecordedEvent } from '../reaction.js';
import { Hearers } from './hearers.js';
import type { Told } from './hearers.js';

/** Kinds that have a letter of their own, with more in it than one sentence: that letter goes out instead (`mail-desk.ts`, libs/request). */
export const LETTERED: readonly string[] = ['request.send', 'request.remind', 'request.extend', 'request.withdraw', 'attestation.seal', 'review.return', 'certificate.issue'];

/** The words of a notification. */
@Injectable()
export class NoticeMail {
  constructor(private readonly composer: MailComposer, private readonly messages: Messages) {}

  compose(to: Recipient, { kind, object }: Pick<Told, 'kind' | 'object'>, params: Told['hearers'][number]['params'], about: string): MailMessage {
    const says = this.messages.t(to.language, `notification.${kind}`, params);
    const url = this.composer.link(pathOf(object.kind, object.id, kind) ?? '/notifications');
    return this.composer.compose('notification', to, { says, url, settingsUrl: this.composer.link('/profile/notifications') }, { about });
  }
}

/** The sentence of a notification as a mail, to those members who want this kind at once. Once per event and address. */
@Injectable()
export class MailTold implements Reacts {
  constructor(
    private readonly db: TenantDb, private readonly hearers: Hearers, private readonly choices: NotificationChoices, private readonly notice: NoticeMail,
    private readonly outgoing: OutgoingMail,
  ) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    for (const told of await this.hearers.of(actor, event)) if (!LETTERED.includes(told.kind)) await this.mail(told, event);
  }

  private async mail(told: Told, event: RecordedEvent): Promise<void> {
    const reader = systemActor(told.organizationId);
    const chosen = await this.db.run(reader, (tx) => this.choices.about(tx, told.kind));
    const wanted = told.hearers.filter(({ memberId }) => (chosen.get(memberId) ?? deliveryOf(told.kind, {})) === 'immediate');
    await this.outgoing.deliver(reader, { eventId: event.id, reaction: 'notification' }, wanted.map(({ to, params }) => ({
      to, compose: () => this.notice.compose(to, told, params, event.id) })));
  }
}
