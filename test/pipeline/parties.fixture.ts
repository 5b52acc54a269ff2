import type { TestingModule } from '@nestjs/testing';
import { CatalogQueries, ShippedEditions } from '@libs/catalog';
import { CreateOrganization, foundingActor } from '@libs/organization';
import { ApproveSpecification, DraftSpecification, SubmitForApproval, chooseAll, chooseChecklist } from '@libs/specification';
import type { ApprovedEdition, DraftInput } from '@libs/specification';
import { RegisterSupplierSite } from '@libs/supplier';
import type { RegisterSupplierSiteInput, SupplierSiteId } from '@libs/supplier';
import { Identities } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, OrganizationId } from '@platform/tenancy';
import { person } from '../support/platform.js';

export const SITE: RegisterSupplierSiteInput = {
  counterpartyCode: 'T-0412', makerName: '髙﨑精機㈱', factoryName: '第二工場', address: '長野県諏訪市湖岸通り5-1', kind: 'equipment', sme: true,
  contactName: '𠮷田', contactEmail: 'yoshida@takasaki.example',
};

/** Organisations and what they need before a request can be sent, made by the verbs themselves. */
export class Parties {
  private people = 0;
  constructor(private readonly app: TestingModule) {}

  async identity(name: string): Promise<IdentityId> {
    const made = await this.app.get(Identities).create({ email: `p${++this.people}@example.jp`, displayName: name, passwordHash: null, language: 'ja' });
    return made!.id;
  }

  async organization(name: string): Promise<OrganizationId> {
    const identityId = await this.identity(`${name} 管理者`);
    const founder = foundingActor({ name, identityId });
    await this.app.get(CreateOrganization).execute(founder, { name, address: '東京都港区芝1-1', firstMember: { identityId, email: `admin${this.people}@example.jp`, displayName: '管理者' } });
    return founder.organizationId;
  }

  site(actor: Actor, change: Partial<RegisterSupplierSiteInput> = {}): Promise<SupplierSiteId> {
    return this.app.get(RegisterSupplierSite).execute(actor, { ...SITE, ...change });
  }

  /** The whole factory checklist and the whole acceptance checklist, with inherited values. */
  async draft(actor: Actor): Promise<DraftInput> {
    const catalogs = this.app.get(CatalogQueries);
    return this.app.get(TenantDb).run(systemActor(actor.organizationId), async (tx) => {
      const factory = await catalogs.edition(tx, ShippedEditions.metiFactoryChecklist);
      const checks = await catalogs.edition(tx, ShippedEditions.acceptanceChecklist);
      return {
        title: { ja: '洗浄装置 セキュリティ要求仕様書', en: 'Security requirements for wafer cleaning tools' }, scope: '第二工場に納める枚葉式洗浄装置とその保守',
        criticality: 'high', department: '調達部', contact: { name: '久保田', email: 'kubota@yamate.example' },
        requirements: chooseAll(factory.id, factory.document), checklist: chooseChecklist(checks.id, checks.document),
      };
    });
  }

  async approved(organizationId: OrganizationId, change: DraftInput = {}): Promise<ApprovedEdition & { specificationId: string }> {
    const author = person(organizationId, '生産技術 𠮷田', ['requester']);
    const approver = person(organizationId, '仕様承認 髙﨑', ['spec_approver']);
    const { id, version } = await this.app.get(DraftSpecification).execute(author, { ...(await this.draft(author)), ...change });
    const submitted = await this.app.get(SubmitForApproval).execute(author, id, version);
    return { ...(await this.app.get(ApproveSpecification).execute(approver, id, submitted.version)), specificationId: id };
  }
}

/** The code of the refusal, or 'done'. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
