import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The installation's certification authority and the organisations' e-seals. Private keys are stored encrypted under the worker's master key. */
export class Signing1764000004001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.installation_key (
        id uuid primary key,
        kind text not null check (kind in ('authority')),
        certificate_pem text not null,
        encrypted_private_key bytea not null,
        created_at timestamptz not null,
        retired_at timestamptz
      );
      create unique index installation_key_one_live on app.installation_key (kind) where retired_at is null;
      alter table app.installation_key enable row level security;
      alter table app.installation_key force row level security;
      -- belongs to the installation, not to an organisation: only the sealer issues certificates from it
      create policy installation_key_read_by_sealer on app.installation_key for select to kenshu_sealer using (true);
      create policy installation_key_made_by_sealer on app.installation_key for insert to kenshu_sealer with check (true);
      grant select, insert on app.installation_key to kenshu_sealer;

      create table app.organization_key (
        id uuid primary key,
        organization_id uuid not null,
        kind text not null check (kind in ('seal')),
        certificate_pem text not null,
        encrypted_private_key bytea not null,
        created_at timestamptz not null,
        retired_at timestamptz
      );
      create unique index organization_key_one_live on app.organization_key (organization_id, kind) where retired_at is null;
      alter table app.organization_key enable row level security;
      alter table app.organization_key force row level security;
      -- every organisation's key for the one role that seals: a job may seal for the buyer and the supplier of one
      -- transaction, and a lost tenant setting must not look like "no key yet" and make a second one
      create policy organization_key_read_by_sealer on app.organization_key for select to kenshu_sealer using (true);
      create policy organization_key_made_by_sealer on app.organization_key for insert to kenshu_sealer with check (true);
      create policy organization_key_retired_by_sealer on app.organization_key for update to kenshu_sealer
        using (true) with check (true);
      create policy organization_key_shown_to_its_organization on app.organization_key for select to kenshu_runtime
        using (organization_id = app.current_organization());
      grant select, insert on app.organization_key to kenshu_sealer;
      grant update (retired_at) on app.organization_key to kenshu_sealer;
      -- the portal shows the certificate; the column with the private key is not granted to it, not even encrypted
      grant select (id, organization_id, kind, certificate_pem, created_at, retired_at) on app.organization_key to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
