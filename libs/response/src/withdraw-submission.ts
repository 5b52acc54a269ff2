import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict, invalid } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { cleanText } from './answer.rules.js';
import { ResponsesRepository } from './responses.repository.js';
import { Statements } from './statements.queries.js';

/**
 * Opens a submitted response again before anybody signed it. Only joined by `attestation`, which knows whether somebody did and
 * records the act; lock the response first.
 */
@Injectable()
export class WithdrawSubmission {
  constructor(private readonly repository: ResponsesRepository, private readonly statements: Statements, private readonly clock: Clock) {}

  /** @throws notFound; invalid `response.reason_missing`; conflict `response.not_submitted` */
  async within(tx: TenantTx, statementId: string, reason: string): Promise<void> {
    const statement = await this.statements.submitted(tx, statementId);
    const why = cleanText(reason);
    if (why === null) throw invalid('response.reason_missing');
    if (statement.releasedAt || statement.withdrawnAt) throw conflict('response.not_submitted');
    await this.repository.withdraw(tx, statement, why, this.clock.now());
  }
}
