import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member is told inside the product. One row per event, kind and member, however often the reaction runs. */
export class Notification1764000007001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.notification (
        id uuid primary key,
        organization_id uuid not null,
        member_id uuid not null,
        kind text not null,
        object_kind text not null,
        object_id uuid not null,
        params jsonb not null,
        source_event_id uuid,
        created_at timestamptz not null,
        read_at timestamptz,
        unique (organization_id, member_id, kind, source_event_id)
      );
      create index notification_newest on app.notification (organization_id, member_id, created_at desc);
      alter table app.notification enable row level security;
      alter table app.notification force row level security;
      create policy notification_own_read on app.notification for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy notification_own_append on app.notification for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      create policy notification_own_update on app.notification for update to kenshu_runtime
        using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
      grant select, insert on app.notification to kenshu_runtime;
      grant update (read_at) on app.notification to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
