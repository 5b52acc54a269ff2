import { Injectable } from '@nestjs/common';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificatesOverview } from './certificates-overview.queries.js';
import type { CertificateLine } from './certificates-overview.queries.js';
import type { HomeItem } from './home-item.rules.js';
import { Late } from './late.queries.js';
import { buyerTask, inOrder, standing } from './request-lines.rules.js';
import type { StateCount } from './request-lines.rules.js';
import { RequestsOverview } from './requests-overview.queries.js';
import type { RequestDigest } from './requests-overview.queries.js';
import { Sent } from './sent.queries.js';
import { concerns, holds, sidesOf } from './sides.rules.js';
import { Waiting } from './waiting.queries.js';

export interface HomeLists {
  readonly side: { readonly buyer: boolean; readonly supplier: boolean };
  readonly waiting: readonly HomeItem[];
  readonly late: readonly HomeItem[];
  readonly sent: readonly HomeItem[];
  readonly certificates: readonly CertificateLine[];
  /** Null for who has nothing to do with requests that are sent. */
  readonly counts: readonly StateCount[] | null;
  /** How many of the buyer's requests stand behind the lines that are listed: nothing is cut off in silence. */
  readonly beyond: { readonly waiting: number; readonly late: number; readonly sent: number };
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
    const nothing: RequestDigest = { lines: [], counts: [] };
    const asked = side.buyer ? await this.requests.digest(tx, 'buyer', today) : nothing;
    const received = side.supplier ? await this.requests.digest(tx, 'supplier', today, 200) : nothing;
    const requests = { sent: asked.lines, received: received.lines };
    return {
      side,
      waiting: await this.waiting.of(tx, actor, requests, today),
      late: await this.late.of(tx, actor, requests, today),
      sent: await this.sent.of(tx, actor, requests, today),
      certificates: side.buyer || side.supplier ? await this.certificates.list(tx, 10) : [],
      counts: holds(actor.roles, 'procurement', 'requester', 'auditor') ? inOrder(asked.counts) : null,
      beyond: beyond(asked, actor.roles, today),
    };
  }
}

/** The digest holds the most urgent lines of each list; the counts know of all. */
function beyond({ lines, counts }: RequestDigest, roles: readonly string[], today: string): HomeLists['beyond'] {
  const here = lines.map((line) => standing(line, today));
  const more = (all: number, shown: number): number => Math.max(0, all - shown);
  const total = (of: (one: StateCount) => number): number => counts.reduce((sum, one) => sum + of(one), 0);
  const toReview = total(({ state, count }) => (state === 'under_review' ? count : 0));
  const concern = concerns(roles).requests;
  return {
    waiting: buyerTask('under_review', roles) ? more(toReview, here.filter(({ state }) => state === 'under_review').length) : 0,
    late: concern ? more(total(({ late }) => late), here.filter(({ late }) => late).length) : 0, sent: concern ? more(total(({ count }) => count), lines.length) : 0,
  };
}
