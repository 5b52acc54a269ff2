import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items handed to a colleague: the supplier's own affair, which the buyer never sees. */
export class ResponseAssignment1764000017003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.response_assignment (
        buyer_organization_id uuid not null,
        id uuid not null,
        supplier_organization_id uuid not null,
        response_id uuid not null,
        member_id uuid not null,
        requirement_keys text[] not null check (cardinality(requirement_keys) > 0),
        note text,
        due_on date,
        assigned_by_name text not null,
        assigned_at timestamptz not null,
        withdrawn_by_name text,
        withdrawn_at timestamptz,
        primary key (buyer_organization_id, id),
        foreign key (response_id, buyer_organization_id, supplier_organization_id)
          references app.response (id, buyer_organization_id, supplier_organization_id) on delete restrict,
        -- a colleague, never somebody of another organisation
        foreign key (supplier_organization_id, member_id) references app.member (organization_id, id) on delete restrict,
        check ((withdrawn_at is null) = (withdrawn_by_name is null))
      );
      create index response_assignment_of_response on app.response_assignment (response_id);
      alter table app.response_assignment enable row level security;
      alter table app.response_assignment force row level security;
      create policy response_assignment_seen_by_supplier on app.response_assignment for select to kenshu_runtime
        using (supplier_organization_id = app.current_organization());
      create policy response_assignment_made_by_supplier on app.response_assignment for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      create policy response_assignment_withdrawn_by_supplier on app.response_assignment for update to kenshu_runtime
        using (supplier_organization_id = app.current_organization())
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.response_assignment to kenshu_runtime;
      grant update (withdrawn_by_name, withdrawn_at) on app.response_assignment to kenshu_runtime;

      -- a page knows the request, not the response
      create index response_of_request on app.response (request_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
