import { Inject, Injectable } from '@nestjs/common';
import { Members } from '@libs/organization';
import { AccessTokenActs, AccessTokens } from '@platform/identity';
import type { IssuedToken } from '@platform/identity';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { Page } from '../web/page.js';
import { issuedView, tokensView } from './tokens.view.js';
import type { RefusedToken } from './tokens.view.js';

@Injectable()
export class TokenPages {
  constructor(
    private readonly db: TenantDb, private readonly tokens: AccessTokens, private readonly members: Members, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings,
  ) {}

  /** An administrator sees everybody's below his own. */
  list(actor: Actor, refused?: RefusedToken): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const own = await this.tokens.live(tx, tx.organizationId, actor.memberId);
      const keeper = may(actor, AccessTokenActs.read_of_members);
      const others = keeper ? (await this.tokens.live(tx, tx.organizationId)).filter(({ memberId }) => memberId !== actor.memberId) : [];
      const members = keeper ? await this.members.list(tx, { leavers: true }) : [];
      const view = tokensView({ own, others, members, keeper, publicUrl: this.settings.publicUrl }, refused);
      return new Page('tokens/list', view, { title: 'portal_tokens.title', status: refused ? 422 : 200 });
    });
  }

  issued(name: string, issued: IssuedToken): Page {
    return new Page('tokens/issued', issuedView(name, issued, this.settings.publicUrl), { title: 'portal_tokens.issued' });
  }
}
