import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { Specifications } from '@libs/specification';
import type { SpecificationDocument } from '@libs/specification';
import { SupplierSites } from '@libs/supplier';
import type { MailContact, MailViews, Recipient } from '@platform/mail';
import type { TenantTx } from '@platform/tenancy';
import { Chasing } from './chasing.queries.js';
import { Receivers } from './receivers.js';
import type { SecurityRequest } from './requests.queries.js';
import { Requests } from './requests.queries.js';

/** Why somebody is written to about a request. */
export type LetterCause = 'sent' | 'reminded' | 'extended' | 'withdrawn';
/** The notification whose letter it is: a member's choice about it counts. */
const KINDS: Readonly<Record<LetterCause, string>> = { sent: 'request.send', reminded: 'request.remind', extended: 'request.extend', withdrawn: 'request.withdraw' };

export interface LetterInput {
  readonly eventId: string;
  readonly requestId: string;
  readonly cause?: LetterCause;
  /** Only this address: one that was added or corrected. */
  readonly only?: string;
  /** When the act was done: who was added to the list since has had a letter of their own. */
  readonly asOf?: Date;
}

export type RequestMailView = Omit<MailViews['request-sent'], 'url'>;
export interface RequestLetter { readonly request: SecurityRequest; readonly document: SpecificationDocument; readonly recipients: readonly Recipient[] }

/** What a mail about a request says, and to whom it goes: the factory's contact before anybody joined, the members who receive afterwards. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly requests: Requests, private readonly specifications: Specifications, private readonly chasing: Chasing,
    private readonly sites: SupplierSites, private readonly organizations: Organizations, private readonly receivers: Receivers,
  ) {}

  /** Read by the buyer: who stands in the request's own list. Undefined when the request was withdrawn and the letter does not say so. */
  async listed(tx: TenantTx, { requestId, cause = 'sent', only, asOf }: LetterInput): Promise<RequestLetter | undefined> {
    const request = await this.requests.byId(tx, requestId);
    if (!worthWriting(request, cause) || request.buyerOrganizationId !== tx.organizationId) return undefined;
    const { timeZone: zone, defaultLanguage: language } = await this.organizations.own(tx);
    const listed = (await this.addresses(tx, request, asOf)).map(({ email, name }): Recipient => ({ email, name: name ?? '', language, zone }));
    return { request, document: await this.document(tx, request), recipients: only ? listed.filter(({ email }) => email === only) : listed };
  }

  /** Read by the respondent: its members who receive, and who began to work on it. Undefined when the request was withdrawn. */
  async notice(tx: TenantTx, { requestId, cause = 'sent' }: LetterInput): Promise<RequestLetter | undefined> {
    const request = await this.requests.byId(tx, requestId);
    if (!worthWriting(request, cause) || request.supplierOrganizationId !== tx.organizationId) return undefined;
    const { timeZone } = await this.organizations.own(tx);
    const members = await this.receivers.of(tx, KINDS[cause]);
    const recipients = members.map((member) => ({ email: member.email, name: member.displayName, language: member.language, zone: timeZone }));
    return { request, document: await this.document(tx, request), recipients };
  }

  /** A request without a list (nobody was named at sending) goes to the ledger's contact. */
  private async addresses(tx: TenantTx, request: SecurityRequest, asOf?: Date): Promise<readonly { readonly email: string; readonly name: string | null }[]> {
    const listed = await this.chasing.recipients(tx, request.id);
    if (listed.length > 0 || request.supplierOrganizationId !== null || request.supplierSiteId === null) return listed.filter(({ addedAt }) => !asOf || addedAt.getTime() <= asOf.getTime());
    const { contactEmail, contactName } = await this.sites.byId(tx, request.supplierSiteId);
    return contactEmail === null ? [] : [{ email: contactEmail, name: contactName }];
  }

  private async document(tx: TenantTx, request: SecurityRequest): Promise<SpecificationDocument> {
    return (await this.specifications.edition(tx, request.specificationEditionId)).document;
  }
}

const worthWriting = (request: SecurityRequest, cause: LetterCause): boolean => (request.withdrawnAt !== null) === (cause === 'withdrawn');

/** The buyer's name and contact come from the document that was sent: the supplier reads the same there. */
export function requestMailView({ request, document }: RequestLetter, language: Recipient['language'], cause: LetterCause = 'sent'): RequestMailView {
  const buyer = language === 'en' ? document.buyer.nameEn ?? document.buyer.name : document.buyer.name;
  const note = { sent: request.note, reminded: null, extended: request.extensionReason, withdrawn: request.withdrawalReason }[cause];
  return {
    buyer, factory: request.respondent.factoryName, contact: contactOf(document), request: { number: request.number, title: document.title[language] },
    dueOn: request.dueOn, note,
  };
}

export function contactOf(document: SpecificationDocument): MailContact | null {
  return document.buyer.contact;
}
