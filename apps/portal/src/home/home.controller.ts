import { Controller, Get } from '@nestjs/common';
import { BusinessDay, FirstSteps, Home, InsightActs } from '@libs/insight';
import { CurrentActor, May } from '@platform/http';
import { OrganizationActs } from '@libs/organization';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { firstStepsView } from './first-steps.view.js';
import { homeView } from './home.view.js';

@Controller()
export class HomeController {
  constructor(private readonly db: TenantDb, private readonly home: Home, private readonly day: BusinessDay, private readonly first: FirstSteps) {}

  @Get()
  @May(InsightActs.home)
  show(@CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const today = await this.day.today(tx);
      const first = firstStepsView(await this.first.of(tx), actor);
      return new Page('home/home', { ...homeView(await this.home.of(tx, actor, today), today), first, manages: may(actor, OrganizationActs.invite_member) }, { title: 'common.nav.home' });
    });
  }
}
