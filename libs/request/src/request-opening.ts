import { Injectable } from '@nestjs/common';
import { Specifications } from '@libs/specification';
import type { SpecificationEdition } from '@libs/specification';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { Ledger } from '@platform/ledger';
import { Grants } from '@platform/tenancy';
import type { OrganizationId, TenantTx } from '@platform/tenancy';

/** What makes a request readable and provable to its respondent: the chain it starts, and the grants. */
@Injectable()
export class RequestOpening {
  constructor(private readonly specifications: Specifications, private readonly ledger: Ledger, private readonly grants: Grants, private readonly clock: Clock) {}

  /** The buyer's own, newest edition. Throws not_found for an edition that is merely granted, `request.edition_superseded` for an old one. */
  async edition(tx: TenantTx, id: string): Promise<SpecificationEdition> {
    const edition = await this.specifications.edition(tx, id);
    if (edition.organizationId !== tx.organizationId) throw notFound('specification');
    const { editions } = await this.specifications.byId(tx, edition.specificationId);
    if (editions[0]?.id !== edition.id) throw conflict('request.edition_superseded', { number: edition.document.number, edition: edition.edition });
    return edition;
  }

  /** The chain of a request has the request's id; its first link names the document that was sent. */
  async record(tx: TenantTx, sent: { id: string; supplierOrganizationId: OrganizationId | null; edition: SpecificationEdition }): Promise<void> {
    const chain = { id: sent.id, buyerOrganizationId: tx.organizationId, supplierOrganizationId: sent.supplierOrganizationId };
    await this.ledger.append(tx, chain, { kind: 'request.send', objectId: sent.edition.id, objectSha256: sent.edition.sha256 });
    if (sent.supplierOrganizationId) await this.open(tx, sent.id, sent.edition.id, sent.supplierOrganizationId);
  }

  /** The respondent may read the edition, the buyer's name, and the links written before it had joined. An own factory needs no leave. */
  async open(tx: TenantTx, requestId: string, editionId: string, respondent: OrganizationId): Promise<void> {
    if (respondent === tx.organizationId) return;
    const now = this.clock.now();
    await this.grants.give(tx, 'specification_edition', editionId, respondent, now);
    await this.grants.give(tx, 'organization', tx.organizationId, respondent, now);
    await this.grants.give(tx, 'ledger_chain', requestId, respondent, now);
  }
}
