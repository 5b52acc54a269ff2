import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';

export type StoryStep =
  | 'sent' | 'acknowledged' | 'started' | 'extended' | 'withdrawn' | 'submitted' | 'declined' | 'signed' | 'released' | 'returned' | 'agreed' | 'ordered' | 'certified';

export interface StoryEvent {
  readonly step: StoryStep;
  readonly at: Date;
  readonly by: string | null;
  /** Of the thing it concerns: a statement, an order line, a certificate; null for the request itself. */
  readonly id: string | null;
  /** A submission's revision, an order's or a certificate's number. */
  readonly label: string | null;
}

const SQL = `select * from (
  select 'sent' as step, r.sent_at as at, r.sent_by as by, null::uuid as id, null::text as label from app.security_request r where r.id = $1
  union all select 'extended', r.extended_at, null, null, r.extension_reason from app.security_request r where r.id = $1 and r.extended_at is not null
  union all select 'withdrawn', r.withdrawn_at, null, null, r.withdrawal_reason from app.security_request r where r.id = $1 and r.withdrawn_at is not null
  union all select 'acknowledged', a.acknowledged_at, a.acknowledged_by, null, null from app.request_acknowledgement a where a.request_id = $1
  union all select 'started', p.started_at, p.started_by_name, null, null from app.response p where p.request_id = $1
  union all select 'submitted', s.submitted_at, s.submitted_by_name, s.id, s.revision::text from app.response_statement s where s.request_id = $1
  union all select 'declined', w.withdrawn_at, w.withdrawn_by_name, s.id, w.reason
    from app.response_withdrawal w join app.response_statement s on s.id = w.statement_id where s.request_id = $1
  union all select 'signed', x.signed_at, x.name, s.id, s.revision::text from app.attestation x join app.response_statement s on s.id = x.statement_id where s.request_id = $1
  union all select 'released', l.released_at, null, s.id, s.revision::text from app.response_release l join app.response_statement s on s.id = l.statement_id where s.request_id = $1
  union all select 'returned', t.returned_at, t.returned_by_name, s.id, jsonb_array_length(t.findings)::text
    from app.response_return t join app.response_statement s on s.id = t.statement_id where s.request_id = $1
  union all select 'agreed', g.agreed_at, null, g.statement_id, null from app.agreement g where g.request_id = $1
  union all select 'ordered', o.placed_at, null, o.id, o.po_number from app.order_line o join app.agreement g on g.id = o.agreement_id where g.request_id = $1 and o.placed_at is not null
  union all select 'certified', c.issued_at, null, c.id, c.number
    from app.certificate c join app.order_line o on o.id = c.order_line_id join app.agreement g on g.id = o.agreement_id where g.request_id = $1 and c.issued_at is not null
  ) story order by at, array_position(array['sent', 'extended', 'acknowledged', 'started', 'submitted', 'declined', 'signed', 'released', 'returned', 'agreed', 'ordered', 'certified', 'withdrawn'], step)`;

/** What happened to one request, oldest first, as far as the asking organisation may see it: never the other side's drafts and notes. */
@Injectable()
export class RequestStory {
  async of(tx: TenantTx, requestId: string): Promise<StoryEvent[]> {
    return tx.query<StoryEvent>(SQL, [requestId]);
  }
}
