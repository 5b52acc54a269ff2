import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import type { TenantTx } from '@platform/tenancy';
import { both } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';

interface Row { readonly id: string; readonly number: string; readonly title: Bilingual; readonly submittedBy: string; readonly submittedAt: Date }

@Injectable()
export class SpecificationsWaiting {
  /** Submitted and neither approved nor sent back; who wrote one is not asked to approve it (domain.md §3.4 rule 3). */
  async forApproval(tx: TenantTx, personKey: string | null): Promise<HomeItem[]> {
    const rows = await tx.query<Row>(
      `select s.id, s.number, s.draft -> 'title' as title, s.submitted_by as "submittedBy", s.submitted_at as "submittedAt"
       from app.specification s
       where s.organization_id = $1 and s.submitted_at is not null and s.draft_edition > s.approved_edition and not (('person:' || $2::text) = any (s.writer_marks)) is true
       order by s.submitted_at limit 200`, [tx.organizationId, personKey ?? '']);
    return rows.map(({ id, number, title, submittedBy, submittedAt }) => ({
      task: 'approve_specification', kind: 'specification', id, number, title, party: both(submittedBy), place: null, due: null,
      status: { tone: 'wait', key: 'insight.specification.in_review' }, since: submittedAt }));
  }
}
