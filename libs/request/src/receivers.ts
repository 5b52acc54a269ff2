import { Members } from '@libs/organization';
import type { MemberRow } from '@libs/organization';
import { Injectable } from '@nestjs/common';
import { NotificationChoices } from '@platform/notification';
import type { TenantTx } from '@platform/tenancy';

/** Members of the respondent who receive requests and want this kind of letter as it happens; that is so until a member chooses otherwise. */
@Injectable()
export class Receivers {
  constructor(private readonly members: Members, private readonly choices: NotificationChoices) {}

  async of(tx: TenantTx, kind: string): Promise<MemberRow[]> {
    const chosen = await this.choices.about(tx, kind);
    return (await this.members.withRole(tx, 'supplier_contact')).filter(({ id }) => (chosen.get(id) ?? 'immediate') === 'immediate');
  }
}
