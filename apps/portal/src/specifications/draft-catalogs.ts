import { Injectable } from '@nestjs/common';
import { CatalogBrowsing, CatalogQueries } from '@libs/catalog';
import type { EditionId, EditionOverview, PublishedEdition } from '@libs/catalog';
import type { DraftList } from '@libs/specification';
import { notFound } from '@platform/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { OpenDraft } from './draft-head.view.js';

/** Which catalogue a draft is being chosen from. */
@Injectable()
export class DraftCatalogs {
  constructor(private readonly db: TenantDb, private readonly browsing: CatalogBrowsing, private readonly catalogs: CatalogQueries) {}

  /** The asked one, else the first that something is chosen from, else the first. @throws not_found for one nobody here may see. */
  async of(tx: TenantTx, { specification: { draft } }: OpenDraft, list: DraftList, asked: unknown): Promise<{ readonly overview: readonly EditionOverview[]; readonly chosen: PublishedEdition }> {
    const overview = (await this.browsing.overview(tx)).filter((one) => list === 'requirements' ? one.listed > 0 : one.checks > 0);
    const first = draft[list][0]?.editionId ?? overview[0]?.id;
    const id = typeof asked === 'string' && asked !== '' ? asked : first;
    if (!id || !isId(id)) throw notFound('catalog');
    return { overview, chosen: await this.catalogs.edition(tx, id as EditionId) };
  }

  async one(actor: Actor, id: string | undefined): Promise<PublishedEdition> {
    if (!isId(id ?? '')) throw notFound('catalog');
    return this.db.run(actor, (tx) => this.catalogs.edition(tx, id as EditionId));
  }
}
