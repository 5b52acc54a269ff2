import { Injectable } from '@nestjs/common';
import { Members, Organizations } from '@libs/organization';
import type { MemberRow, Role } from '@libs/organization';
import type { Recipient } from '@platform/mail';
import { NotificationChoices } from '@platform/notification';
import type { TenantTx } from '@platform/tenancy';
import { deliveryOf } from '@pure/insight';
import type { NotificationKind } from '@pure/insight';
import type { RecordedEvent } from '../reaction.js';

export interface Wanted { readonly roles: readonly Role[]; /** Employee number of one more person. */ readonly personKey?: string | null; readonly memberId?: string | null }

/** Who is told, in the organisation of the transaction: those present, and not the person who acted (whichever membership they used). */
@Injectable()
export class People {
  constructor(private readonly members: Members, private readonly organizations: Organizations, private readonly choices: NotificationChoices) {}

  async of(tx: TenantTx, { roles, personKey, memberId }: Wanted, { identityId }: RecordedEvent): Promise<MemberRow[]> {
    const wanted = (member: MemberRow): boolean =>
      roles.some((role) => member.roles.includes(role)) || (Boolean(personKey) && member.personKey === personKey) || member.id === memberId;
    return (await this.members.list(tx)).filter((member) => wanted(member) && member.identityId !== identityId);
  }

  /** The same people with where and how they read mail. */
  async named(tx: TenantTx, wanted: Wanted, event: RecordedEvent): Promise<{ readonly member: MemberRow; readonly to: Recipient }[]> {
    const { timeZone: zone } = await this.organizations.own(tx);
    return (await this.of(tx, wanted, event)).map((member) => ({ member, to: { email: member.email, name: member.displayName, language: member.language, zone } }));
  }

  /** Members with these roles who want this kind at once: the others read it inside, or in the morning. */
  async recipients(tx: TenantTx, roles: readonly Role[], event: RecordedEvent, kind: NotificationKind): Promise<Recipient[]> {
    const chosen = await this.choices.about(tx, kind);
    const wants = ({ id }: MemberRow): boolean => (chosen.get(id) ?? deliveryOf(kind, {})) === 'immediate';
    return (await this.named(tx, { roles }, event)).filter(({ member }) => wants(member)).map(({ to }) => to);
  }
}
