import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform-pure/errors';
import { TenantDb, authorize, may } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AccessTokenActs } from './access-token.policy.js';
import { AccessTokens } from './access-tokens.js';

@Injectable()
export class RevokeAccessToken {
  constructor(private readonly db: TenantDb, private readonly tokens: AccessTokens, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** One's own, or as an administrator any of the organisation's. It ends with this call. @throws NotFound, also for one that was revoked before. */
  async execute(actor: Actor, id: string): Promise<void> {
    authorize(actor, AccessTokenActs.revoke, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, id));
  }

  private async within(tx: TenantTx, id: string): Promise<void> {
    const token = await this.tokens.byId(tx, tx.organizationId, id);
    const mine = token?.memberId === tx.actor.memberId;
    if (!token || !(mine || may(tx.actor, AccessTokenActs.revoke_of_members)) || !await this.tokens.revoke(tx, token.id)) throw notFound('access_token');
    await this.audit.record(tx, AccessTokenActs.revoke, { kind: 'access_token', id: token.id }, { name: token.name, memberId: token.memberId });
  }
}
