import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { ChecklistItemRecord, RequirementRecord } from './catalog.document.js';
import { SUMMARY } from './catalogs.queries.js';
import type { EditionSummary } from './catalogs.queries.js';
import type { EditionId } from './shipped.rules.js';
import type { Bilingual } from './vocabulary.rules.js';

/** An edition as a list of catalogues shows it: how much of the source is in it, and whether a newer one has taken its place. */
export interface EditionOverview extends EditionSummary {
  readonly publisher: Bilingual;
  /** Items that are answered themselves; `known` are those whose text we have. */
  readonly listed: number;
  readonly known: number;
  readonly checks: number;
  readonly supersededBy: { readonly id: EditionId; readonly edition: string } | null;
}

export interface ItemsAsked {
  readonly search: string;
  readonly track: string | null;
  readonly subject: string | null;
  readonly necessity: string | null;
  readonly gate: string | null;
  readonly owner: string | null;
  /** Japanese name of the group. */
  readonly group: string | null;
  readonly limit: number;
  readonly offset: number;
}

export interface ItemsFound<T> { readonly total: number; readonly rows: readonly T[] }

/** How much of its source an edition holds: parents of criteria are answered through them and not counted (editions.rules). */
const COUNTS = `(select count(*)::int from jsonb_array_elements(e.document -> 'requirements') r where not r -> 'code' <@ p.codes) as listed,
  (select count(*)::int from jsonb_array_elements(e.document -> 'requirements') r where not r -> 'code' <@ p.codes and not r ? 'known') as known,
  jsonb_array_length(coalesce(e.document -> 'checklist', '[]'))::int as checks`;

/** What stands in the catalogues, for people who read and choose. Search, filters and pages are the database's work. */
@Injectable()
export class CatalogBrowsing {
  /** The common editions, then the organisation's own; newest of each catalogue first. */
  async overview(tx: TenantTx): Promise<EditionOverview[]> {
    return tx.query<EditionOverview>(
      `select ${SUMMARY}, e.document -> 'publisher' as publisher, ${COUNTS},
         (select jsonb_build_object('id', n.id, 'edition', n.edition) from app.catalog_edition n
           where n.catalog_id = e.catalog_id and n.published_at > e.published_at order by n.published_at desc limit 1) as "supersededBy"
       from app.catalog_edition e
       cross join lateral (select coalesce(jsonb_agg(r -> 'parent'), '[]') as codes from jsonb_array_elements(e.document -> 'requirements') r where r ? 'parent') p
       order by e.organization_id is not null, e.key, e.published_at desc, e.id`);
  }

  /** Requirements of one edition that match, in the order of the source. Empty for an edition nobody here may see. */
  async requirements(tx: TenantTx, editionId: EditionId, asked: ItemsAsked): Promise<ItemsFound<RequirementRecord>> {
    return this.items<RequirementRecord>(tx, editionId, 'requirements', asked,
      `and ($5::text is null or r ->> 'track' = $5) and ($6::text is null or r ->> 'subject' = $6) and ($7::text is null or r #>> '{group,ja}' = $7)`,
      [asked.track, asked.subject, asked.group]);
  }

  /** Acceptance items of one edition that match, gate by gate. */
  async checklist(tx: TenantTx, editionId: EditionId, asked: ItemsAsked): Promise<ItemsFound<ChecklistItemRecord>> {
    return this.items<ChecklistItemRecord>(tx, editionId, 'checklist', asked,
      `and ($5::text is null or r ->> 'gate' = $5) and ($6::text is null or r ->> 'owner' = $6) and $7::text is null`, [asked.gate, asked.owner, null]);
  }

  private async items<T>(tx: TenantTx, editionId: EditionId, list: string, asked: ItemsAsked, filter: string, values: unknown[]): Promise<ItemsFound<T>> {
    const pattern = asked.search === '' ? null : `%${asked.search.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await tx.query<{ record: T; total: number }>(
      `select r as record, count(*) over ()::int as total
       from app.catalog_edition e, jsonb_array_elements(coalesce(e.document -> $2, '[]')) with ordinality x (r, position)
       where e.id = $1 and ($3::text is null or r ->> 'code' ilike $3 or r #>> '{title,ja}' ilike $3 or r #>> '{title,en}' ilike $3
           or r ->> 'officialText' ilike $3 or r #>> '{defaults,criterion,ja}' ilike $3 or r #>> '{defaults,criterion,en}' ilike $3)
         and ($4::text is null or r ->> 'necessity' = $4) ${filter}
       order by position limit $8 offset $9`,
      [editionId, list, pattern, asked.necessity, ...values, asked.limit, asked.offset]);
    return { total: rows[0]?.total ?? 0, rows: rows.map(({ record }) => record) };
  }
}
