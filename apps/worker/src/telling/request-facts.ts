import { Injectable } from '@nestjs/common';
import { Requests } from '@libs/request';
import { RequestActs } from '@pure/request';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { detailId } from '../reaction.js';
import type { RecordedEvent } from '../reaction.js';
import { Names } from './names.js';
import type { ReadsFacts, TellingFacts } from './telling-facts.js';

/** Sending names the respondent, if there is one already. */
interface SaidOfRequest { readonly dueOn?: unknown; readonly supplierOrganizationId?: OrganizationId | null }

/** Acts of the buyer on a request; `request.link` on all that waited for one factory. */
@Injectable()
export class RequestFacts implements ReadsFacts {
  constructor(private readonly requests: Requests, private readonly names: Names) {}

  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    if (event.act === RequestActs.link.name) return this.linked(tx, event);
    const { id, number, buyerOrganizationId, ...request } = await this.requests.byId(tx, event.objectId);
    // as it was set by this act, not since: who joins later is told by other acts
    const { dueOn, supplierOrganizationId = request.supplierOrganizationId } = event.detail as SaidOfRequest;
    const supplier = supplierOrganizationId ? await this.names.of(tx, supplierOrganizationId) : undefined;
    const words = { buyer: await this.names.of(tx, buyerOrganizationId), supplier: supplier ?? request.respondent.makerName, number, ...(typeof dueOn === 'string' ? { due: { day: dueOn } } : {}) };
    return { buyer: buyerOrganizationId, supplier: supplierOrganizationId, object: { kind: 'request', id }, words };
  }

  private async linked(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    const supplier = detailId<OrganizationId>(event, 'organizationId');
    const requests = await Promise.all((event.detail.requests as string[]).map((id) => this.requests.byId(tx, id)));
    const [first] = requests;
    if (!first) throw new Error(`event ${event.id} linked no request`);
    const number = requests.map((request) => request.number).sort().join(', ');
    const words = { supplier: await this.names.of(tx, supplier) ?? first.respondent.makerName, number };
    return { buyer: tx.organizationId, supplier, object: { kind: 'request', id: first.id }, words };
  }
}
