import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever wants to found an organisation proves a mail address first. No tenant policy: there is no tenant yet. */
export class SignUp1764000001002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.one_time_token drop constraint one_time_token_kind_check;
      alter table identity.one_time_token add constraint one_time_token_kind_check
        check (kind in ('password_reset', 'member_invitation', 'supplier_invitation', 'sign_up'));

      create table identity.sign_up_request (
        id uuid primary key,
        email text not null,
        language text not null check (language in ('ja', 'en')),
        requested_at timestamptz not null,
        handled_at timestamptz
      );
      grant select, insert, delete on identity.sign_up_request to kenshu_runtime;
      grant update (handled_at) on identity.sign_up_request to kenshu_runtime;

      -- how often a reset is asked for is counted in identity.rate_limit now
      drop index identity.password_reset_request_source;
      drop index identity.password_reset_request_email;
      alter table identity.password_reset_request drop column source_hash;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
