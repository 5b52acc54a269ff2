import { Injectable } from '@nestjs/common';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { AnswerValue } from './answer-kinds/index.js';
import type { DraftContent } from './answer.rules.js';
import type { ResponseId } from './response.states.js';

/**
 * Takes part in the response and holds it while its answers change: a submission (which locks the row to count itself) waits for saves
 * under way, and saves that waited for it see the new count and find nothing. All else a save must know is in the same statement.
 */
const EDITABLE = `editable as (
  select r.buyer_organization_id, r.id, r.supplier_organization_id from app.response r
  where r.id = $1 and r.submissions = (
    select count(*) from app.response_statement s where s.response_id = r.id
      and (exists (select from app.response_return t where t.statement_id = s.id)
        or exists (select from app.response_withdrawal w where w.statement_id = s.id)))
  for share of r)`;

/** A response as the caller knows it: by its id, and where it stands on a request's page by that one too. */
export interface Place { readonly responseId: ResponseId; readonly requestId?: string; readonly requirementKey: string; readonly version: number }

/**
 * The answer, its revision, and the count that the buyer sees. Two colleagues meet at the row of the count only where an answer appears or
 * goes, not with every word they type.
 */
const SAVE = `with ${EDITABLE}, saved as (
  update app.answer a set version = a.version + 1, kind = $4, value = $5, reason = $6, comment = $7, compensating_measure = $8,
    answered_by_member_id = $9, answered_by_name = $10, answered_at = $11
  from editable e
  where a.buyer_organization_id = e.buyer_organization_id and a.response_id = e.id and a.requirement_key = $2 and a.version = $3
    and ($12::uuid is null or exists (select from app.response p where p.id = $1 and p.request_id = $12))
    and ($5::text is null or $5 = any (a.allowed)) and ($8::text is null or a.accepts_compensation)
  returning a.*
), kept as (
  insert into app.answer_revision (buyer_organization_id, response_id, requirement_key, version, supplier_organization_id, kind, value, reason,
    comment, compensating_measure, answered_by_member_id, answered_by_name, answered_at)
  select buyer_organization_id, response_id, requirement_key, version, supplier_organization_id, kind, value, reason,
    comment, compensating_measure, answered_by_member_id, answered_by_name, answered_at from saved
), before as (
  select a.kind from editable e join app.answer a on a.buyer_organization_id = e.buyer_organization_id and a.response_id = e.id and a.requirement_key = $2
), counted as (
  update app.response_progress p set answered = p.answered + case when s.kind is null then -1 else 1 end
  from saved s, before b
  where p.buyer_organization_id = s.buyer_organization_id and p.response_id = s.response_id
    and (s.kind is null) <> (b.kind is null) and s.requirement_key <> all (p.not_asked))
select version from saved`;

export interface AnswerRow extends DraftContent {
  readonly version: number;
  readonly allowed: readonly string[];
  readonly acceptsCompensation: boolean;
  readonly answeredBy: string | null;
}

export interface AnswerColumns { readonly kind: AnswerValue['kind'] | null; readonly value: string | null; readonly reason: string | null }

export function columnsOf(answer: AnswerValue | null): AnswerColumns {
  if (answer === null) return { kind: null, value: null, reason: null };
  const value = answer.kind === 'level' || answer.kind === 'choice' ? String(answer.value) : null;
  return { kind: answer.kind, value, reason: answer.kind === 'not_applicable' ? answer.reason : null };
}

export function answerOf({ kind, value, reason }: AnswerColumns): AnswerValue | null {
  switch (kind) {
    case null: return null;
    case 'level': return { kind, value: Number(value) } as AnswerValue;
    case 'choice': return { kind, value } as AnswerValue;
    case 'not_applicable': return { kind, reason: reason ?? '' };
    case 'unknown': return { kind };
  }
}

@Injectable()
export class AnswersRepository {
  /** One row per question of the edition. */
  async open(
    tx: TenantTx, response: { readonly id: ResponseId; readonly buyerOrganizationId: OrganizationId },
    questions: readonly { readonly key: string; readonly allowed: readonly string[]; readonly acceptsCompensation: boolean }[],
  ): Promise<void> {
    await tx.query(
      `insert into app.answer (buyer_organization_id, response_id, supplier_organization_id, requirement_key, allowed, accepts_compensation)
       select $1, $2, $3, q.key, q.allowed, q.accepts_compensation
       from jsonb_to_recordset($4::jsonb) as q(key text, allowed text[], accepts_compensation boolean)`,
      [response.buyerOrganizationId, response.id, tx.organizationId,
        JSON.stringify(questions.map((one) => ({ key: one.key, allowed: one.allowed, accepts_compensation: one.acceptsCompensation })))]);
  }

  /** One statement: the answer, its revision, and every condition. The new version, or undefined when a condition did not hold. */
  async save(tx: TenantTx, place: Place, content: DraftContent, at: Date): Promise<number | undefined> {
    const { kind, value, reason } = columnsOf(content.answer);
    const [saved] = await tx.query<{ version: number }>(SAVE,
      [place.responseId, place.requirementKey, place.version, kind, value, reason, content.comment, content.compensatingMeasure, tx.actor.memberId, tx.actor.name, at, place.requestId ?? null]);
    return saved?.version;
  }

  /** How far the response is, counted anew: at its start, and when a fact of the request switches questions on or off. */
  async count(tx: TenantTx, response: { readonly id: ResponseId; readonly buyerOrganizationId: OrganizationId; readonly requestId: string; readonly startedAt: Date }, notAsked: readonly string[]): Promise<void> {
    await tx.query(
      `insert into app.response_progress (buyer_organization_id, response_id, supplier_organization_id, request_id, asked, answered, not_asked, started_at)
       select $1, $2, $3, $4, count(*) filter (where a.requirement_key <> all ($5::text[])),
         count(*) filter (where a.kind is not null and a.requirement_key <> all ($5::text[])), $5, $6
       from app.answer a where a.buyer_organization_id = $1 and a.response_id = $2
       on conflict (buyer_organization_id, response_id) do update set asked = excluded.asked, answered = excluded.answered, not_asked = excluded.not_asked`,
      [response.buyerOrganizationId, response.id, tx.organizationId, response.requestId, notAsked, response.startedAt]);
  }

  async find(tx: TenantTx, id: ResponseId, key: string, requestId: string | null = null): Promise<AnswerRow | undefined> {
    const [row] = await tx.query<AnswerColumns & Omit<AnswerRow, 'answer'>>(
      `select version, allowed, accepts_compensation as "acceptsCompensation", kind, value, reason, comment,
         compensating_measure as "compensatingMeasure", answered_by_name as "answeredBy"
       from app.answer where response_id = $1 and requirement_key = $2
         and ($3::uuid is null or exists (select from app.response p where p.id = $1 and p.request_id = $3))`, [id, key, requestId]);
    return row && { ...row, answer: answerOf(row) };
  }

  async isEditable(tx: TenantTx, id: ResponseId): Promise<boolean> {
    return (await tx.query(`with ${EDITABLE} select 1 from editable`, [id])).length === 1;
  }

  /** False when the response is not editable or there is no such question. */
  async attach(tx: TenantTx, id: ResponseId, key: string, evidenceId: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `with ${EDITABLE}
       insert into app.answer_evidence (buyer_organization_id, response_id, supplier_organization_id, requirement_key, evidence_id, attached_by_name, attached_at)
       select a.buyer_organization_id, a.response_id, a.supplier_organization_id, a.requirement_key, $3, $4, $5
       from editable e join app.answer a on a.buyer_organization_id = e.buyer_organization_id and a.response_id = e.id and a.requirement_key = $2
       on conflict (buyer_organization_id, response_id, requirement_key, evidence_id)
         do update set attached_by_name = excluded.attached_by_name, attached_at = excluded.attached_at, detached_at = null
       returning 1`, [id, key, evidenceId, tx.actor.name, at]);
    return rows.length === 1;
  }

  async detach(tx: TenantTx, id: ResponseId, key: string, evidenceId: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `with ${EDITABLE}
       update app.answer_evidence l set detached_at = $4 from editable e
       where l.buyer_organization_id = e.buyer_organization_id and l.response_id = e.id and l.requirement_key = $2 and l.evidence_id = $3
         and l.detached_at is null
       returning 1`, [id, key, evidenceId, at]);
    return rows.length === 1;
  }
}
