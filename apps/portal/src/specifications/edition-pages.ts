import { Injectable } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { RequestActs } from '@libs/request';
import { SpecificationActs, SpecificationFiles, Specifications } from '@libs/specification';
import { Clock } from '@platform/clock';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { ownEditionView, specificationView } from './specification.view.js';
import type { OwnEditionView } from './specification.view.js';

/** An approved edition: read by whoever holds it, with the next steps for those who own it. */
@Injectable()
export class EditionPages {
  constructor(
    private readonly db: TenantDb, private readonly specifications: Specifications, private readonly files: SpecificationFiles,
    private readonly threads: Threads, private readonly day: BusinessDay, private readonly clock: Clock,
  ) {}

  show(actor: Actor, editionId: string): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const edition = await this.specifications.edition(tx, editionId);
      const thread = await this.threads.of(tx, { editionId }, 'specification', await this.day.today(tx));
      const own = edition.organizationId === tx.organizationId ? await this.own(tx, edition.specificationId, editionId) : null;
      const ready = await this.files.of(tx, editionId) !== null;
      return new Page('specifications/show', { ...specificationView(edition), own, ready, pdf: `/specifications/${editionId}/pdf` }, { title: edition.document.number, thread });
    });
  }

  preparing(actor: Actor, editionId: string): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const { organizationId, document: { number, title }, edition, approvedAt } = await this.specifications.edition(tx, editionId);
      const waited = this.clock.now().getTime() - approvedAt.getTime() > PATIENCE_MS;
      const mayAsk = waited && organizationId === tx.organizationId && may(actor, SpecificationActs.ask_print);
      return new Page('specifications/preparing', { number, edition, title, path: `/specifications/${editionId}`, mayAsk }, { title: 'portal_specifications.preparing' });
    });
  }

  private async own(tx: TenantTx, specificationId: string, editionId: string): Promise<OwnEditionView> {
    const specification = await this.specifications.byId(tx, specificationId);
    return ownEditionView(specification, editionId, { revise: may(tx.actor, SpecificationActs.revise), send: may(tx.actor, RequestActs.send), copy: may(tx.actor, SpecificationActs.draft) });
  }
}

/** A print takes seconds; after this long something is wrong, and a person may ask for it again. */
const PATIENCE_MS = 2 * 60_000;
