import { Injectable } from '@nestjs/common';
import { Members, Organizations } from '@libs/organization';
import type { MemberRow, Role } from '@libs/organization';
import type { Recipient } from '@platform/mail';
import type { TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';

export interface Wanted { readonly roles: readonly Role[]; /** Employee number of one more person. */ readonly personKey?: string | null }

/** Who is told, in the organisation of the transaction: those present, and not the person who acted (whichever membership they used). */
@Injectable()
export class People {
  constructor(private readonly members: Members, private readonly organizations: Organizations) {}

  async of(tx: TenantTx, { roles, personKey }: Wanted, { identityId }: RecordedEvent): Promise<MemberRow[]> {
    const wanted = (member: MemberRow): boolean =>
      roles.some((role) => member.roles.includes(role)) || (Boolean(personKey) && member.personKey === personKey);
    return (await this.members.list(tx)).filter((member) => wanted(member) && member.identityId !== identityId);
  }

  async recipients(tx: TenantTx, roles: readonly Role[], event: RecordedEvent): Promise<Recipient[]> {
    const { timeZone: zone } = await this.organizations.own(tx);
    return (await this.of(tx, { roles }, event)).map(({ email, displayName: name, language }) => ({ email, name, language, zone }));
  }
}
