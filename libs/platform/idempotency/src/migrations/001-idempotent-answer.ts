import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a write with an Idempotency-Key was answered; own rows of the organisation, kept for a day. */
export class IdempotentAnswer1764000000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.idempotent_answer (
        organization_id uuid not null,
        member_id uuid not null,
        key text not null check (length(key) between 1 and 200),
        fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
        answer json not null,
        kept_at timestamptz not null,
        primary key (organization_id, member_id, key)
      );
      create index idempotent_answer_age on app.idempotent_answer (organization_id, kept_at);
      alter table app.idempotent_answer enable row level security;
      alter table app.idempotent_answer force row level security;
      create policy idempotent_answer_own_read on app.idempotent_answer for select to kenshu_runtime using (organization_id = app.current_organization());
      create policy idempotent_answer_own_add on app.idempotent_answer for insert to kenshu_runtime with check (organization_id = app.current_organization());
      create policy idempotent_answer_own_sweep on app.idempotent_answer for delete to kenshu_runtime using (organization_id = app.current_organization());
      grant select, insert, delete on app.idempotent_answer to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
