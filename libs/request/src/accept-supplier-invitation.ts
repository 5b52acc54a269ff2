import { Injectable } from '@nestjs/common';
import { foundingActor } from '@libs/organization';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { OneTimeTokens } from '@platform/identity';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, IdentityId, OrganizationId } from '@platform/tenancy';
import { AcceptanceDesk } from './acceptance-desk.js';
import type { AcceptanceId } from './acceptances.repository.js';
import { invitationPayload } from './invitation.rules.js';
import { Joining } from './joining.js';
import type { NewSupplierOrganization } from './joining.js';
import { RequestActs } from './request.policy.js';

export interface AcceptSupplierInvitationInput {
  readonly token: string;
  readonly identityId: IdentityId;
  /** The person chooses: one of their organisations, or a new one. */
  readonly join: { readonly organizationId: OrganizationId } | { readonly newOrganization: NewSupplierOrganization };
}

export interface AcceptedInvitation { readonly acceptanceId: AcceptanceId; readonly organizationId: OrganizationId; readonly buyerOrganizationId: OrganizationId }

/** An invited supplier becomes an organisation by accepting. The buyer's side then checks the token and opens its requests (LinkSupplier). */
@Injectable()
export class AcceptSupplierInvitation {
  constructor(
    private readonly db: TenantDb, private readonly tokens: OneTimeTokens, private readonly joining: Joining, private readonly desk: AcceptanceDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * There is no actor yet: the link is the permission, and joining with an organisation that exists needs a role there.
   * Throws not_found, `request.invitation_used`, `request.invitation_expired`, `request.invitation_of_own`.
   */
  async execute(input: AcceptSupplierInvitationInput): Promise<AcceptedInvitation> {
    const token = await this.tokens.peek(input.token, 'supplier_invitation');
    if (!token) throw notFound('request');
    if (token.state !== 'live') throw conflict(token.state === 'consumed' ? 'request.invitation_used' : 'request.invitation_expired');
    const payload = invitationPayload(token.payload);
    const actor = await this.actorOf(input);
    authorize(actor, RequestActs.accept_invitation, this.clock.now());
    if (actor.organizationId === payload.buyerOrganizationId) throw conflict('request.invitation_of_own');
    const acceptanceId = await this.db.run(actor, async (tx) => {
      if ('newOrganization' in input.join) await this.joining.found(tx, input.identityId, input.join.newOrganization);
      return this.desk.accept(tx, input.token, input.identityId, payload);
    });
    return { acceptanceId, organizationId: actor.organizationId, buyerOrganizationId: payload.buyerOrganizationId };
  }

  private async actorOf({ identityId, join }: AcceptSupplierInvitationInput): Promise<Actor> {
    if ('organizationId' in join) return this.joining.memberActor(identityId, join.organizationId);
    return foundingActor({ name: join.newOrganization.firstMember.displayName, identityId });
  }
}
