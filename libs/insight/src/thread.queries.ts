import { Injectable } from '@nestjs/common';
import type { InspectionState } from '@pure/inspection';
import { notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { CertificatesOverview } from './certificates-overview.queries.js';
import { standing } from './request-lines.rules.js';
import { RequestsOverview } from './requests-overview.queries.js';
import { threadView } from './thread.rules.js';
import type { AnswerState, ThreadFacts, ThreadStepName, ThreadView } from './thread.rules.js';

/** From where one looks along the chain; ids the caller has already been allowed to see. */
export interface ThreadAnchor { readonly editionId?: string | null; readonly requestId?: string | null; readonly statementId?: string | null; readonly inspectionId?: string | null }

interface StatementRow { readonly id: string; readonly revision: number; readonly releasedAt: Date | null; readonly returnedAt: Date | null; readonly evidence: number; readonly agreed: boolean }

/** Names no inspection. */
const NOT_INSPECTED = '00000000-0000-0000-0000-000000000000';

/** The chain around one object, as far as the asking organisation may see it: what row level security hides is simply not there. */
@Injectable()
export class Threads {
  constructor(private readonly requests: RequestsOverview, private readonly certificates: CertificatesOverview) {}

  async of(tx: TenantTx, anchor: ThreadAnchor, current: ThreadStepName, today: string): Promise<ThreadView> {
    const requestIds = anchor.requestId ? [anchor.requestId] : anchor.editionId ? await this.requestsOf(tx, anchor.editionId) : [];
    const requestId = requestIds.length === 1 ? requestIds[0] : null;
    const inspectionIds = anchor.inspectionId ? [anchor.inspectionId] : requestId ? await this.inspectionsOf(tx, requestId) : [];
    const inspectionId = inspectionIds.length === 1 ? inspectionIds[0] : null;
    const facts: ThreadFacts = {
      specification: await this.specification(tx, anchor.editionId ?? null, requestId), requests: requestIds.length,
      request: await this.request(tx, requestId, today), statement: await this.statement(tx, anchor.statementId ?? null, requestId),
      inspections: inspectionIds.length, inspection: await this.inspection(tx, inspectionId),
      certificate: inspectionId ? await this.certificates.ofInspection(tx, inspectionId) : null,
    };
    return threadView(facts, current);
  }

  /** The chain a lot stands on; what other lots of the same request came to is not its story. @throws not_found */
  async ofLot(tx: TenantTx, deliveryId: string, today: string): Promise<ThreadView> {
    const [row] = await tx.query<{ requestId: string | null; inspectionId: string | null }>(
      `select g.request_id as "requestId", i.id as "inspectionId" from app.delivery d join app.order_line o on o.id = d.order_line_id
         left join app.agreement g on g.id = o.agreement_id left join app.inspection i on i.delivery_id = d.id where d.id = $1`, [deliveryId]);
    if (!row) throw notFound('delivery');
    return this.of(tx, { requestId: row.requestId, inspectionId: row.inspectionId ?? NOT_INSPECTED }, 'inspection', today);
  }

  private async requestsOf(tx: TenantTx, editionId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select id from app.security_request where specification_edition_id = $1 limit 1000', [editionId]);
    return rows.map(({ id }) => id);
  }

  private async inspectionsOf(tx: TenantTx, requestId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select i.id from app.inspection i join app.agreement g on g.id = i.agreement_id where g.request_id = $1 limit 1000', [requestId]);
    return rows.map(({ id }) => id);
  }

  private async specification(tx: TenantTx, editionId: string | null, requestId: string | null): Promise<ThreadFacts['specification']> {
    const [row] = await tx.query<NonNullable<ThreadFacts['specification']>>(
      `select e.id as "editionId", e.document ->> 'number' as number, e.edition, jsonb_array_length(e.document -> 'requirements') as requirements
       from app.specification_edition e
       where e.id = coalesce($1::uuid, (select r.specification_edition_id from app.security_request r where r.id = $2::uuid))`, [editionId, requestId]);
    return row ?? null;
  }

  private async request(tx: TenantTx, id: string | null, today: string): Promise<ThreadFacts['request']> {
    const found = id && await this.requests.byId(tx, id);
    return found ? { id: found.id, number: found.number, ...standing(found, today) } : null;
  }

  /** The one that is asked for, otherwise the newest of the request. */
  private async statement(tx: TenantTx, id: string | null, requestId: string | null): Promise<ThreadFacts['statement']> {
    const [row] = await tx.query<StatementRow>(
      `select s.id, s.revision, coalesce(l.released_at, case when s.proxy_evidence_id is not null then s.submitted_at end) as "releasedAt", t.returned_at as "returnedAt",
         (select count(distinct f ->> 'sha256')::int from jsonb_array_elements(s.canonical::jsonb -> 'answers') a, jsonb_array_elements(a -> 'evidence') f) as evidence,
         exists (select from app.agreement g where g.statement_id = s.id) as agreed
       from app.response_statement s
       left join app.response_release l on l.statement_id = s.id left join app.response_return t on t.statement_id = s.id
       where s.id = $1::uuid or ($1::uuid is null and s.request_id = $2::uuid and not exists (select from app.response_withdrawal w where w.statement_id = s.id))
       order by s.submitted_at desc, s.revision desc limit 1`, [id, requestId]);
    return row ? { id: row.id, revision: row.revision, evidence: row.evidence, state: answerState(row) } : null;
  }

  private async inspection(tx: TenantTx, id: string | null): Promise<ThreadFacts['inspection']> {
    const [row] = await tx.query<{ id: string; noteNumber: string; steps: string[]; verdict: 'passed' | 'rejected' | null }>(
      `select i.id, i.lot ->> 'noteNumber' as "noteNumber", array(select s.step from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round) as steps,
         (select f.verdict from app.inspection_statement f where f.inspection_id = i.id and f.round = i.round) as verdict
       from app.inspection i where i.id = $1::uuid`, [id]);
    return row ? { id: row.id, noteNumber: row.noteNumber, verdict: row.verdict, state: inspectionStateOf(row.steps) } : null;
  }
}

function answerState(row: StatementRow): AnswerState {
  if (row.agreed) return 'agreed';
  if (row.returnedAt) return 'returned';
  return row.releasedAt ? 'released' : 'submitted';
}

function inspectionStateOf(steps: readonly string[]): InspectionState {
  if (steps.includes('approve')) return 'approved';
  if (steps.includes('confirm')) return 'confirmed';
  return steps.includes('judge') ? 'judged' : 'open';
}
