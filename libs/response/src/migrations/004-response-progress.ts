import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far a respondent is, as it shows the buyer: two numbers and nothing else of the draft. Written by the supplier together with the answer
 * itself. `not_asked` are the questions that the request's facts switch off, which both sides know: they count for nothing.
 */
export class ResponseProgress1764000017004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.response_progress (
        buyer_organization_id uuid not null,
        response_id uuid not null,
        supplier_organization_id uuid not null,
        request_id uuid not null,
        asked int not null check (asked >= 0),
        answered int not null check (answered >= 0),
        not_asked text[] not null,
        started_at timestamptz not null,
        primary key (buyer_organization_id, response_id),
        unique (request_id),
        foreign key (response_id, buyer_organization_id, supplier_organization_id)
          references app.response (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      alter table app.response_progress enable row level security;
      alter table app.response_progress force row level security;
      create policy response_progress_seen_by_both on app.response_progress for select to kenshu_runtime
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
      create policy response_progress_opened_by_supplier on app.response_progress for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      create policy response_progress_counted_by_supplier on app.response_progress for update to kenshu_runtime
        using (supplier_organization_id = app.current_organization())
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.response_progress to kenshu_runtime;
      grant update (asked, answered, not_asked) on app.response_progress to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
