import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { OneTimeTokens } from '@platform/identity';
import { Grants, newId } from '@platform/tenancy';
import type { IdentityId, TenantTx } from '@platform/tenancy';
import { AcceptancesRepository } from './acceptances.repository.js';
import type { AcceptanceId } from './acceptances.repository.js';
import type { InvitationPayload } from './invitation.rules.js';
import { RequestActs } from './request.policy.js';

/** Using up the link, the supplier's own row, and showing the buyer one's name: one transaction, or none of it. */
@Injectable()
export class AcceptanceDesk {
  constructor(
    private readonly tokens: OneTimeTokens, private readonly acceptances: AcceptancesRepository, private readonly grants: Grants,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `request.invitation_used` for the second of two who use one link at once. */
  async accept(tx: TenantTx, token: string, identityId: IdentityId, payload: InvitationPayload): Promise<AcceptanceId> {
    const used = await this.tokens.consume(token, 'supplier_invitation', { identityId, organizationId: tx.organizationId }, tx);
    if (!used) throw conflict('request.invitation_used');
    const [id, now] = [newId<'SupplierAcceptance'>(), this.clock.now()];
    await this.acceptances.insert(tx, { id, ...payload, tokenId: used.id, acceptedAt: now });
    await this.grants.give(tx, 'organization', tx.organizationId, payload.buyerOrganizationId, now);
    await this.audit.record(tx, RequestActs.accept_invitation, { kind: 'supplier_acceptance', id }, { ...payload });
    return id;
  }
}
