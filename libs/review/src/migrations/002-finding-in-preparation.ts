import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an opinion would say to the supplier, kept with the note until the statement is returned: internal like the note itself. */
export class FindingInPreparation1764000020002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app.review add column finding_text text check (finding_text <> ''), add column finding_target text, add column finding_due_on date,
        add check (finding_text is not null or (finding_target is null and finding_due_on is null)),
        add check (finding_text is null or opinion <> 'accepted');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
