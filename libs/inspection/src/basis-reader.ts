import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@libs/catalog';
import { Agreements } from '@libs/review';
import { Specifications } from '@libs/specification';
import type { OrderLine } from '@libs/order';
import type { ChecklistItemRecord } from '@pure/catalog';
import { notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { InspectionBasis, InspectionKind } from './inspection.document.js';

/** The checklist an observation goes by: no agreement names one. */
const STANDARD_CHECKLIST = 'acceptance-checklist';

export interface BasisForLot {
  readonly kind: InspectionKind;
  readonly basis: InspectionBasis;
  readonly checklist: readonly (ChecklistItemRecord & { readonly key: string })[];
}

/** By what a lot is judged: the pinned agreement's specification edition and nothing that came later; without a pin, the standard checklist, as an observation. */
@Injectable()
export class BasisReader {
  constructor(private readonly agreements: Agreements, private readonly specifications: Specifications, private readonly catalogs: CatalogQueries) {}

  async read(tx: TenantTx, line: OrderLine): Promise<BasisForLot> {
    return line.agreementId === null || !line.secureRequirement ? this.standard(tx) : this.agreed(tx, line.agreementId);
  }

  private async agreed(tx: TenantTx, agreementId: string): Promise<BasisForLot> {
    const agreement = await this.agreements.byId(tx, agreementId);
    const { document, sha256 } = agreement;
    const { document: specification } = await this.specifications.edition(tx, document.specification.editionId);
    const used = new Set(specification.checklist.map(({ key, code }) => key.slice(0, -(code.length + 1))));
    return {
      kind: 'acceptance', checklist: specification.checklist,
      basis: {
        specification: { ...document.specification, title: specification.title }, agreement: { id: agreementId, sha256 },
        response: { statementId: document.statement.id, sha256: document.statement.sha256, revision: document.statement.revision },
        request: document.request,
        checklist: specification.catalogs.filter((catalog) => used.has(catalog.key)).map(({ key, edition, sha256: hash, title }) => ({ key, edition, sha256: hash, title })),
      },
    };
  }

  private async standard(tx: TenantTx): Promise<BasisForLot> {
    const summary = (await this.catalogs.editions(tx)).find((edition) => edition.key === STANDARD_CHECKLIST);
    if (!summary) throw notFound('catalog_edition');
    const { document, key, edition, sha256, title } = await this.catalogs.edition(tx, summary.id);
    return {
      kind: 'observation', checklist: (document.checklist ?? []).map((item) => ({ ...item, key: `${key}:${item.code}` })),
      basis: { specification: null, agreement: null, response: null, request: null, checklist: [{ key, edition, sha256, title }] },
    };
  }
}
