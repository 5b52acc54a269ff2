import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import { CertificateFacts, LotFacts } from './lot-facts.js';
import { RequestFacts } from './request-facts.js';
import { ResponseFacts } from './response-facts.js';
import { SpecificationFacts } from './specification-facts.js';
import type { ReadsFacts, TellingFacts } from './telling-facts.js';

/** By the noun of the act. */
@Injectable()
export class FactsReaders implements ReadsFacts {
  private readonly byNoun: ReadonlyMap<string, ReadsFacts>;

  constructor(specification: SpecificationFacts, request: RequestFacts, response: ResponseFacts, lot: LotFacts, certificate: CertificateFacts) {
    this.byNoun = new Map<string, ReadsFacts>([
      ['specification', specification], ['request', request], ['response', response], ['attestation', response], ['review', response],
      ['order', lot], ['delivery', lot], ['inspection', lot], ['certificate', certificate],
    ]);
  }

  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    const reader = this.byNoun.get(event.act.split('.')[0]!);
    if (!reader) throw new Error(`nobody reads what ${event.act} is about`);
    return reader.of(tx, event);
  }
}
