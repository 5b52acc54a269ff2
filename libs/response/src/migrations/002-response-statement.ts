import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frozen submissions, and what each side did about them as rows of its own: withdrawal and release (supplier), return (buyer). */
export class ResponseStatement1764000017002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.response_statement (
        id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        response_id uuid not null,
        request_id uuid not null,
        revision int not null check (revision > 0),
        canonical text not null,
        sha256 text not null,
        submitted_by_member_id uuid,
        submitted_by_name text not null,
        submitted_at timestamptz not null,
        check (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
        unique (id, buyer_organization_id),
        unique (id, buyer_organization_id, supplier_organization_id),
        unique (buyer_organization_id, response_id, revision),
        foreign key (response_id, buyer_organization_id, supplier_organization_id)
          references app.response (id, buyer_organization_id, supplier_organization_id) on delete restrict,
        foreign key (request_id, buyer_organization_id, supplier_organization_id)
          references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      create index response_statement_of_response on app.response_statement (response_id, revision);
      create index response_statement_of_request on app.response_statement (request_id, revision);

      create table app.response_release (
        statement_id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        released_at timestamptz not null,
        unique (statement_id, buyer_organization_id, supplier_organization_id),
        foreign key (statement_id, buyer_organization_id, supplier_organization_id)
          references app.response_statement (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      alter table app.response_release enable row level security;
      alter table app.response_release force row level security;
      create policy response_release_seen_by_both on app.response_release for select to kenshu_runtime, kenshu_sealer
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
      -- only with the seal, in the sealer's transaction: no other door can show a buyer what nobody signed
      create policy response_release_with_the_seal on app.response_release for insert to kenshu_sealer
        with check (supplier_organization_id = app.current_organization());
      grant select on app.response_release to kenshu_runtime;
      grant select, insert on app.response_release to kenshu_sealer;

      alter table app.response_statement enable row level security;
      alter table app.response_statement force row level security;
      create policy response_statement_seen_when_released on app.response_statement for select to kenshu_runtime, kenshu_sealer
        using (supplier_organization_id = app.current_organization()
          or (buyer_organization_id = app.current_organization()
            and exists (select from app.response_release r where r.statement_id = response_statement.id and r.buyer_organization_id = app.current_organization())));
      create policy response_statement_frozen_by_supplier on app.response_statement for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.response_statement to kenshu_runtime;
      grant select on app.response_statement to kenshu_sealer;

      create table app.response_withdrawal (
        statement_id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        reason text not null,
        withdrawn_by_name text not null,
        withdrawn_at timestamptz not null,
        foreign key (statement_id, buyer_organization_id, supplier_organization_id)
          references app.response_statement (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      alter table app.response_withdrawal enable row level security;
      alter table app.response_withdrawal force row level security;
      create policy response_withdrawal_seen_by_supplier on app.response_withdrawal for select to kenshu_runtime, kenshu_sealer
        using (supplier_organization_id = app.current_organization());
      create policy response_withdrawal_by_supplier on app.response_withdrawal for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.response_withdrawal to kenshu_runtime;
      grant select on app.response_withdrawal to kenshu_sealer;

      create table app.response_return (
        id uuid primary key,
        statement_id uuid not null unique,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        message text,
        findings jsonb not null check (jsonb_typeof(findings) = 'array'),
        returned_by_name text not null,
        returned_at timestamptz not null,
        unique (id, buyer_organization_id, supplier_organization_id),
        -- only what was released can be returned
        foreign key (statement_id, buyer_organization_id, supplier_organization_id)
          references app.response_release (statement_id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      alter table app.response_return enable row level security;
      alter table app.response_return force row level security;
      create policy response_return_seen_by_both on app.response_return for select to kenshu_runtime, kenshu_sealer
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
      create policy response_return_by_buyer on app.response_return for insert to kenshu_runtime
        with check (buyer_organization_id = app.current_organization());
      grant select, insert on app.response_return to kenshu_runtime;
      grant select on app.response_return to kenshu_sealer;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
