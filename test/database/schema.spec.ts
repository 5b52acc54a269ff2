import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { schemaListing } from '../support/schema-listing.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

const file = resolve(__dirname, '../../libs/platform/database/schema.sql');

/** Tables without tenant policies: everything here exists before the organisation is known, or is read without one. Each with its reason. */
const WITHOUT_TENANT: Readonly<Record<string, string>> = {};

describe('the schema', () => {
  let database: TestDatabase;
  let superuser: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    superuser = await new DataSource({ type: 'postgres', url: database.superuserUrl() }).initialize();
  });
  afterAll(async () => {
    await superuser.destroy();
    await database.drop();
  });

  // A change of a migration is seen in review as a change of this file: UPDATE_SCHEMA=1 npm run jest -- test/database/schema
  it('after all migrations is what schema.sql says', async () => {
    const listing = await schemaListing(superuser);
    if (process.env.UPDATE_SCHEMA) writeFileSync(file, listing);
    expect(listing).toBe(readFileSync(file, 'utf8'));
  });

  it('forces row level security on every table of schema app', async () => {
    const bare: { name: string }[] = await superuser.query(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`);
    expect(bare.map((row) => row.name).filter((name) => !(name in WITHOUT_TENANT))).toEqual([]);
  });

  it('gives no role of ours a way around row level security', async () => {
    const roles: { rolname: string }[] = await superuser.query(
      `select rolname from pg_roles where rolname like 'kenshu\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`);
    expect(roles).toEqual([]);
  });

  it('lets nobody but the owner delete or truncate, nor anybody update a whole table', async () => {
    const wide: object[] = await superuser.query(
      `select table_schema, table_name, grantee, privilege_type from information_schema.table_privileges
       where table_schema in ('app', 'published') and grantee like 'kenshu\\_%' and grantee <> 'kenshu_owner' and privilege_type in ('UPDATE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')`);
    expect(wide).toEqual([]);
  });

  it('has a row level security function that no search path can redirect', async () => {
    const functions: { name: string }[] = await superuser.query(
      `select proname as name from pg_proc where pronamespace in ('app'::regnamespace, 'published'::regnamespace) and prosecdef
         and not coalesce(array_to_string(proconfig, ','), '') like '%search_path%'`);
    expect(functions).toEqual([]);
  });
});
