import { Statements } from '@libs/response';
import type { FrozenStatement } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { conflict, notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { Agreements } from './agreements.queries.js';

/** The one statement a buyer may act on: its own request's last released one, neither returned nor agreed. */
@Injectable()
export class ExaminedStatement {
  constructor(private readonly statements: Statements, private readonly agreements: Agreements) {}

  /** Locks the request's examination until the end of the transaction. @throws notFound; conflict `review.already_agreed`, `review.statement_not_newest` */
  async lock(tx: TenantTx, statementId: string): Promise<FrozenStatement> {
    const seen = await this.read(tx, statementId);
    await tx.lock('review', seen.requestId);
    if (await this.agreements.byRequest(tx, seen.requestId)) throw conflict('review.already_agreed');
    const newest = await this.statements.newestReleased(tx, seen.requestId);
    if (newest?.id !== statementId || newest.returnedAt) throw conflict('review.statement_not_newest');
    return seen;
  }

  /** A released statement of a request that this organisation sent. @throws notFound */
  async read(tx: TenantTx, statementId: string): Promise<FrozenStatement> {
    const statement = await this.statements.byId(tx, statementId);
    // in its own factory the buyer sees unreleased statements as the respondent; as the buyer it does not
    if (statement.buyerOrganizationId !== tx.organizationId || !statement.releasedAt) throw notFound('response_statement');
    return statement;
  }
}

export function askedKeys(statement: FrozenStatement): ReadonlySet<string> {
  return new Set(statement.document.answers.filter((answer) => answer.applies).map((answer) => answer.key));
}
