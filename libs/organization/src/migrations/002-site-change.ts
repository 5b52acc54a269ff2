import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A site may be renamed or move; what was frozen names it as it was then. */
export class SiteChange1764000010002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy site_own_update on app.site for update to kenshu_runtime
        using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
      grant update (name, name_en, address) on app.site to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
