import { Injectable } from '@nestjs/common';
import { Organizations, SessionActors } from '@libs/organization';
import { invitationPayload } from '@libs/request';
import type { AcceptSupplierInvitationInput } from '@libs/request';
import { SupplierSites } from '@libs/supplier';
import type { IdentityRow } from '@platform/identity';
import { TenantDb, isId, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import type { JoinForm } from './forms.js';
import { joinView } from './joining.view.js';
import type { JoinInput } from './joining.view.js';
import { Newcomers } from './newcomers.js';

@Injectable()
export class JoinPages {
  constructor(
    private readonly newcomers: Newcomers, private readonly db: TenantDb, private readonly organizations: Organizations,
    private readonly sites: SupplierSites, private readonly actors: SessionActors,
  ) {}

  /** @throws Invalid `identity.link_dead` for a link that opens nothing any more. */
  async show(token: string, request: PortalRequest, typed: object, problems?: readonly Problem[]): Promise<Page> {
    const seen = await this.newcomers.live(token, 'supplier_invitation');
    const { identityId } = request.session;
    const mine = identityId ? await this.actors.choices(identityId) : [];
    const { buyerOrganizationId, supplierSiteId } = invitationPayload(seen.payload);
    const invited = await this.invited(buyerOrganizationId, supplierSiteId);
    const choices = mine.filter((choice) => choice.organizationId !== buyerOrganizationId);
    const standing = await this.newcomers.standing(request, seen.email);
    return new Page('joining/join', joinView({ ...invited, token, email: seen.email, standing, choices }, typed, problems), { title: 'portal.join.title' });
  }

  choice(form: JoinForm, person: IdentityRow): AcceptSupplierInvitationInput['join'] {
    if (isId(form.organizationId)) return { organizationId: form.organizationId as unknown as OrganizationId };
    const { displayName, email, language } = person;
    const profile = { name: form.name ?? '', nameEn: form.nameEn ?? null, address: form.address ?? '', defaultLanguage: language };
    return { newOrganization: { ...profile, firstMember: { displayName, email, language } } };
  }

  /** Read as the buyer: whoever holds the link may know who invites, and for which factory. */
  private invited(buyer: OrganizationId, siteId: string): Promise<Pick<JoinInput, 'buyer' | 'site'>> {
    return this.db.run(systemActor(buyer), async (tx) => {
      const { name, nameEn } = await this.organizations.own(tx);
      const { makerName, factoryName, address, contactName } = await this.sites.byId(tx, siteId);
      return { buyer: { name, nameEn }, site: { makerName, factoryName, address, contactName } };
    });
  }
}
