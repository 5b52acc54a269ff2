import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts (supplier only) and what was frozen of them. Every table carries the buyer's organisation in its keys, so that rows can
 * be distributed by it one day (design §7); the pair of columns of a child is bound to its parent's and cannot lie.
 */
export class Response1764000017001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.response (
        buyer_organization_id uuid not null,
        id uuid not null,
        supplier_organization_id uuid not null,
        request_id uuid not null,
        -- how often it was submitted; editable means: as many submissions were returned or withdrawn
        submissions int not null default 0 check (submissions >= 0),
        started_by_name text not null,
        started_at timestamptz not null,
        primary key (buyer_organization_id, id),
        unique (id, buyer_organization_id, supplier_organization_id),
        unique (buyer_organization_id, request_id),
        -- all three: only the organisation that was asked can answer
        foreign key (request_id, buyer_organization_id, supplier_organization_id)
          references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      create index response_of_supplier on app.response (supplier_organization_id, started_at desc);
      alter table app.response enable row level security;
      alter table app.response force row level security;
      -- a buyer never sees a draft, not even that there is one
      create policy response_seen_by_supplier on app.response for select to kenshu_runtime
        using (supplier_organization_id = app.current_organization());
      create policy response_started_by_supplier on app.response for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      create policy response_submitted_by_supplier on app.response for update to kenshu_runtime
        using (supplier_organization_id = app.current_organization())
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.response to kenshu_runtime;
      grant update (submissions) on app.response to kenshu_runtime;

      -- one row per question of the edition from the start: an answer to something that was not asked has nowhere to go
      create table app.answer (
        buyer_organization_id uuid not null,
        response_id uuid not null,
        requirement_key text not null,
        supplier_organization_id uuid not null,
        allowed text[] not null,
        accepts_compensation boolean not null,
        version int not null default 0,
        kind text check (kind in ('level', 'choice', 'not_applicable', 'unknown')),
        value text,
        reason text,
        comment text,
        compensating_measure text,
        answered_by_member_id uuid,
        answered_by_name text,
        answered_at timestamptz,
        primary key (buyer_organization_id, response_id, requirement_key),
        foreign key (response_id, buyer_organization_id, supplier_organization_id)
          references app.response (id, buyer_organization_id, supplier_organization_id) on delete restrict,
        unique (buyer_organization_id, response_id, requirement_key, supplier_organization_id),
        check ((value is not null) = (kind is not null and kind in ('level', 'choice'))),
        check (value is null or value = any (allowed)),
        check (reason is null or kind = 'not_applicable'),
        check (compensating_measure is null or accepts_compensation)
      );
      alter table app.answer enable row level security;
      alter table app.answer force row level security;
      create policy answer_seen_by_supplier on app.answer for select to kenshu_runtime
        using (supplier_organization_id = app.current_organization());
      create policy answer_opened_by_supplier on app.answer for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      create policy answer_given_by_supplier on app.answer for update to kenshu_runtime
        using (supplier_organization_id = app.current_organization())
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.answer to kenshu_runtime;
      grant update (version, kind, value, reason, comment, compensating_measure, answered_by_member_id, answered_by_name, answered_at)
        on app.answer to kenshu_runtime;

      create table app.answer_revision (
        buyer_organization_id uuid not null,
        response_id uuid not null,
        requirement_key text not null,
        version int not null check (version > 0),
        supplier_organization_id uuid not null,
        kind text,
        value text,
        reason text,
        comment text,
        compensating_measure text,
        answered_by_member_id uuid,
        answered_by_name text not null,
        answered_at timestamptz not null,
        primary key (buyer_organization_id, response_id, requirement_key, version),
        foreign key (buyer_organization_id, response_id, requirement_key, supplier_organization_id)
          references app.answer (buyer_organization_id, response_id, requirement_key, supplier_organization_id) on delete restrict
      );
      alter table app.answer_revision enable row level security;
      alter table app.answer_revision force row level security;
      create policy answer_revision_seen_by_supplier on app.answer_revision for select to kenshu_runtime
        using (supplier_organization_id = app.current_organization());
      create policy answer_revision_kept_by_supplier on app.answer_revision for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.answer_revision to kenshu_runtime;

      create table app.answer_evidence (
        buyer_organization_id uuid not null,
        response_id uuid not null,
        requirement_key text not null,
        evidence_id uuid not null,
        supplier_organization_id uuid not null,
        attached_by_name text not null,
        attached_at timestamptz not null,
        detached_at timestamptz,
        primary key (buyer_organization_id, response_id, requirement_key, evidence_id),
        foreign key (buyer_organization_id, response_id, requirement_key, supplier_organization_id)
          references app.answer (buyer_organization_id, response_id, requirement_key, supplier_organization_id) on delete restrict,
        -- the supplier's own file: one that was merely granted to it cannot back its answer
        foreign key (evidence_id, supplier_organization_id) references app.evidence (id, organization_id) on delete restrict
      );
      alter table app.answer_evidence enable row level security;
      alter table app.answer_evidence force row level security;
      create policy answer_evidence_seen_by_supplier on app.answer_evidence for select to kenshu_runtime
        using (supplier_organization_id = app.current_organization());
      create policy answer_evidence_attached_by_supplier on app.answer_evidence for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      create policy answer_evidence_detached_by_supplier on app.answer_evidence for update to kenshu_runtime
        using (supplier_organization_id = app.current_organization())
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.answer_evidence to kenshu_runtime;
      grant update (attached_by_name, attached_at, detached_at) on app.answer_evidence to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
