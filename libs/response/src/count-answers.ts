import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AnswersRepository } from './answers.repository.js';
import { notAsked } from './journey.rules.js';
import { ResponseActs } from './response.policy.js';
import { StartReads } from './start-response.js';

/**
 * The worker's reaction to corrected facts, as the system of the respondent: the count that the buyer sees follows which questions apply now.
 * Like autosave it leaves no event: nothing was answered.
 */
@Injectable()
export class CountAnswers {
  constructor(private readonly db: TenantDb, private readonly reads: StartReads, private readonly answers: AnswersRepository, private readonly clock: Clock) {}

  /** Does nothing for a request that nobody here has begun to answer. */
  async execute(actor: Actor, input: { readonly requestId: string }): Promise<void> {
    authorize(actor, ResponseActs.count, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input.requestId));
  }

  async within(tx: TenantTx, requestId: string): Promise<void> {
    const response = await this.reads.responses.byRequest(tx, requestId);
    if (!response) return;
    const request = await this.reads.requests.byId(tx, requestId);
    const { document } = await this.reads.specifications.edition(tx, request.specificationEditionId);
    await this.answers.count(tx, response, notAsked(document, request.facts));
  }
}
