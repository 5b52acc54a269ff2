import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the mail server said when it refused a recipient for good: kept with the mail, so that nobody tries again and somebody is told. */
export class MailRefusal1764000006002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app.mail_sent add column refusal text;
      create policy mail_sent_own_refusal on app.mail_sent for update to kenshu_runtime
        using (organization_id = app.current_organization())
        with check (organization_id = app.current_organization());
      grant update (refusal) on app.mail_sent to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
