import { Injectable } from '@nestjs/common';
import { Specifications } from '@libs/specification';
import type { TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import type { ReadsFacts, TellingFacts } from './telling-facts.js';

@Injectable()
export class SpecificationFacts implements ReadsFacts {
  constructor(private readonly specifications: Specifications) {}

  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    const { number, edition, authorKey } = event.objectKind === 'specification_edition'
      ? await this.approved(tx, event.objectId) : await this.draft(tx, event.objectId);
    const object = { kind: event.objectKind, id: event.objectId };
    return { buyer: tx.organizationId, supplier: null, object, words: { number, edition }, authorKey };
  }

  /** As it was approved: a revision that was begun since may have another author. */
  private async approved(tx: TenantTx, id: string) {
    const { document } = await this.specifications.edition(tx, id);
    return { number: document.number, edition: document.edition, authorKey: document.author.personKey };
  }

  private async draft(tx: TenantTx, id: string) {
    const { number, draftEdition, authorPersonKey } = await this.specifications.byId(tx, id);
    return { number, edition: draftEdition, authorKey: authorPersonKey };
  }
}
