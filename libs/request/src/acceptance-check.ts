import { Injectable } from '@nestjs/common';
import { LinkJoinedOrganization, SupplierSites } from '@libs/supplier';
import { OneTimeTokens } from '@platform/identity';
import type { TenantTx } from '@platform/tenancy';
import type { Acceptance } from './acceptances.repository.js';
import { provesAcceptance } from './invitation.rules.js';
import { RequestOpening } from './request-opening.js';
import { RequestsRepository } from './requests.repository.js';

/** `linked`: done now; `already`: nothing left to do; `refused`: the token does not prove it, or another organisation was first. */
export type LinkOutcome = 'linked' | 'already' | 'refused';

/** What the buyer's side reads before it believes an acceptance, and the factory it then links. */
@Injectable()
export class AcceptanceCheck {
  constructor(
    private readonly tokens: OneTimeTokens, private readonly sites: SupplierSites, private readonly join: LinkJoinedOrganization,
  ) {}

  async link(tx: TenantTx, acceptance: Acceptance): Promise<LinkOutcome> {
    if (!provesAcceptance(await this.tokens.byId(acceptance.tokenId), acceptance)) return 'refused';
    const site = await this.sites.byId(tx, acceptance.supplierSiteId);
    if (site.joinedOrganizationId === null) {
      await this.join.within(tx, site.id, acceptance.supplierOrganizationId);
      return 'linked';
    }
    return site.joinedOrganizationId === acceptance.supplierOrganizationId ? 'already' : 'refused';
  }
}

/** Requests that waited for the factory's organisation become readable to it. */
@Injectable()
export class LinkedRequests {
  constructor(private readonly requests: RequestsRepository, private readonly opening: RequestOpening) {}

  /** Returns the ids of those that were linked now. */
  async open(tx: TenantTx, { supplierSiteId, supplierOrganizationId }: Acceptance): Promise<string[]> {
    const linked = await this.requests.linkSite(tx, supplierSiteId, supplierOrganizationId);
    for (const { id, editionId } of linked) await this.opening.open(tx, id, editionId, supplierOrganizationId);
    return linked.map((request) => request.id);
  }
}
