import { Injectable } from '@nestjs/common';
import { Requests } from '@libs/request';
import { CountAnswers } from '@libs/response';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

/** Corrected facts switch questions on and off: how many there are to answer is the respondent's row, whoever corrected them. */
@Injectable()
export class CountAfterCorrection implements Reacts {
  constructor(private readonly db: TenantDb, private readonly requests: Requests, private readonly count: CountAnswers) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const { supplierOrganizationId } = await this.db.run(actor, (tx) => this.requests.byId(tx, event.objectId));
    if (supplierOrganizationId) await this.count.execute(systemActor(supplierOrganizationId), { requestId: event.objectId });
  }
}
