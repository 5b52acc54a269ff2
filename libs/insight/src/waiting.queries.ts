import { Injectable } from '@nestjs/common';
import type { Actor, TenantTx } from '@platform/tenancy';
import { byUrgency } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';
import { Lots } from './lots.queries.js';
import { buyerTask, requestLine, standing, supplierTask } from './request-lines.rules.js';
import type { RequestFacts } from './request-lines.rules.js';
import { holds } from './sides.rules.js';
import { SpecificationsWaiting } from './specifications-waiting.queries.js';

/** Requests as both sides of one organisation see them: read once for a page. */
export interface Requests { readonly sent: readonly RequestFacts[]; readonly received: readonly RequestFacts[] }

/** What waits for me: a query, not rows (design §5). */
@Injectable()
export class Waiting {
  constructor(private readonly lots: Lots, private readonly specifications: SpecificationsWaiting) {}

  async of(tx: TenantTx, actor: Actor, requests: Requests, today: string): Promise<HomeItem[]> {
    const { roles } = actor;
    const lists = [
      holds(roles, 'spec_approver') ? await this.specifications.forApproval(tx, actor.personKey) : [],
      forBuyer(requests.sent, roles, today), forSupplier(requests.received, roles, today),
      holds(roles, 'receiver') ? await this.lots.announced(tx) : [],
      holds(roles, 'inspector') ? [...await this.lots.uninspected(tx), ...await this.lots.inspectionsIn(tx, 'open')] : [],
      holds(roles, 'confirmer') ? await this.lots.inspectionsIn(tx, 'judged') : [],
      holds(roles, 'approver') ? await this.lots.inspectionsIn(tx, 'confirmed') : [],
    ];
    return byUrgency(lists.flat());
  }
}

function forBuyer(requests: readonly RequestFacts[], roles: readonly string[], today: string): HomeItem[] {
  return requests.flatMap((request) => {
    const task = buyerTask(standing(request, today).state, roles);
    return task ? [requestLine(request, 'buyer', today, task)] : [];
  });
}

function forSupplier(requests: readonly RequestFacts[], roles: readonly string[], today: string): HomeItem[] {
  return requests.flatMap((request) => {
    const task = supplierTask(standing(request, today).state, Boolean(request.signedAt), roles);
    return task ? [requestLine(request, 'supplier', today, task)] : [];
  });
}
