import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The supplier ledger (サプライヤ台帳), one row per factory; the buyer's own rows. */
export class SupplierSite1764000012001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.supplier_site (
        id uuid primary key,
        organization_id uuid not null references app.organization (id) on delete restrict,
        counterparty_code text not null,
        maker_name text not null,
        maker_name_en text,
        factory_name text not null,
        address text not null,
        kind text not null check (kind in ('equipment', 'materials', 'service')),
        sme boolean not null,
        registered_on date not null,
        approved_on date,
        contact_name text,
        contact_email text,
        joined_organization_id uuid references app.organization (id) on delete restrict,
        joined_at timestamptz,
        version int not null default 1,
        unique (id, organization_id),
        unique (organization_id, counterparty_code, factory_name),
        check (approved_on >= registered_on),
        check ((joined_organization_id is null) = (joined_at is null))
      );
      alter table app.supplier_site enable row level security;
      alter table app.supplier_site force row level security;
      create policy supplier_site_own_read on app.supplier_site for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy supplier_site_own_insert on app.supplier_site for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      create policy supplier_site_own_update on app.supplier_site for update to kenshu_runtime
        using (organization_id = app.current_organization())
        with check (organization_id = app.current_organization());
      grant select, insert on app.supplier_site to kenshu_runtime;
      grant update (counterparty_code, maker_name, maker_name_en, factory_name, address, kind, sme, approved_on, contact_name, contact_email,
        joined_organization_id, joined_at, version) on app.supplier_site to kenshu_runtime;

      -- a factory joins one organisation, once: its requests and grants follow that choice
      create function app.supplier_site_joins_once() returns trigger language plpgsql as $$
      begin
        raise exception 'a supplier site joins one organisation only';
      end $$;
      create trigger supplier_site_joins_once before update of joined_organization_id on app.supplier_site
        for each row when (old.joined_organization_id is not null and new.joined_organization_id is distinct from old.joined_organization_id)
        execute function app.supplier_site_joins_once();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
