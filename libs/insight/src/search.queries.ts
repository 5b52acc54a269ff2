import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import type { TenantTx } from '@platform/tenancy';

export const FOUND_KINDS = ['request', 'questionnaire', 'specification', 'draft', 'supplier', 'order', 'delivery', 'certificate'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** One thing whose number or name was looked for. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual | null;
  readonly party: string | null;
  readonly at: Date;
}

/** $1 the pattern, $2 this organisation. Whose rows these are is decided by row level security; the organisation only tells the two sides apart. */
const EVERYWHERE = [
  `select case when r.buyer_organization_id = $2 then 'request' else 'questionnaire' end as kind, r.id, r.number, e.document -> 'title' as title,
     case when r.buyer_organization_id = $2 then concat_ws(' ', r.respondent ->> 'makerName', r.respondent ->> 'factoryName') else b.name end as party, r.sent_at as at
   from app.security_request r left join app.specification_edition e on e.id = r.specification_edition_id left join app.organization b on b.id = r.buyer_organization_id
   where r.number ilike $1 or r.respondent ->> 'makerName' ilike $1 or r.respondent ->> 'factoryName' ilike $1 or e.document -> 'title' ->> 'ja' ilike $1 or e.document -> 'title' ->> 'en' ilike $1`,
  `select 'specification', e.id, e.document ->> 'number' || '-' || e.edition, e.document -> 'title', null, e.approved_at
   from app.specification_edition e
   where e.organization_id = $2 and (e.document ->> 'number' ilike $1 or e.document -> 'title' ->> 'ja' ilike $1 or e.document -> 'title' ->> 'en' ilike $1)`,
  `select 'draft', s.id, s.number, s.draft -> 'title', null, s.created_at from app.specification s
   where s.draft_edition > coalesce(s.approved_edition, 0) and (s.number ilike $1 or s.draft -> 'title' ->> 'ja' ilike $1 or s.draft -> 'title' ->> 'en' ilike $1)`,
  `select 'supplier', t.id, t.counterparty_code, jsonb_build_object('ja', t.maker_name, 'en', t.maker_name), t.factory_name, t.registered_on::timestamptz from app.supplier_site t
   where t.counterparty_code ilike $1 or t.maker_name ilike $1 or t.factory_name ilike $1 or t.address ilike $1`,
  `select 'order', o.id, o.po_number || '-' || o.line_no, jsonb_build_object('ja', o.item_name, 'en', o.item_name), o.model, o.registered_at from app.order_line o
   where o.po_number ilike $1 or o.job_number ilike $1 or o.item_name ilike $1 or o.model ilike $1`,
  `select 'delivery', d.id, d.note_number, jsonb_build_object('ja', o.item_name, 'en', o.item_name), o.po_number || '-' || o.line_no, d.received_at
   from app.delivery d join app.order_line o on o.id = d.order_line_id where d.note_number ilike $1 or d.serials::text ilike $1`,
  `select 'certificate', c.id, c.number, jsonb_build_object('ja', o.item_name, 'en', o.item_name), o.po_number || '-' || o.line_no, c.prepared_at
   from app.certificate c join app.order_line o on o.id = c.order_line_id where c.number ilike $1`,
];

/** Everything with a number or a name, as far as the asking organisation may see it. */
@Injectable()
export class Search {
  /** `pattern` is an escaped `ilike` pattern; whole numbers first, then the newest. At most `limit` of each kind. */
  async find(tx: TenantTx, text: string, pattern: string, limit = 20): Promise<Found[]> {
    const parts = EVERYWHERE.map((sql) => `(select * from (${sql}) one(kind, id, number, title, party, at) order by (lower(one.number) = lower($3)) desc, one.at desc nulls last limit $4)`);
    return tx.query<Found>(`select kind, id, number, title, party, at from (${parts.join(' union all ')}) every order by (lower(number) = lower($3)) desc, at desc nulls last`,
      [pattern, tx.organizationId, text, limit]);
  }
}
