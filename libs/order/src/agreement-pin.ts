import { Injectable } from '@nestjs/common';
import { Requests } from '@libs/request';
import { Agreements } from '@libs/review';
import { Specifications } from '@libs/specification';
import type { Facts } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import { conflict, invalid } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { lowers } from './criticality.rules.js';
import type { OrderLine } from './order-lines.queries.js';

export interface Pin { readonly agreementId: string; readonly specCriticality: Criticality; readonly facts: Facts }

/** What an order line takes over from the agreement it is placed under. */
@Injectable()
export class AgreementPin {
  constructor(private readonly agreements: Agreements, private readonly requests: Requests, private readonly specifications: Specifications) {}

  /** Throws `order.agreement_of_another_site`, `order.agreement_without_requirement`, `order.criticality_lowered`. */
  async read(tx: TenantTx, line: OrderLine, agreementId: string): Promise<Pin> {
    if (!line.secureRequirement) throw conflict('order.agreement_without_requirement');
    const agreement = await this.agreements.byId(tx, agreementId);
    const request = await this.requests.byId(tx, agreement.document.request.id);
    if (request.supplierSiteId !== line.supplierSiteId) throw invalid('order.agreement_of_another_site');
    const { document } = await this.specifications.edition(tx, agreement.document.specification.editionId);
    if (lowers(line.criticality, document.criticality)) throw invalid('order.criticality_lowered', { specification: document.criticality });
    return { agreementId, specCriticality: document.criticality, facts: line.facts ?? request.facts };
  }
}
