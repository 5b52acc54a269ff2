import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@libs/catalog';
import type { EditionId, PublishedEdition } from '@libs/catalog';
import { BusinessDay, Threads } from '@libs/insight';
import { DraftResolver, Specifications, draftTasks, editionIdsOf, withInheritedRationale } from '@libs/specification';
import { TenantDb } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { Page, SeeOther } from '../web/page.js';
import { draftHead, draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';

type Draw = (open: OpenDraft, tx: TenantTx) => Promise<{ readonly template: string; readonly view: object; readonly scripts?: readonly string[] }> | { readonly template: string; readonly view: object; readonly scripts?: readonly string[] };

/** Every page of a draft: what is chosen, what it inherits, what is still missing, and the steps beside it. */
@Injectable()
export class DraftPages {
  constructor(
    private readonly db: TenantDb, private readonly specifications: Specifications, private readonly resolver: DraftResolver,
    private readonly catalogs: CatalogQueries, private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  /** @throws not_found: a supplier never sees a working copy. */
  async open(tx: TenantTx, id: string): Promise<OpenDraft> {
    const specification = await this.specifications.byId(tx, id);
    const { draft, state } = specification;
    const reading = await this.resolver.read(tx, draft);
    const editions: PublishedEdition[] = [];
    for (const editionId of editionIdsOf(draft)) editions.push(await this.catalogs.edition(tx, editionId as EditionId));
    const standing = { state, requirements: draft.requirements.length, checklist: draft.checklist.length, inheritedRationale: withInheritedRationale(draft).length, problems: reading.problems };
    return { specification, reading, editions, tasks: draftTasks(standing) };
  }

  /** A page to work on: leads to the overview while the draft waits for approval or is approved. */
  edit(actor: Actor, id: string, current: string, draw: Draw): Promise<Page | SeeOther> {
    return this.db.run(actor, async (tx) => {
      const open = await this.open(tx, id);
      return open.specification.state === 'draft' ? this.page(tx, open, current, draw) : new SeeOther(draftPath(id));
    });
  }

  /** A page to read, and a form that is drawn again: what was typed is shown whatever became of the draft meanwhile. */
  show(actor: Actor, id: string, current: string, draw: Draw): Promise<Page> {
    return this.db.run(actor, async (tx) => this.page(tx, await this.open(tx, id), current, draw));
  }

  private async page(tx: TenantTx, open: OpenDraft, current: string, draw: Draw): Promise<Page> {
    const { template, view, scripts } = await draw(open, tx);
    const { number, editions: [latest] } = open.specification;
    const thread = await this.threads.of(tx, { editionId: latest?.id ?? null }, 'specification', await this.day.today(tx));
    return new Page(`specifications/${template}`, { head: draftHead(open, current), ...view }, { title: number, thread, scripts });
  }
}
