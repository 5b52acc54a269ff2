import { Injectable } from '@nestjs/common';
import type { Actor, TenantTx } from '@platform/tenancy';
import { byUrgency } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';
import { Lots } from './lots.queries.js';
import { requestLine, standing } from './request-lines.rules.js';
import type { RequestFacts } from './request-lines.rules.js';
import { sidesOf } from './sides.rules.js';
import type { Requests } from './waiting.queries.js';

/** What is late on the sides where I work, whoever has to do it. */
@Injectable()
export class Late {
  constructor(private readonly lots: Lots) {}

  async of(tx: TenantTx, actor: Actor, requests: Requests, today: string): Promise<HomeItem[]> {
    const side = sidesOf(actor.roles);
    const lists = [
      side.buyer ? [...late(requests.sent, 'buyer', today), ...await this.lots.overdueInspections(tx, today), ...await this.lots.overdueDeliveries(tx, 'buyer', today)] : [],
      side.supplier ? [...late(requests.received, 'supplier', today), ...await this.lots.overdueDeliveries(tx, 'supplier', today)] : [],
    ];
    return byUrgency(lists.flat());
  }
}

function late(requests: readonly RequestFacts[], side: 'buyer' | 'supplier', today: string): HomeItem[] {
  return requests.filter((request) => standing(request, today).late).map((request) => requestLine(request, side, today, 'request'));
}
