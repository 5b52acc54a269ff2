import { Injectable } from '@nestjs/common';
import { RESPONSE_STATEMENT } from '@pure/attestation';
import { Reviews } from '@libs/review';
import { Statements } from '@libs/response';
import type { TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import { Names } from './names.js';
import type { ReadsFacts, TellingFacts } from './telling-facts.js';

/** Everything that happens to one submission: submitted, declined, sealed, returned, replied to, agreed. */
@Injectable()
export class ResponseFacts implements ReadsFacts {
  constructor(private readonly statements: Statements, private readonly reviews: Reviews, private readonly names: Names) {}

  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    const statement = await this.statements.byId(tx, await this.statementId(tx, event));
    const { buyerOrganizationId: buyer, supplierOrganizationId: supplier } = statement;
    const { findings } = event.detail;
    const words = {
      number: statement.document.request.number, buyer: await this.names.of(tx, buyer), supplier: await this.names.of(tx, supplier),
      ...(typeof findings === 'number' ? { count: findings } : {}),
    };
    return { buyer, supplier, object: { kind: RESPONSE_STATEMENT, id: statement.id }, words };
  }

  private async statementId(tx: TenantTx, { objectKind, objectId, detail }: RecordedEvent): Promise<string> {
    if (objectKind === RESPONSE_STATEMENT) return objectId;
    if (typeof detail.statementId === 'string') return detail.statementId;
    return (await this.reviews.finding(tx, objectId)).statementId;
  }
}
