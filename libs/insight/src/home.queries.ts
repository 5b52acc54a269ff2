import { Injectable } from '@nestjs/common';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificatesOverview } from './certificates-overview.queries.js';
import type { CertificateLine } from './certificates-overview.queries.js';
import type { HomeItem } from './home-item.rules.js';
import { Late } from './late.queries.js';
import { countByState } from './request-lines.rules.js';
import type { StateCount } from './request-lines.rules.js';
import { RequestsOverview } from './requests-overview.queries.js';
import { Sent } from './sent.queries.js';
import { holds, sidesOf } from './sides.rules.js';
import { Waiting } from './waiting.queries.js';

export interface HomeLists {
  readonly side: { readonly buyer: boolean; readonly supplier: boolean };
  readonly waiting: readonly HomeItem[];
  readonly late: readonly HomeItem[];
  readonly sent: readonly HomeItem[];
  readonly certificates: readonly CertificateLine[];
  /** Null for who has nothing to do with requests that are sent. */
  readonly counts: readonly StateCount[] | null;
}

/** What one person's home page says: what waits for me, what is late, what I sent, and the newest certificates. */
@Injectable()
export class Home {
  constructor(
    private readonly requests: RequestsOverview, private readonly certificates: CertificatesOverview,
    private readonly waiting: Waiting, private readonly late: Late, private readonly sent: Sent,
  ) {}

  async of(tx: TenantTx, actor: Actor, today: string): Promise<HomeLists> {
    const side = sidesOf(actor.roles);
    const requests = {
      sent: side.buyer ? await this.requests.list(tx, 'buyer') : [],
      received: side.supplier ? await this.requests.list(tx, 'supplier') : [],
    };
    return {
      side,
      waiting: await this.waiting.of(tx, actor, requests, today),
      late: await this.late.of(tx, actor, requests, today),
      sent: await this.sent.of(tx, actor, requests, today),
      certificates: side.buyer || side.supplier ? await this.certificates.list(tx, 10) : [],
      counts: holds(actor.roles, 'procurement', 'requester', 'auditor') ? countByState(requests.sent, today) : null,
    };
  }
}
