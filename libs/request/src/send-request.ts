import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { BusinessDay } from './business-day.js';
import { RequestActs } from './request.policy.js';
import { RequestOpening } from './request-opening.js';
import { RequestsRepository } from './requests.repository.js';
import type { SecurityRequestId } from './requests.queries.js';
import { Respondents } from './respondents.js';
import { readRequest } from './sending.rules.js';
import type { SendRequestInput } from './sending.rules.js';

/** One edition to one respondent. Several factories get several requests: none of them learns of the others. */
@Injectable()
export class SendRequest {
  constructor(
    private readonly db: TenantDb, private readonly requests: RequestsRepository, private readonly respondents: Respondents,
    private readonly opening: RequestOpening, private readonly audit: AuditTrail, private readonly day: BusinessDay,
  ) {}

  /** Throws `request.request_invalid`, `request.contact_missing`, `request.edition_superseded`, not_found. */
  async execute(actor: Actor, input: SendRequestInput): Promise<{ id: SecurityRequestId; number: string }> {
    authorize(actor, RequestActs.send, this.day.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: SendRequestInput): Promise<{ id: SecurityRequestId; number: string }> {
    const today = await this.day.today(tx);
    const edition = await this.opening.edition(tx, input.specificationEditionId);
    const content = readRequest(input, edition.document.factNames, today);
    const { respondent, organizationId, supplierSiteId, ownSiteId } = await this.respondents.find(tx, input);
    const numbered = await this.requests.nextNumber(tx, Number(today.slice(0, 4)));
    const id = newId<'SecurityRequest'>();
    await this.requests.insert(tx, {
      ...content, id, supplierOrganizationId: organizationId, supplierSiteId, ownSiteId, respondent, numbered,
      specificationEditionId: edition.id, documentSha256: edition.sha256, sentAt: this.day.now(),
    });
    await this.opening.record(tx, { id, supplierOrganizationId: organizationId, edition });
    await this.audit.record(tx, RequestActs.send, { kind: 'request', id },
      { number: numbered.number, dueOn: content.dueOn, supplierSiteId, ownSiteId, supplierOrganizationId: organizationId });
    return { id, number: numbered.number };
  }
}
