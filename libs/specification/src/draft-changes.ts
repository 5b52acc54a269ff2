import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { canonicalText } from '@platform/signing';
import type { TenantTx } from '@platform/tenancy';
import { writerOf } from './authorship.rules.js';
import { DraftResolver } from './draft-resolver.js';
import { writeDraft } from './draft.rules.js';
import type { DraftInput, SpecificationDraft } from './draft.rules.js';
import { SpecificationActs } from './specification.policy.js';
import { SpecificationsRepository } from './specifications.repository.js';

/** A change that is worked out from the newest text, not from the one a person saw: two people can edit one draft. */
@Injectable()
export class DraftChanges {
  constructor(private readonly specifications: SpecificationsRepository, private readonly resolver: DraftResolver, private readonly audit: AuditTrail) {}

  /** Nothing is written when nothing changed. Throws `specification.not_change_now`, `.draft_invalid`, `.choice_invalid`, and what `change` throws. */
  async apply(tx: TenantTx, id: string, change: (draft: SpecificationDraft) => DraftInput | Promise<DraftInput>): Promise<{ version: number }> {
    const specification = await this.specifications.locked(tx, id);
    const before = specification.draft;
    const input = await change(before);
    const after = writeDraft(input, before);
    if (canonicalText(after) === canonicalText(before)) return { version: specification.version };
    specification.change(after, writerOf(tx.actor), specification.version);
    await this.resolver.read(tx, specification.draft);
    const saved = await this.specifications.save(tx, specification);
    await this.audit.record(tx, SpecificationActs.change, { kind: 'specification', id }, { parts: Object.keys(input) });
    return { version: saved.version };
  }
}
