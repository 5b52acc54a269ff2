import { Injectable } from '@nestjs/common';
import type { Role } from '@libs/organization';
import { MailComposer, OutgoingMail } from '@platform/mail';
import type { MailContact, MailKind, MailViews } from '@platform/mail';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Language, OrganizationId } from '@platform/tenancy';
import type { NotificationKind } from '@pure/insight';
import type { RecordedEvent } from '../reaction.js';
import { People } from './people.js';

export interface Letter<K extends MailKind> {
  readonly kind: K;
  /** The kind of notification whose letter this is: a member's choice about it counts here too. */
  readonly about: NotificationKind;
  readonly to: { readonly organizationId: OrganizationId; readonly roles: readonly Role[] };
  readonly replyTo: MailContact | null;
  /** `link` makes a path of the portal an address. */
  readonly view: (language: Language, link: (path: string) => string) => MailViews[K];
}

/** Sends a letter to members of one organisation, as its system: once per event and address, each in the reader's language. */
@Injectable()
export class MailDesk {
  constructor(
    private readonly db: TenantDb, private readonly people: People, private readonly composer: MailComposer, private readonly outgoing: OutgoingMail,
  ) {}

  async send<K extends MailKind>(event: RecordedEvent, { kind, about, to: { organizationId, roles }, replyTo, view }: Letter<K>): Promise<void> {
    const actor = systemActor(organizationId);
    const recipients = await this.db.run(actor, (tx) => this.people.recipients(tx, roles, event, about));
    const link = (path: string): string => this.composer.link(path);
    await this.outgoing.deliver(actor, { eventId: event.id, reaction: kind }, recipients.map((to) => ({
      to, compose: () => this.composer.compose(kind, to, view(to.language, link), { replyTo, about: event.id }),
    })));
  }
}
