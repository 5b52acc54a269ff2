import { Controller, Get, Query } from '@nestjs/common';
import { InsightActs, Search } from '@libs/insight';
import { CurrentActor, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { likePattern, listQuery } from '../web/list-query.rules.js';
import { Page, SeeOther } from '../web/page.js';
import { onlyOne, searchView } from './search.view.js';

@Controller('search')
export class SearchController {
  constructor(private readonly db: TenantDb, private readonly search: Search) {}

  @Get()
  @May(InsightActs.search)
  async show(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    const { search } = listQuery(query, {});
    const found = search === '' ? [] : await this.db.run(actor, (tx) => this.search.find(tx, search, likePattern(search)));
    const only = onlyOne(search, found);
    return only ? new SeeOther(only) : new Page('search/search', searchView(search, found), { title: 'portal_search.title' });
  }
}
