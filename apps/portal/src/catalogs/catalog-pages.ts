import { Injectable } from '@nestjs/common';
import { CatalogBrowsing, CatalogQueries } from '@libs/catalog';
import type { EditionId, PublishedEdition } from '@libs/catalog';
import { SpecificationActs } from '@libs/specification';
import { notFound } from '@platform/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import type { ListQuery } from '../web/list-query.rules.js';
import { checkView, crosswalkTable, requirementView } from './catalog-item.view.js';
import type { CatalogItemView } from './catalog-item.view.js';
import { groupsOf } from './catalogs.view.js';
import type { Found } from './catalogs.view.js';

/** More than any edition has: a catalogue is read as a whole, section by section. */
const ALL = { limit: 2_000, offset: 0 };

@Injectable()
export class CatalogPages {
  constructor(private readonly browsing: CatalogBrowsing, private readonly catalogs: CatalogQueries) {}

  async find(tx: TenantTx, { id, document }: PublishedEdition, { search, filters }: ListQuery): Promise<Found> {
    const { track = null, subject = null, necessity = null, gate = null, owner = null, section } = filters;
    const group = section ? groupsOf(document)[Number(section) - 1]?.ja ?? null : null;
    const asked = { search, track, subject, necessity, gate, owner, group, ...ALL };
    return { requirements: await this.browsing.requirements(tx, id, asked), checklist: await this.browsing.checklist(tx, id, asked) };
  }

  /** @throws not_found for an edition nobody here may see and for a code it does not have. */
  async item(tx: TenantTx, editionId: EditionId, code: string): Promise<CatalogItemView> {
    const edition = await this.catalogs.edition(tx, editionId);
    const mayUse = may(tx.actor, SpecificationActs.draft);
    const check = edition.document.checklist?.find((one) => one.code === code);
    if (check) return checkView(edition, check, mayUse);
    const record = edition.document.requirements.find((one) => one.code === code);
    if (!record) throw notFound('requirement');
    const rows = await this.catalogs.crosswalkRows(tx, editionId, code);
    const others: PublishedEdition[] = [];
    for (const id of new Set(rows.flatMap((row) => [row.sourceEditionId, row.targetEditionId]))) if (id) others.push(await this.catalogs.edition(tx, id));
    return requirementView(edition, record, crosswalkTable(editionId, code, rows, others), mayUse);
  }
}
