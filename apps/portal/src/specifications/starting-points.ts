import { Injectable } from '@nestjs/common';
import { CatalogBrowsing, CatalogQueries } from '@libs/catalog';
import type { EditionId, PublishedEdition } from '@libs/catalog';
import { SpecificationsOverview } from '@libs/insight';
import { Members } from '@libs/organization';
import { Specifications, chooseAll, chooseChecklist, draftFromEdition } from '@libs/specification';
import type { DraftInput } from '@libs/specification';
import { invalid } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { NewTyped, Offered } from './new-specification.view.js';

export interface StartAsked extends NewTyped { readonly itemEdition?: string; readonly itemCode?: string }

/** What a new specification can begin with: the defaults of a catalogue, an earlier edition, one item, or nothing. */
@Injectable()
export class StartingPoints {
  constructor(
    private readonly catalogs: CatalogQueries, private readonly browsing: CatalogBrowsing, private readonly overview: SpecificationsOverview,
    private readonly specifications: Specifications, private readonly members: Members,
  ) {}

  async offered(tx: TenantTx, editionId: string | null, code: string | null): Promise<Offered> {
    const { rows } = await this.overview.list(tx, { search: '', state: null, criticality: null, sort: null, descending: false, limit: 200, offset: 0 });
    const edition = editionId && code ? await this.catalogs.edition(tx, editionId as EditionId) : null;
    return { catalogs: await this.browsing.overview(tx), lines: rows, item: edition && code ? { edition, code } : null };
  }

  /** Throws `specification.draft_invalid` where nothing was named to begin with; not_found for what this organisation cannot see. */
  async input(tx: TenantTx, asked: StartAsked): Promise<DraftInput> {
    const { title = '', titleEn = '', scope = '', criticality } = asked;
    return { ...await this.contact(tx), ...await this.chosen(tx, asked), title: { ja: title, en: titleEn }, scope, ...(criticality ? { criticality: criticality as never } : {}) };
  }

  /** Whoever writes it answers the supplier's questions, until another name is put there. */
  private async contact(tx: TenantTx): Promise<DraftInput> {
    const { name, department, memberId } = tx.actor;
    const member = memberId ? await this.members.byId(tx, memberId) : undefined;
    return { department, contact: member ? { name, email: member.email } : null };
  }

  private async chosen(tx: TenantTx, asked: StartAsked): Promise<DraftInput> {
    if (asked.start === 'empty') return {};
    if (asked.start === 'copy') return this.copy(tx, asked.copyOf);
    if (asked.start === 'item') return this.item(tx, asked.itemEdition, asked.itemCode);
    if (!asked.catalog?.length) throw begin('catalog', 'specification.start_catalog');
    const requirements = (await this.editions(tx, asked.catalog)).flatMap(({ id, document }) => chooseAll(id, document));
    const checklist = (await this.editions(tx, asked.checklist ?? [])).flatMap(({ id, document }) => chooseChecklist(id, document));
    return { requirements, checklist };
  }

  private async copy(tx: TenantTx, editionId: string | undefined): Promise<DraftInput> {
    if (!editionId) throw begin('copyOf', 'specification.start_copy');
    const { document } = await this.specifications.edition(tx, editionId);
    const { left: _left, ...input } = draftFromEdition(document, await this.editions(tx, document.catalogs.map((catalog) => catalog.editionId)));
    return input;
  }

  private async item(tx: TenantTx, editionId: string | undefined, code: string | undefined): Promise<DraftInput> {
    if (!editionId || !code) throw begin('start', 'specification.start_catalog');
    const [{ document }] = await this.editions(tx, [editionId]) as [PublishedEdition];
    const list = document.checklist?.some((one) => one.code === code) ? 'checklist' : 'requirements';
    return { [list]: [{ editionId, code }] };
  }

  private async editions(tx: TenantTx, ids: readonly string[]): Promise<PublishedEdition[]> {
    const found: PublishedEdition[] = [];
    for (const id of new Set(ids)) found.push(await this.catalogs.edition(tx, id as EditionId));
    return found;
  }
}

const begin = (field: string, code: string): Error => invalid('specification.draft_invalid', { count: 1 }, [{ field, code }]);
