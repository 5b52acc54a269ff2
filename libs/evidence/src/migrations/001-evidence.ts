import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that back an answer or an inspection result. The bytes lie in storage under the owner and the hash; a row never changes. */
export class Evidence1764000015001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.evidence (
        id uuid primary key,
        organization_id uuid not null,
        file_name text not null check (length(file_name) between 1 and 255),
        media_type text not null,
        byte_size bigint not null check (byte_size > 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        disclosure_class text not null check (disclosure_class in ('public', 'parties', 'restricted', 'secret')),
        description text,
        uploaded_by_member_id uuid,
        uploaded_by_name text not null,
        uploaded_at timestamptz not null,
        unique (id, organization_id)
      );
      create index evidence_of_organization on app.evidence (organization_id, uploaded_at desc, id);
      alter table app.evidence enable row level security;
      alter table app.evidence force row level security;
      -- another organisation reads it through a live grant of the owner: given when the statement that cites it is released
      create policy evidence_own_or_granted on app.evidence for select to kenshu_runtime
        using (organization_id = app.current_organization() or app.granted('evidence', id, organization_id));
      create policy evidence_added_by_owner on app.evidence for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      grant select, insert on app.evidence to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
