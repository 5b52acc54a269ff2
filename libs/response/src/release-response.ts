import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { ResponsesRepository } from './responses.repository.js';
import { Statements } from './statements.queries.js';

/** Shows a sealed statement to the buyer. Only joined by `attestation` in the sealer's transaction: the database lets no other role do it. */
@Injectable()
export class ReleaseResponse {
  constructor(private readonly repository: ResponsesRepository, private readonly statements: Statements, private readonly clock: Clock) {}

  /** Releasing twice is releasing once. @throws notFound; conflict `response.not_submitted` when it was withdrawn */
  async within(tx: TenantTx, statementId: string): Promise<void> {
    const statement = await this.statements.submitted(tx, statementId);
    if (statement.releasedAt) return;
    if (statement.withdrawnAt) throw conflict('response.not_submitted');
    await this.repository.release(tx, statement, this.clock.now());
  }
}
