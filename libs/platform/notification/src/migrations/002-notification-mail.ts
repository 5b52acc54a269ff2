import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each member wants to hear of each kind by mail, and which daily summaries went out: a day's summary exists once per member. */
export class NotificationMail1764000007002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.notification_choice (
        organization_id uuid not null,
        member_id uuid not null,
        kind text not null check (kind ~ '^[a-z_]+[.][a-z_]+$'),
        delivery text not null check (delivery in ('immediate', 'digest', 'off')),
        primary key (organization_id, member_id, kind)
      );
      alter table app.notification_choice enable row level security;
      alter table app.notification_choice force row level security;
      create policy notification_choice_own_read on app.notification_choice for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy notification_choice_own_append on app.notification_choice for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      create policy notification_choice_own_update on app.notification_choice for update to kenshu_runtime
        using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
      grant select, insert on app.notification_choice to kenshu_runtime;
      grant update (delivery) on app.notification_choice to kenshu_runtime;

      create table app.notification_digest (
        organization_id uuid not null,
        member_id uuid not null,
        day date not null,
        -- everything up to here was in this summary or an earlier one
        up_to timestamptz not null,
        primary key (organization_id, member_id, day)
      );
      alter table app.notification_digest enable row level security;
      alter table app.notification_digest force row level security;
      create policy notification_digest_own_read on app.notification_digest for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy notification_digest_own_append on app.notification_digest for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      grant select, insert on app.notification_digest to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
