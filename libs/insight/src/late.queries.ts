import { Injectable } from '@nestjs/common';
import type { Actor, TenantTx } from '@platform/tenancy';
import { byUrgency } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';
import { Lots } from './lots.queries.js';
import { requestLine, standing } from './request-lines.rules.js';
import type { RequestFacts } from './request-lines.rules.js';
import { concerns, sidesOf } from './sides.rules.js';
import type { Requests } from './waiting.queries.js';

/** What is late and concerns my roles, whoever has to do it. */
@Injectable()
export class Late {
  constructor(private readonly lots: Lots) {}

  async of(tx: TenantTx, actor: Actor, requests: Requests, today: string): Promise<HomeItem[]> {
    const [side, concern] = [sidesOf(actor.roles), concerns(actor.roles)];
    const lists = [
      concern.requests ? late(requests.sent, 'buyer', today) : [],
      concern.inspections ? await this.lots.overdueInspections(tx, today) : [],
      concern.deliveries ? await this.lots.overdueDeliveries(tx, 'buyer', today) : [],
      side.supplier ? [...late(requests.received, 'supplier', today), ...await this.lots.overdueDeliveries(tx, 'supplier', today)] : [],
    ];
    return byUrgency(lists.flat());
  }
}

function late(requests: readonly RequestFacts[], side: 'buyer' | 'supplier', today: string): HomeItem[] {
  return requests.filter((request) => standing(request, today).late).map((request) => requestLine(request, side, today, 'request'));
}
