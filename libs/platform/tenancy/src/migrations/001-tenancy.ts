import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema `app`, the tenant setting, and what one organisation lets another read. */
export class Tenancy1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema app;
      create schema published;
      grant usage on schema app to kenshu_runtime, kenshu_sealer, kenshu_ops;
      grant usage on schema published to kenshu_sealer, kenshu_verifier;

      -- after a local setting has ended it reads as the empty string, not null
      create function app.current_organization() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.organization_id', true), '')::uuid;

      create table app.object_grant (
        owner_organization_id uuid not null,
        object_kind text not null,
        object_id uuid not null,
        grantee_organization_id uuid not null,
        granted_at timestamptz not null,
        revoked_at timestamptz,
        primary key (owner_organization_id, object_kind, object_id, grantee_organization_id)
      );
      create index object_grant_grantee on app.object_grant (grantee_organization_id, object_kind);
      alter table app.object_grant enable row level security;
      alter table app.object_grant force row level security;
      create policy object_grant_seen_by_both on app.object_grant for select to kenshu_runtime, kenshu_sealer
        using (app.current_organization() in (owner_organization_id, grantee_organization_id));
      create policy object_grant_given_by_owner on app.object_grant for insert to kenshu_runtime, kenshu_sealer
        with check (owner_organization_id = app.current_organization());
      create policy object_grant_revoked_by_owner on app.object_grant for update to kenshu_runtime, kenshu_sealer
        using (owner_organization_id = app.current_organization())
        with check (owner_organization_id = app.current_organization());
      grant select, insert on app.object_grant to kenshu_runtime, kenshu_sealer;
      grant update (granted_at, revoked_at) on app.object_grant to kenshu_runtime, kenshu_sealer;

      -- a live grant to the current organisation, given by the object's owner; policies of granted tables pass that owner
      create function app.granted(kind text, id uuid, owner uuid) returns boolean language sql stable parallel safe
        return exists (
          select from app.object_grant g
          where g.object_kind = kind and g.object_id = id and g.owner_organization_id = owner
            and g.grantee_organization_id = app.current_organization() and g.revoked_at is null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
