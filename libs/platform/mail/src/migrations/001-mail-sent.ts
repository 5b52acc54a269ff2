import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mail went to whom because of which event: what keeps a repeated job from writing twice. */
export class MailSent1764000006001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.mail_sent (
        organization_id uuid not null,
        event_id uuid not null references app.audit_event (id) on delete cascade,
        reaction text not null,
        recipient text not null check (recipient = lower(recipient)),
        sent_at timestamptz not null,
        primary key (organization_id, event_id, reaction, recipient)
      );
      alter table app.mail_sent enable row level security;
      alter table app.mail_sent force row level security;
      create policy mail_sent_own_read on app.mail_sent for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy mail_sent_own_append on app.mail_sent for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      grant select, insert on app.mail_sent to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
