import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { BusinessDay } from './business-day.js';
import { ChasingRepository } from './chasing.repository.js';
import { RequestActs } from './request.policy.js';
import { RequestOpening } from './request-opening.js';
import { RequestsRepository } from './requests.repository.js';
import type { SecurityRequestId } from './requests.queries.js';
import { Respondents } from './respondents.js';
import type { Addressee } from './respondents.js';
import { readRequest } from './sending.rules.js';
import type { SendRequestInput } from './sending.rules.js';

/** What sending writes. */
@Injectable()
export class SendingRows {
  constructor(readonly requests: RequestsRepository, readonly chasing: ChasingRepository) {}
}

/** One edition to one respondent. Several factories get several requests: none of them learns of the others. */
@Injectable()
export class SendRequest {
  constructor(
    private readonly db: TenantDb, private readonly rows: SendingRows, private readonly respondents: Respondents,
    private readonly opening: RequestOpening, private readonly audit: AuditTrail, private readonly day: BusinessDay,
  ) {}

  /** Throws `request.request_invalid`, `request.contact_missing`, `request.edition_superseded`, not_found. */
  async execute(actor: Actor, input: SendRequestInput): Promise<{ id: SecurityRequestId; number: string }> {
    authorize(actor, RequestActs.send, this.day.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: SendRequestInput): Promise<{ id: SecurityRequestId; number: string }> {
    const sent = input.sendingId ? await this.rows.requests.ofSending(tx, input.sendingId, input.ownSiteId ?? input.supplierSiteId ?? '') : undefined;
    if (sent) return sent;
    const today = await this.day.today(tx);
    const edition = await this.opening.edition(tx, input.specificationEditionId);
    const content = readRequest(input, edition.document.factNames, today);
    const { respondent, organizationId, supplierSiteId, ownSiteId, contact } = await this.respondents.find(tx, { ...input, recipients: content.recipients });
    const numbered = await this.rows.requests.nextNumber(tx, Number(today.slice(0, 4)));
    const id = newId<'SecurityRequest'>();
    await this.rows.requests.insert(tx, {
      ...content, id, supplierOrganizationId: organizationId, supplierSiteId, ownSiteId, respondent, numbered,
      specificationEditionId: edition.id, documentSha256: edition.sha256, sentAt: this.day.now(),
      sendingId: input.sendingId ?? null,
    });
    for (const to of recipientsOf(content.recipients, contact, organizationId !== null)) await this.rows.chasing.addRecipient(tx, id, { ...to, at: this.day.now() });
    await this.opening.record(tx, { id, supplierOrganizationId: organizationId, edition });
    await this.audit.record(tx, RequestActs.send, { kind: 'request', id },
      { number: numbered.number, dueOn: content.dueOn, supplierSiteId, ownSiteId, supplierOrganizationId: organizationId });
    return { id, number: numbered.number };
  }
}

/** Members of an organisation that is here are written to by their own side: only who is named beside them stands in the list. */
function recipientsOf(given: readonly string[], contact: Addressee['contact'], joined: boolean): { readonly email: string; readonly name: string | null }[] {
  if (given.length === 0) return contact && !joined ? [contact] : [];
  return given.map((email) => ({ email, name: email === contact?.email ? contact.name : null }));
}
