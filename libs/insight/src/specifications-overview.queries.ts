import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import { specificationState } from '@pure/specification';
import type { Criticality, SpecificationState } from '@pure/specification';
import type { TenantTx } from '@platform/tenancy';

export interface SpecificationsAsked {
  readonly search: string;
  /** `approved`: has an approved edition, also while the next one is worked on. */
  readonly state: 'draft' | 'in_review' | 'approved' | null;
  readonly criticality: Criticality | null;
  readonly sort: 'number' | 'title' | 'sent' | null;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** One specification of the organisation, with how often its editions were sent. */
export interface SpecificationLine {
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual;
  readonly criticality: Criticality;
  readonly state: SpecificationState;
  readonly draftEdition: number;
  readonly approvedEdition: number;
  readonly editionId: string | null;
  readonly approvedAt: Date | null;
  readonly authorName: string;
  readonly sentBack: boolean;
  /** Requests that were not withdrawn. */
  readonly sent: number;
  readonly lastSentAt: Date | null;
}

type Row = Omit<SpecificationLine, 'state'> & { readonly submittedAt: Date | null; readonly total: number };

const ORDER = { number: ['s.number_year', 's.number_sequence'], title: [`s.draft #>> '{title,ja}'`], sent: ['coalesce(r.sent, 0)'] } as const;
const STATE = {
  draft: 's.draft_edition > s.approved_edition and s.submitted_at is null', in_review: 's.draft_edition > s.approved_edition and s.submitted_at is not null',
  approved: 's.approved_edition > 0',
} as const;

/** The organisation's requirement specifications: drafts, those that wait for approval, approved editions, how often they were sent. */
@Injectable()
export class SpecificationsOverview {
  /** Newest first unless asked otherwise. */
  async list(tx: TenantTx, asked: SpecificationsAsked): Promise<{ readonly total: number; readonly rows: readonly SpecificationLine[] }> {
    const order = asked.sort ? ORDER[asked.sort].map((column) => `${column} ${asked.descending ? 'desc' : 'asc'}`).join(', ') : 's.number_year desc, s.number_sequence desc';
    const pattern = asked.search === '' ? null : `%${asked.search.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await tx.query<Row>(
      `select s.id, s.number, s.draft -> 'title' as title, s.draft ->> 'criticality' as criticality, s.draft_edition as "draftEdition",
         s.approved_edition as "approvedEdition", s.submitted_at as "submittedAt", s.author_name as "authorName", s.sent_back_at is not null as "sentBack",
         e.id as "editionId", e.approved_at as "approvedAt", coalesce(r.sent, 0) as sent, r.last as "lastSentAt", count(*) over ()::int as total
       from app.specification s
       left join app.specification_edition e on e.specification_id = s.id and e.edition = s.approved_edition
       left join (select x.specification_id, count(*)::int as sent, max(q.sent_at) as last from app.security_request q
           join app.specification_edition x on x.id = q.specification_edition_id
           where q.buyer_organization_id = $1 and q.withdrawn_at is null group by 1) r on r.specification_id = s.id
       where s.organization_id = $1 and ($2::text is null or s.number ilike $2 or s.draft #>> '{title,ja}' ilike $2 or s.draft #>> '{title,en}' ilike $2 or s.author_name ilike $2)
         and ($3::text is null or s.draft ->> 'criticality' = $3) ${asked.state ? `and ${STATE[asked.state]}` : ''}
       order by ${order}, s.id limit $4 offset $5`, [tx.organizationId, pattern, asked.criticality, asked.limit, asked.offset]);
    return { total: rows[0]?.total ?? 0, rows: rows.map(lineOf) };
  }
}

function lineOf({ submittedAt, total: _total, ...row }: Row): SpecificationLine {
  return { ...row, state: specificationState({ ...row, submittedAt }) };
}
