import { ReleaseResponse } from '@libs/response';
import type { FrozenStatement } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { Ledger } from '@platform/ledger';
import { Grants } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import type { Seal } from './seals.queries.js';

/** What makes a sealed response the buyer's: the proof, the release, and the files it cites. Part of the sealing transaction. */
@Injectable()
export class PublishResponse {
  constructor(
    private readonly ledger: Ledger, private readonly release: ReleaseResponse, private readonly grants: Grants, private readonly clock: Clock,
  ) {}

  async within(tx: TenantTx, statement: FrozenStatement, seal: Seal): Promise<void> {
    const { requestId, buyerOrganizationId, supplierOrganizationId } = statement;
    await this.ledger.append(tx, { id: requestId, buyerOrganizationId, supplierOrganizationId },
      { kind: 'response.release', objectId: statement.id, objectSha256: seal.sha256 });
    await this.release.within(tx, statement.id);
    if (buyerOrganizationId === supplierOrganizationId) return;
    const cited = new Set(statement.document.answers.flatMap((answer) => answer.evidence.map((file) => file.id)));
    for (const id of cited) await this.grants.give(tx, 'evidence', id, buyerOrganizationId, this.clock.now());
  }
}
