import { Injectable } from '@nestjs/common';
import { Members, Organizations } from '@libs/organization';
import type { MemberRow } from '@libs/organization';
import { Clock } from '@platform/clock';
import { localDate } from '@platform/forms';
import { Messages } from '@platform/i18n';
import { Memberships } from '@platform/identity';
import { MailComposer, MailTransport } from '@platform/mail';
import { DIGEST_HOUR, NotificationChoices } from '@platform/notification';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { MemberId, OrganizationId, TenantTx } from '@platform/tenancy';
import { deliveryOf, pathOf } from '@pure/insight';

type Waiting = Awaited<ReturnType<NotificationChoices['waiting']>>[number];

/** What a summary is made of and goes out through. */
@Injectable()
export class SummaryTools {
  constructor(readonly messages: Messages, readonly composer: MailComposer, readonly transport: MailTransport) {}
}

/** Who is there to read it. */
@Injectable()
export class SummaryReaders {
  constructor(readonly memberships: Memberships, readonly members: Members, readonly organizations: Organizations) {}
}

/**
 * The daily mail of what somebody has not read and wants to hear of together. Runs every hour: an organisation's morning begins where it is.
 * The row that says it went out is written before the mail is handed over and committed after it, as with every other mail.
 */
@Injectable()
export class MorningSummary {
  constructor(
    private readonly db: TenantDb, private readonly readers: SummaryReaders, private readonly choices: NotificationChoices, private readonly tools: SummaryTools, private readonly clock: Clock,
  ) {}

  /** @returns how many summaries went out now */
  async run(): Promise<number> {
    let count = 0;
    for (const organizationId of await this.readers.memberships.organizations()) count += await this.ofOrganization(organizationId);
    return count;
  }

  private async ofOrganization(organizationId: OrganizationId): Promise<number> {
    const actor = systemActor(organizationId);
    const now = this.clock.now();
    const { waiting, members, zone } = await this.db.run(actor, async (tx) => ({
      waiting: await this.choices.waiting(tx), members: await this.readers.members.list(tx), zone: (await this.readers.organizations.own(tx)).timeZone }));
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now));
    if (hour < DIGEST_HOUR || waiting.length === 0) return 0;
    let count = 0;
    for (const member of members) {
      const own = waiting.filter(({ memberId }) => memberId === member.id);
      if (own.length > 0 && await this.db.run(actor, (tx) => this.send(tx, member, own, { zone, day: localDate(now, zone), now }))) count += 1;
    }
    return count;
  }

  /** False when there is nothing for a summary, or it went out before. */
  private async send(tx: TenantTx, { id, email, displayName: name, language }: MemberRow, own: readonly Waiting[], at: { readonly zone: string; readonly day: string; readonly now: Date }): Promise<boolean> {
    const chosen = await this.choices.of(tx, id as MemberId);
    const lines = own.filter(({ kind }) => deliveryOf(kind, chosen) === 'digest');
    if (lines.length === 0 || !await this.choices.claimDigest(tx, id as MemberId, at.day, at.now)) return false;
    const { composer, messages, transport } = this.tools;
    const says = lines.map(({ kind, params, objectKind, objectId }) => ({
      text: messages.t(language, `notification.${kind}`, params), url: composer.link(pathOf(objectKind, objectId, kind) ?? '/notifications') }));
    const view = { day: at.day, lines: says, url: composer.link('/notifications'), settingsUrl: composer.link('/profile/notifications') };
    await transport.send(composer.compose('notification-digest', { email, name, language, zone: at.zone }, view, { about: `${id} ${at.day}` }));
    return true;
  }
}
