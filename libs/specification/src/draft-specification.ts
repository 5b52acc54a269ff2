import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { localDate } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { writerOf } from './authorship.rules.js';
import { DraftResolver } from './draft-resolver.js';
import { writeDraft } from './draft.rules.js';
import type { DraftInput } from './draft.rules.js';
import { Specification } from './specification.entity.js';
import type { SpecificationId } from './specification.entity.js';
import { SpecificationActs } from './specification.policy.js';
import { SpecificationsRepository } from './specifications.repository.js';

@Injectable()
export class DraftSpecification {
  constructor(
    private readonly db: TenantDb, private readonly specifications: SpecificationsRepository, private readonly organizations: Organizations,
    private readonly resolver: DraftResolver, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `specification.draft_invalid`, `specification.choice_invalid`. */
  async execute(actor: Actor, input: DraftInput): Promise<{ id: SpecificationId; number: string; version: number }> {
    authorize(actor, SpecificationActs.draft, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: DraftInput): Promise<{ id: SpecificationId; number: string; version: number }> {
    const now = this.clock.now();
    const draft = writeDraft(input);
    await this.resolver.read(tx, draft);
    const { timeZone } = await this.organizations.own(tx);
    const numbered = await this.specifications.nextNumber(tx, Number(localDate(now, timeZone).slice(0, 4)));
    const begun = Specification.begin(newId<'Specification'>(), tx.organizationId, numbered, draft, writerOf(tx.actor), now);
    const { id, number, version } = await this.specifications.save(tx, begun);
    await this.audit.record(tx, SpecificationActs.draft, { kind: 'specification', id }, { number });
    return { id, number, version };
  }
}
