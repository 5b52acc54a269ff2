import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Catalogues, their published editions, and crosswalks between editions. A row without an organisation is common: read by all, loaded only
 * by a migration. Nobody holds an update grant or policy, the owner included: a changed edition is a new edition.
 */
export class Catalog1764000011001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CATALOG);
    await db.query(CROSSWALK);
    for (const table of ['catalog', 'catalog_edition', 'crosswalk', 'crosswalk_row']) await db.query(doors(table));
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

// unique (id, organization_id) lets a child prove that an own row hangs below an own row of the same organisation;
// with a null organisation that key is not checked, so the plain foreign key stands beside it.
const CATALOG = `
  create table app.catalog (
    id uuid primary key,
    organization_id uuid references app.organization (id) on delete restrict,
    key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title jsonb not null,
    publisher jsonb not null,
    unique nulls not distinct (organization_id, key),
    unique (id, organization_id)
  );

  create table app.catalog_edition (
    id uuid primary key,
    organization_id uuid,
    catalog_id uuid not null references app.catalog (id) on delete restrict,
    key text not null,
    edition text not null,
    status text not null check (status in ('draft', 'public_comment', 'final')),
    title jsonb not null,
    document jsonb not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null,
    unique (catalog_id, edition),
    unique (id, organization_id),
    foreign key (catalog_id, organization_id) references app.catalog (id, organization_id) on delete restrict,
    check (document ->> 'key' = key and document ->> 'edition' = edition and document ->> 'status' = status)
  );
  create index catalog_edition_owner on app.catalog_edition (organization_id);
`;

const CROSSWALK = `
  create table app.crosswalk (
    id uuid primary key,
    organization_id uuid references app.organization (id) on delete restrict,
    key text not null,
    edition text not null,
    status text not null check (status in ('draft', 'public_comment', 'final')),
    title jsonb not null,
    document jsonb not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null,
    unique nulls not distinct (organization_id, key, edition),
    unique (id, organization_id),
    check (document ->> 'key' = key and document ->> 'edition' = edition and document ->> 'status' = status)
  );

  create table app.crosswalk_row (
    crosswalk_id uuid not null references app.crosswalk (id) on delete restrict,
    position integer not null check (position > 0),
    organization_id uuid,
    source_edition_id uuid not null references app.catalog_edition (id) on delete restrict,
    source_code text not null,
    target_catalog text not null,
    target_edition_id uuid references app.catalog_edition (id) on delete restrict,
    target_code text,
    relation text not null check (relation in ('equal', 'subset_of', 'superset_of', 'intersects', 'none')),
    provenance text not null check (provenance in ('explicit', 'official', 'inferred')),
    rationale jsonb not null,
    reviewed_by uuid,
    primary key (crosswalk_id, position),
    foreign key (crosswalk_id, organization_id) references app.crosswalk (id, organization_id) on delete restrict,
    check ((relation = 'none') = (target_code is null))
  );
  create index crosswalk_row_source on app.crosswalk_row (source_edition_id, source_code);
  create index crosswalk_row_target on app.crosswalk_row (target_edition_id, target_code);
`;

const doors = (table: string): string => `
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy ${table}_common_or_own_read on app.${table} for select to kenshu_runtime, kenshu_sealer
    using (organization_id is null or organization_id = app.current_organization());
  create policy ${table}_own_publish on app.${table} for insert to kenshu_runtime
    with check (organization_id = app.current_organization());
  create policy ${table}_common_load on app.${table} for insert to kenshu_owner
    with check (organization_id is null);
  grant select on app.${table} to kenshu_runtime, kenshu_sealer;
  grant insert on app.${table} to kenshu_runtime;
`;
