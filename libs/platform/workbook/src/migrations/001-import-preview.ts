import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an uploaded ledger will change, between the upload and the commit: kept so that the commit needs no second upload and may reach another
 * machine. Scratch rows: they may be deleted, and are after a day.
 */
export class ImportPreview1764000008001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.import_preview (
        id uuid primary key,
        organization_id uuid not null,
        kind text not null,
        file_name text not null,
        plan jsonb not null,
        created_by text not null,
        created_at timestamptz not null,
        committed_by text,
        committed_at timestamptz,
        check ((committed_at is null) = (committed_by is null))
      );
      create index import_preview_age on app.import_preview (organization_id, created_at);
      alter table app.import_preview enable row level security;
      alter table app.import_preview force row level security;
      create policy import_preview_own_read on app.import_preview for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy import_preview_own_insert on app.import_preview for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      create policy import_preview_own_update on app.import_preview for update to kenshu_runtime
        using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
      create policy import_preview_own_sweep on app.import_preview for delete to kenshu_runtime
        using (organization_id = app.current_organization());
      grant select, insert, delete on app.import_preview to kenshu_runtime;
      grant update (plan, committed_by, committed_at) on app.import_preview to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
