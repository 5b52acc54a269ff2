import { Injectable } from '@nestjs/common';
import { Members, Organizations } from '@libs/organization';
import { Specifications } from '@libs/specification';
import type { SpecificationDocument } from '@libs/specification';
import { SupplierSites } from '@libs/supplier';
import type { MailContact, MailViews, Recipient } from '@platform/mail';
import type { TenantTx } from '@platform/tenancy';
import type { SecurityRequest } from './requests.queries.js';
import { Requests } from './requests.queries.js';

export type RequestMailView = Omit<MailViews['request-sent'], 'url'>;
export interface RequestLetter { readonly request: SecurityRequest; readonly document: SpecificationDocument; readonly recipients: readonly Recipient[] }

/** What a mail about a request says, and to whom it goes: the factory's contact before anybody joined, the members who receive afterwards. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly requests: Requests, private readonly specifications: Specifications, private readonly sites: SupplierSites,
    private readonly organizations: Organizations, private readonly members: Members,
  ) {}

  /** Read by the buyer. Undefined when the factory has joined meanwhile or the request was withdrawn. */
  async invitation(tx: TenantTx, requestId: string): Promise<RequestLetter | undefined> {
    const request = await this.requests.byId(tx, requestId);
    if (request.withdrawnAt || request.supplierOrganizationId || !request.supplierSiteId) return undefined;
    const site = await this.sites.byId(tx, request.supplierSiteId);
    if (!site.contactEmail) return undefined;
    const { timeZone, defaultLanguage } = await this.organizations.own(tx);
    const recipient = { email: site.contactEmail, name: site.contactName ?? site.makerName, language: defaultLanguage, zone: timeZone };
    return { request, document: await this.document(tx, request), recipients: [recipient] };
  }

  /** Read by the respondent. Undefined when the request was withdrawn. */
  async notice(tx: TenantTx, requestId: string): Promise<RequestLetter | undefined> {
    const request = await this.requests.byId(tx, requestId);
    if (request.withdrawnAt || request.supplierOrganizationId !== tx.organizationId) return undefined;
    const { timeZone } = await this.organizations.own(tx);
    const members = await this.members.withRole(tx, 'supplier_contact');
    const recipients = members.map((member) => ({ email: member.email, name: member.displayName, language: member.language, zone: timeZone }));
    return { request, document: await this.document(tx, request), recipients };
  }

  private async document(tx: TenantTx, request: SecurityRequest): Promise<SpecificationDocument> {
    return (await this.specifications.edition(tx, request.specificationEditionId)).document;
  }
}

/** The buyer's name and contact come from the document that was sent: the supplier reads the same there. */
export function requestMailView({ request, document }: RequestLetter, language: Recipient['language']): RequestMailView {
  const buyer = language === 'en' ? document.buyer.nameEn ?? document.buyer.name : document.buyer.name;
  return {
    buyer, factory: request.respondent.factoryName, contact: contactOf(document), request: { number: request.number, title: document.title[language] },
    dueOn: request.dueOn, note: request.note,
  };
}

export function contactOf(document: SpecificationDocument): MailContact | null {
  return document.buyer.contact;
}
