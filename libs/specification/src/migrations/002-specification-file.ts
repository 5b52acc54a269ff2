import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The printed specification: made once per edition by the worker, which holds the browser; the portal only hands it out. */
export class SpecificationFile1764000013002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FILE);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const FILE = `
  create table app.specification_file (
    edition_id uuid primary key,
    organization_id uuid not null,
    -- of the edition that was printed: a file of anything else cannot be filed here
    edition_sha256 text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    byte_size bigint not null check (byte_size > 0),
    stored_at timestamptz not null,
    foreign key (edition_id, organization_id, edition_sha256) references app.specification_edition (id, organization_id, sha256) on delete restrict
  );
  alter table app.specification_file enable row level security;
  alter table app.specification_file force row level security;
  -- seen with its edition: one's own, or one that a request opened to the supplier; the inner query runs under the edition's own policy
  create policy specification_file_seen_with_edition on app.specification_file for select to kenshu_runtime
    using (exists (select from app.specification_edition e where e.id = edition_id));
  create policy specification_file_own_insert on app.specification_file for insert to kenshu_runtime
    with check (organization_id = app.current_organization());
  -- no update, no delete: an edition never changes, so its print does not either
  grant select, insert on app.specification_file to kenshu_runtime;
`;
