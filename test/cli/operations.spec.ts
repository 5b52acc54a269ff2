import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { TestingModule } from '@nestjs/testing';
import { Organizations, OrganizationModule } from '@libs/organization';
import { ensureDatabase } from '@platform/database';
import { Identities, IdentityModule, Memberships, OneTimeTokens } from '@platform/identity';
import { Ledger } from '@platform/ledger';
import { TenantDb, newId, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import { cluster, testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { urlOf } from '../support/cluster.js';
import { platform } from '../support/platform.js';
import { folder, kenshu, outside } from './cli.fixture.js';

const HASH = 'a'.repeat(64);
const desk = folder();
let database: TestDatabase;
let app: TestingModule;
beforeAll(async () => {
  database = await testDatabase();
  ({ app } = await platform(database, [IdentityModule.with(), OrganizationModule]));
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
  desk.remove();
});

const create = (change: Record<string, string> = {}, env: Record<string, string> = outside(database)) => {
  const options = { name: '株式会社髙﨑精機', 'name-en': 'Takasaki Seiki', address: '群馬県高崎市1-2-3', prefix: 'TKS', 'admin-email': 'Admin@takasaki.example', 'admin-name': '𠮷田 美智子', ...change };
  return kenshu(['organization', 'create', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])], env);
};
const idIn = (out: string): OrganizationId => /\(([0-9a-f-]{36})\)/.exec(out)![1] as OrganizationId;

describe('kenshu organization create', () => {
  it('registers the organisation with its first administrator, who gets a link to set a password', async () => {
    const { status, out } = await create();
    expect(status).toBe(0);
    const id = idIn(out);
    const own = await app.get(TenantDb).run(systemActor(id), (tx) => app.get(Organizations).own(tx));
    expect(own).toMatchObject({ name: '株式会社髙﨑精機', nameEn: 'Takasaki Seiki', certificatePrefix: 'TKS' });
    const person = await app.get(Identities).byEmail('admin@takasaki.example');
    expect(person).toMatchObject({ displayName: '𠮷田 美智子', passwordHash: null });
    expect(await app.get(Memberships).active(person!.id, id)).toBeDefined();
    const token = /\/password-reset\/(\S+)/.exec(out)![1]!;
    expect(await app.get(OneTimeTokens).peek(token, 'password_reset')).toMatchObject({ payload: { identityId: person!.id } });
  });

  it('takes a person who has an account already, and mints no link', async () => {
    const { status, out } = await create({ name: '髙﨑商事株式会社', prefix: 'TSJ' });
    expect([status, out.includes('has an account already'), out.includes('password-reset')]).toEqual([0, true, false]);
  });

  it('leaves nothing behind when it is refused', async () => {
    const { status, err } = await create({ prefix: 'TKS', 'admin-email': 'second@takasaki.example' });
    expect([status, err]).toEqual([1, 'Another organization uses the prefix TKS']);
    expect(await app.get(Identities).byEmail('second@takasaki.example')).toBeUndefined();
    const wrong = await create({ prefix: '!', 'corporate-number': '1' });
    expect(wrong.status).toBe(1);
    expect(wrong.err.split('\n')).toHaveLength(2);
  });

  it('ends with 2 when something is missing or makes no sense', async () => {
    const tries = [await kenshu(['organization', 'create', '--name', 'x'], outside(database)), await create({ language: 'fr' }), await kenshu(['organization', 'burn'], {})];
    expect(tries.map(({ status }) => status)).toEqual([2, 2, 2]);
  });

  it('works beside a running npm start, whose database it finds in the data directory', async () => {
    const urls = Object.fromEntries((['owner', 'runtime', 'sealer', 'verifier', 'ops'] as const).map((role) => [`kenshu_${role}`, database.url(`kenshu_${role}`)]));
    mkdirSync(join(desk.path, 'secrets'));
    writeFileSync(join(desk.path, 'secrets', 'database.json'), JSON.stringify(urls));
    const { status, err } = await create({ name: '㈱鷗精工', prefix: 'KMM', 'admin-email': 'kamome@example.jp' }, { DATA_DIR: desk.path });
    expect([status, err]).toEqual([0, '']);
  });

  it('starts the embedded database when nothing runs, and stops it again', async () => {
    const data = folder();
    const first = await create({}, { DATA_DIR: data.path });
    expect([first.status, first.err.split('\n')[0]]).toEqual([0, `Starting the embedded database (${data.path})`]);
    // had it been left running, this start would be refused
    const second = await kenshu(['migrate'], { DATA_DIR: data.path });
    expect([second.status, second.out]).toEqual([0, 'The database is up to date']);
    data.remove();
  });
});

describe('kenshu migrate', () => {
  it('makes roles, tables and queue in an empty database, and nothing the second time', async () => {
    const name = `kenshu_cli_${process.pid}`;
    const admin = new URL(cluster().superuserUrl);
    await ensureDatabase(admin.href, name);
    const env = outside({ ...database, url: (role) => urlOf(cluster(), role, name) });
    try {
      const first = await kenshu(['migrate', '--admin', admin.href], env);
      expect([first.status, /Migrations run: \d+/.test(first.out)]).toEqual([0, true]);
      expect(await kenshu(['migrate'], env)).toMatchObject({ status: 0, out: 'The database is up to date' });
    } finally {
      await superuser(`drop database ${name} with (force)`, admin.href);
    }
  });
});

describe('kenshu check-ledger', () => {
  // a chain belongs to a request, which takes half the pipeline to make; here only the links count
  beforeAll(() => superuser(`do $$ declare c record; begin
    for c in select conname from pg_constraint where conrelid = 'app.ledger_entry'::regclass and contype = 'f'
    loop execute format('alter table app.ledger_entry drop constraint %I', c.conname); end loop; end $$`));

  const chainOf = async (organizationId: OrganizationId, links: number): Promise<string> => {
    const chain = { id: newId(), buyerOrganizationId: organizationId, supplierOrganizationId: null };
    for (let count = 0; count < links; count++) {
      await app.get(TenantDb).run(systemActor(organizationId), (tx) => app.get(Ledger).append(tx, chain, { kind: 'request.send', objectId: newId(), objectSha256: HASH }));
    }
    return chain.id;
  };

  it('recomputes every chain, and names the one that is broken, cut or that nobody can read', async () => {
    const id = idIn((await create({ prefix: 'LDG', name: '鎖を持つ株式会社' })).out);
    const [changed, removed] = [await chainOf(id, 3), await chainOf(id, 2)];
    expect(await kenshu(['check-ledger'], outside(database))).toMatchObject({ status: 0, out: 'Recomputed: 2 chains, 5 links. All of them hold.' });

    await superuser(`update app.ledger_entry set object_sha256 = '${'b'.repeat(64)}' where chain_id = '${changed}' and sequence = 2`);
    await superuser(`delete from app.ledger_entry where chain_id = '${removed}' and sequence = 1`);
    const orphan = await chainOf(newId<'Organization'>() as OrganizationId, 1);
    const { status, out } = await kenshu(['check-ledger'], outside(database));
    expect(status).toBe(1);
    for (const line of [`Chain ${changed}: broken at link 2`, `Chain ${removed}: broken at link 1`, `Chain ${orphan}: no organization can read its links`]) expect(out).toContain(line);
    expect(out).toContain('Chains with a problem: 3');
  });
});

describe('kenshu check-ledger beside a checkpoint', () => {
  it('names a chain whose end was cut off in every copy', async () => {
    const [chain] = await (await database.source('kenshu_ops')).query<{ chain_id: string }[]>('select distinct chain_id from app.ledger_entry limit 1');
    const dataDir = folder();
    mkdirSync(join(dataDir.path, 'checkpoints'));
    const checkpoint = { type: 'kenshu.checkpoint/1', at: '2026-11-20T00:00:00.000Z', previous: null, heads: [{ chain: chain.chain_id, sequence: 99, hash: HASH }] };
    writeFileSync(join(dataDir.path, 'checkpoints', '2026-11-20T00-00-00-000Z.json'), JSON.stringify(checkpoint));
    const { status, out } = await kenshu(['check-ledger'], { ...outside(database), DATA_DIR: dataDir.path });
    dataDir.remove();
    expect(status).toBe(1);
    expect(out).toContain(`Chain ${chain.chain_id}: shorter than, or different from, what the checkpoint`);
  });
});

describe('the program that npx runs', () => {
  const bin = resolve(__dirname, '../../apps/cli/bin/kenshu.js');
  const call = (...args: string[]): Promise<{ status: number; out: string }> => new Promise((done) => {
    execFile(process.execPath, [bin, ...args], (error, stdout, stderr) => done({ status: error ? Number(error.code) : 0, out: stdout + stderr }));
  });

  it('passes the command line and the exit status through', async () => {
    const [version, usage] = [await call('--version'), await call('verify')];
    expect([version.status, version.out.trim().split('\n').at(-1)]).toEqual([0, '0.1.0']);
    expect(usage.status).toBe(2);
  });
});

async function superuser(sql: string, url = database.superuserUrl()): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
