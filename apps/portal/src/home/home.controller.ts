import { Controller, Get } from '@nestjs/common';
import { BusinessDay, Home, InsightActs } from '@libs/insight';
import { CurrentActor, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { homeView } from './home.view.js';

@Controller()
export class HomeController {
  constructor(private readonly db: TenantDb, private readonly home: Home, private readonly day: BusinessDay) {}

  @Get()
  @May(InsightActs.home)
  show(@CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const today = await this.day.today(tx);
      return new Page('home/home', homeView(await this.home.of(tx, actor, today), today), { title: 'common.nav.home' });
    });
  }
}
