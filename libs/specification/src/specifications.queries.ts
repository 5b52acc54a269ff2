import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { Bilingual } from '@pure/catalog';
import type { Id, OrganizationId, TenantTx } from '@platform/tenancy';
import type { SpecificationDraft } from './draft.rules.js';
import type { SpecificationDocument } from './specification.document.js';
import type { SpecificationId } from './specification.entity.js';
import { specificationState } from './specification.states.js';
import type { SpecificationProgress, SpecificationState } from './specification.states.js';
import type { Criticality } from './target-level.rules.js';

export type SpecificationEditionId = Id<'SpecificationEdition'>;

export interface SpecificationEdition {
  readonly id: SpecificationEditionId;
  readonly organizationId: OrganizationId;
  readonly specificationId: SpecificationId;
  readonly edition: number;
  readonly document: SpecificationDocument;
  readonly sha256: string;
  readonly approvedAt: Date;
}

export interface EditionSummary { readonly id: SpecificationEditionId; readonly edition: number; readonly sha256: string; readonly approvedBy: string; readonly approvedAt: Date }

export interface SpecificationView extends SpecificationProgress {
  readonly id: SpecificationId;
  readonly number: string;
  readonly state: SpecificationState;
  readonly draft: SpecificationDraft;
  readonly authorName: string;
  readonly authorPersonKey: string | null;
  readonly submittedBy: string | null;
  readonly sentBackAt: Date | null;
  readonly sentBackReason: string | null;
  /** Every way in which those who wrote it are known; none of them approves it ({@link isAmong}). */
  readonly writerMarks: readonly string[];
  readonly version: number;
  /** Newest first. */
  readonly editions: readonly EditionSummary[];
}

export interface SpecificationLine extends SpecificationProgress {
  readonly id: SpecificationId;
  readonly number: string;
  readonly title: Bilingual;
  readonly criticality: Criticality;
  readonly state: SpecificationState;
  readonly authorName: string;
  readonly latestEditionId: SpecificationEditionId | null;
}

const PROGRESS = 's.draft_edition as "draftEdition", s.approved_edition as "approvedEdition", s.submitted_at as "submittedAt"';
const EDITION = `id, organization_id as "organizationId", specification_id as "specificationId", edition, document, sha256, approved_at as "approvedAt"`;

@Injectable()
export class Specifications {
  /** One's own edition, or one that was granted (by a request). @throws not_found */
  async edition(tx: TenantTx, id: string): Promise<SpecificationEdition> {
    const [row] = await tx.query<SpecificationEdition>(`select ${EDITION} from app.specification_edition where id = $1`, [id]);
    if (!row) throw notFound('specification');
    return row;
  }

  /** @throws not_found: a supplier never sees the working copy. */
  async byId(tx: TenantTx, id: string): Promise<SpecificationView> {
    const [row] = await tx.query<Omit<SpecificationView, 'state' | 'editions'>>(
      `select s.id, s.number, s.draft, ${PROGRESS}, s.author_name as "authorName", s.author_person_key as "authorPersonKey",
         s.submitted_by as "submittedBy", s.sent_back_at as "sentBackAt", s.sent_back_reason as "sentBackReason", s.writer_marks as "writerMarks", s.version
       from app.specification s where s.id = $1`, [id]);
    if (!row) throw notFound('specification');
    const editions = await tx.query<EditionSummary>(
      `select id, edition, sha256, approved_by_name as "approvedBy", approved_at as "approvedAt" from app.specification_edition
       where specification_id = $1 order by edition desc`, [id]);
    return { ...row, state: specificationState(row), editions };
  }

  /** The organisation's own, newest first. */
  async list(tx: TenantTx): Promise<SpecificationLine[]> {
    const rows = await tx.query<Omit<SpecificationLine, 'state'>>(
      `select s.id, s.number, s.draft -> 'title' as title, s.draft ->> 'criticality' as criticality, ${PROGRESS}, s.author_name as "authorName",
         (select e.id from app.specification_edition e where e.specification_id = s.id order by e.edition desc limit 1) as "latestEditionId"
       from app.specification s order by s.number_year desc, s.number_sequence desc`);
    return rows.map((row) => ({ ...row, state: specificationState(row) }));
  }
}
