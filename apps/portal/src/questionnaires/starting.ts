import { Injectable } from '@nestjs/common';
import { AcknowledgeRequest } from '@libs/request';
import { StartResponse } from '@libs/response';
import { Reviews } from '@libs/review';
import { DomainError, notFound } from '@platform-pure/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { QuestionnaireDesk } from './questionnaire-desk.js';

/** Two acts of the pipeline that are one click for the person: that the request was received, and that it is being answered. */
@Injectable()
export class Starting {
  constructor(
    private readonly db: TenantDb, private readonly desk: QuestionnaireDesk, private readonly acknowledge: AcknowledgeRequest, private readonly open: StartResponse,
    private readonly reviews: Reviews,
  ) {}

  /** The page of the first question. @throws NotFound */
  async start(actor: Actor, requestId: string): Promise<string> {
    const { request } = await this.db.run(actor, (tx) => this.desk.open(tx, requestId));
    if (!request.acknowledgedAt) await this.acknowledge.execute(actor, requestId).catch(unlessDone);
    await this.open.execute(actor, { requestId });
    return `/questionnaires/${requestId}/sections/1`;
  }

  /** A finding is replied to on the page of its own request. @throws NotFound */
  async concerns(actor: Actor, requestId: string, findingId: string | undefined): Promise<void> {
    const found = await this.db.run(actor, async (tx) => {
      const { response } = await this.desk.open(tx, requestId);
      return response && isId(findingId) ? (await this.reviews.findings(tx, response.id)).some(({ id }) => (id as string) === findingId) : false;
    });
    if (!found) throw notFound('finding');
  }
}

/** A colleague was faster: the same is so. */
function unlessDone(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'request.already_acknowledged') throw error;
}
