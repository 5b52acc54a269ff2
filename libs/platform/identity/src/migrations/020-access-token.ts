import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Access tokens for machines. They are looked up before the tenant is known (the token says which organisation it is for), so this table carries
 * no tenant policy; every statement about somebody's tokens names the organisation.
 */
export class AccessToken1764000001020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.access_token (
        id uuid primary key,
        token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
        identity_id uuid not null references identity.identity (id) on delete restrict,
        organization_id uuid not null,
        member_id uuid not null,
        name text not null check (name <> '' and length(name) <= 100),
        scopes text[] not null check (scopes <@ array['read', 'write'] and cardinality(scopes) > 0),
        created_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
        last_used_on date,
        revoked_at timestamptz,
        foreign key (identity_id, organization_id) references identity.membership (identity_id, organization_id) on delete restrict
      );
      create index access_token_member on identity.access_token (organization_id, member_id);
      grant select, insert on identity.access_token to kenshu_runtime;
      grant update (last_used_on, revoked_at) on identity.access_token to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
