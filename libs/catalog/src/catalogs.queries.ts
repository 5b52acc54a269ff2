import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { ChecklistItemRecord, EditionDocument, RequirementRecord } from './catalog.document.js';
import type { Provenance, Relation } from './crosswalk.document.js';
import type { CatalogId, CrosswalkId, EditionId } from './shipped.rules.js';
import type { Bilingual, EditionStatus } from './vocabulary.rules.js';

export interface EditionSummary {
  readonly id: EditionId;
  readonly catalogId: CatalogId;
  readonly key: string;
  readonly edition: string;
  readonly status: EditionStatus;
  readonly title: Bilingual;
  /** SHA-256 (hex) over the document's canonical JSON (RFC 8785). */
  readonly sha256: string;
  readonly publishedAt: Date;
  /** Shipped with the product and the same for everybody; otherwise the organisation's own. */
  readonly common: boolean;
}

export interface PublishedEdition extends EditionSummary { readonly document: EditionDocument }

export interface CrosswalkRow {
  readonly crosswalkId: CrosswalkId;
  readonly position: number;
  readonly sourceEditionId: EditionId;
  readonly sourceCode: string;
  readonly targetCatalog: string;
  /** Null when the target document is cited but not loaded. */
  readonly targetEditionId: EditionId | null;
  readonly targetCode: string | null;
  readonly relation: Relation;
  readonly provenance: Provenance;
  readonly rationale: Bilingual;
  readonly reviewedBy: string | null;
}

/** Columns of an {@link EditionSummary}, of the table `e`. */
export const SUMMARY = `e.id, e.catalog_id as "catalogId", e.key, e.edition, e.status, e.title, e.sha256, e.published_at as "publishedAt", e.organization_id is null as common`;
const CROSSWALK_ROW = `crosswalk_id as "crosswalkId", position, source_edition_id as "sourceEditionId", source_code as "sourceCode",
  target_catalog as "targetCatalog", target_edition_id as "targetEditionId", target_code as "targetCode", relation, provenance, rationale,
  reviewed_by as "reviewedBy"`;

@Injectable()
export class CatalogQueries {
  /** What the organisation may choose from: the common editions, then its own; newest of each catalogue first. */
  async editions(tx: TenantTx): Promise<EditionSummary[]> {
    return tx.query<EditionSummary>(`select ${SUMMARY} from app.catalog_edition e order by e.organization_id is not null, e.key, e.published_at desc, e.id`);
  }

  async edition(tx: TenantTx, id: EditionId): Promise<PublishedEdition> {
    const [row] = await tx.query<PublishedEdition>(`select ${SUMMARY}, e.document from app.catalog_edition e where e.id = $1`, [id]);
    if (!row) throw notFound('catalog');
    return row;
  }

  async requirement(tx: TenantTx, editionId: EditionId, code: string): Promise<RequirementRecord> {
    return this.entry<RequirementRecord>(tx, editionId, code, 'requirements', 'requirement');
  }

  async checklistItem(tx: TenantTx, editionId: EditionId, code: string): Promise<ChecklistItemRecord> {
    return this.entry<ChecklistItemRecord>(tx, editionId, code, 'checklist', 'checklist');
  }

  /** Rows that start or end at this edition, or at one of its items. */
  async crosswalkRows(tx: TenantTx, editionId: EditionId, code?: string): Promise<CrosswalkRow[]> {
    return tx.query<CrosswalkRow>(
      `select ${CROSSWALK_ROW} from app.crosswalk_row
        where (source_edition_id = $1 and ($2::text is null or source_code = $2))
           or (target_edition_id = $1 and ($2::text is null or target_code = $2))
        order by crosswalk_id, position`, [editionId, code ?? null]);
  }

  private async entry<T>(tx: TenantTx, editionId: EditionId, code: string, list: 'requirements' | 'checklist', noun: string): Promise<T> {
    const [row] = await tx.query<{ entry: T }>(
      `select entry from app.catalog_edition e, jsonb_array_elements(e.document -> $3::text) entry where e.id = $1 and entry ->> 'code' = $2`,
      [editionId, code, list]);
    if (!row) throw notFound(noun);
    return row.entry;
  }
}
