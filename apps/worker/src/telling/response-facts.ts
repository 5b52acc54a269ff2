import { Injectable } from '@nestjs/common';
import { RESPONSE_STATEMENT } from '@pure/attestation';
import { Reviews } from '@libs/review';
import { Requests } from '@libs/request';
import { Statements } from '@libs/response';
import { ResponseActs } from '@pure/response';
import type { TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import { Names } from './names.js';
import type { ReadsFacts, TellingFacts } from './telling-facts.js';

/** What happens to one submission: submitted, declined, sealed, returned, replied to, agreed; and items handed to a colleague before it. */
@Injectable()
export class ResponseFacts implements ReadsFacts {
  constructor(private readonly statements: Statements, private readonly reviews: Reviews, private readonly requests: Requests, private readonly names: Names) {}

  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    if (event.act === ResponseActs.assign.name) return this.handed(tx, event);
    const statement = await this.statements.byId(tx, await this.statementId(tx, event));
    const { buyerOrganizationId: buyer, supplierOrganizationId: supplier } = statement;
    const { findings } = event.detail;
    const words = {
      number: statement.document.request.number, buyer: await this.names.of(tx, buyer), supplier: supplier ? await this.names.of(tx, supplier) : statement.document.respondent.name,
      ...(typeof findings === 'number' ? { count: findings } : {}),
    };
    return { buyer, supplier, object: { kind: RESPONSE_STATEMENT, id: statement.id }, words };
  }

  private async handed(tx: TenantTx, { detail }: RecordedEvent): Promise<TellingFacts> {
    const { requestId, memberId, requirementKeys } = detail as { requestId: string; memberId: string; requirementKeys: readonly string[] };
    const { id, number, buyerOrganizationId: buyer } = await this.requests.byId(tx, requestId);
    return { buyer, supplier: tx.organizationId, object: { kind: 'request', id }, words: { number, count: requirementKeys.length }, memberId };
  }

  private async statementId(tx: TenantTx, { objectKind, objectId, detail }: RecordedEvent): Promise<string> {
    if (objectKind === RESPONSE_STATEMENT) return objectId;
    if (typeof detail.statementId === 'string') return detail.statementId;
    return (await this.reviews.finding(tx, objectId)).statementId;
  }
}
