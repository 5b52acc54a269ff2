import { Controller, Get, Param, Query } from '@nestjs/common';
import { CatalogActs, CatalogBrowsing, CatalogQueries } from '@libs/catalog';
import type { EditionId } from '@libs/catalog';
import { SpecificationActs } from '@libs/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { listQuery } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import { Page, TableFile } from '../web/page.js';
import { CatalogPages } from './catalog-pages.js';
import { editionAsks, editionFile, editionTable, editionView } from './catalogs.view.js';

@Controller('catalogs')
export class CatalogsController {
  constructor(private readonly db: TenantDb, private readonly browsing: CatalogBrowsing, private readonly catalogs: CatalogQueries, private readonly pages: CatalogPages) {}

  @Get()
  @May(CatalogActs.read)
  async list(@Query() asked: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    const query = listQuery(asked, {});
    const found = editionTable(await this.db.run(actor, (tx) => this.browsing.overview(tx)), query.search);
    if (query.format) return new TableFile('カタログ一覧', query.format, found);
    const list = listView({ path: '/catalogs', query: { ...query, page: 1 }, table: found, total: found.rows.length, searchHint: 'portal_catalogs.search_editions' });
    return new Page('catalogs/list', { list }, { title: 'portal_catalogs.title' });
  }

  @Get(':editionId')
  @May(CatalogActs.read)
  show(@Param('editionId', IdPipe) editionId: string, @Query() asked: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, async (tx) => {
      const edition = await this.catalogs.edition(tx, editionId as EditionId);
      const query = listQuery(asked, editionAsks(edition));
      const found = await this.pages.find(tx, edition, query);
      if (query.format) return new TableFile(`カタログ_${edition.key}_${edition.edition}`, query.format, editionFile(found));
      return new Page('catalogs/show', editionView(edition, query, found, may(actor, SpecificationActs.draft)), { title: edition.title.ja });
    });
  }

  @Get(':editionId/items/:code')
  @May(CatalogActs.read)
  item(@Param('editionId', IdPipe) editionId: string, @Param('code') code: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const view = await this.pages.item(tx, editionId as EditionId, code);
      return new Page('catalogs/item', view, { title: view.code });
    });
  }
}
