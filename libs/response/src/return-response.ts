import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import type { ReturnedFinding } from './finding.rules.js';
import { ResponsesRepository } from './responses.repository.js';
import { Statements } from './statements.queries.js';

export interface ReturnInput { readonly statementId: string; readonly message: string | null; readonly findings: readonly ReturnedFinding[] }

/** Gives a released statement back with the buyer's findings, which makes the response editable again. Only joined by `review`. */
@Injectable()
export class ReturnResponse {
  constructor(private readonly repository: ResponsesRepository, private readonly statements: Statements, private readonly clock: Clock) {}

  /** @returns the id of the return. @throws notFound; conflict `response.not_newest` unless it is the last released one and not returned yet */
  async within(tx: TenantTx, { statementId, message, findings }: ReturnInput): Promise<string> {
    const statement = await this.statements.submitted(tx, statementId);
    if (statement.buyerOrganizationId !== tx.organizationId || !statement.releasedAt) throw notFound('response_statement');
    const newest = await this.statements.newestReleased(tx, statement.requestId);
    if (newest?.id !== statement.id || newest.returnedAt) throw conflict('response.not_newest');
    const id = newId();
    await this.repository.sendBack(tx, statement, { id, message, findings, at: this.clock.now() });
    return id;
  }
}
