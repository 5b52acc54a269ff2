import { Client } from 'pg';
import { Scene, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import { fillEmptyTables } from './probe-rows.js';

type Role = 'kenshu_runtime' | 'kenshu_sealer' | 'kenshu_verifier' | 'kenshu_ops' | 'kenshu_owner';

/** Written once: neither the portal's role nor the sealer's holds an update grant on any column. */
const NEVER_CHANGED = [
  'answer_revision', 'agreement', 'attestation', 'audit_event', 'catalog', 'catalog_edition', 'certificate_file', 'certificate_revocation', 'certificate_supersession', 'crosswalk',
  'crosswalk_row', 'delivery_announcement', 'delivery_document', 'evidence', 'finding', 'finding_reply', 'inspection_recorder', 'inspection_return', 'inspection_sign_off', 'inspection_statement', 'installation_key', 'ledger_entry',
  'idempotent_answer', 'notification_digest', 'reaction_done', 'specification_file', 'request_acknowledgement', 'request_reminder', 'request_talk', 'response_release', 'response_return', 'response_statement', 'response_withdrawal', 'review', 'seal', 'specification_edition', 'supplier_acceptance',
];
/** Known before any organisation is: no tenant policy, one role, listed columns. Each with its reason (README of platform/identity). */
const BEFORE_THE_TENANT: Readonly<Record<string, string>> = {
  identity: 'a person exists before and beside organisations', membership: 'says which organisations a session may choose', session: 'read by the cookie alone',
  one_time_token: 'read by the link alone', sign_in_attempt: 'counts before anybody is known', password_reset_request: 'written for addresses nobody knows',
  access_token: 'read by the token alone', sign_up_request: 'written for addresses nobody knows', rate_limit: 'counts before anybody is known', step_up_challenge: 'belongs to a session', step_up_grant: 'belongs to a session', event: 'a person’s own security log, across organisations',
};

let scene: Scene;
let journey: Journey;
const clients = new Map<Role, Client>();

beforeAll(async () => {
  scene = await Scene.open();
  journey = await playJourney(scene);
  const superuser = new Client({ connectionString: scene.database.superuserUrl() });
  await superuser.connect();
  await fillEmptyTables(superuser, journey);
  await superuser.end();
  for (const role of ['kenshu_runtime', 'kenshu_sealer', 'kenshu_verifier', 'kenshu_ops', 'kenshu_owner'] as const) {
    const client = new Client({ connectionString: scene.database.url(role) });
    await client.connect();
    clients.set(role, client);
  }
});
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.end()));
  await scene?.close();
});

/** Signed in to the database as that role, with that organisation set. @returns the rows, or the error's code and text. */
async function as(role: Role, organization: string, sql: string): Promise<unknown[] | string> {
  const client = clients.get(role)!;
  await client.query(`begin; select set_config('app.organization_id', '${organization}', true)`);
  try {
    return (await client.query(sql)).rows as unknown[];
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code} ${message}`;
  } finally {
    await client.query('rollback');
  }
}
const DENIED = /^42501 permission denied/;
const count = async (role: Role, organization: string, from: string): Promise<number> => {
  const rows = await as(role, organization, `select count(*)::int as n from ${from}`);
  if (typeof rows === 'string') throw new Error(rows);
  return (rows[0] as { n: number }).n;
};
const tablesOf = (schema: string): Promise<{ name: string }[]> => scene.superuser(`select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' order by 1`, [schema]);
/** `table` or `table (column, …)` with every privilege a role holds in a schema. */
const privileges = (role: Role, schema: string, kind: string): Promise<{ table: string; columns: string[] }[]> => scene.superuser(
  `select c.relname as table, array_agg(a.attname::text order by a.attname) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = $2::regnamespace and c.relkind = 'r' and has_column_privilege($1, c.oid, a.attnum, $3) group by 1 order by 1`, [role, schema, kind]);

describe('the role of the doors', () => {
  it('sets no seal, releases nothing and reads no private key', async () => {
    const { buyer, supplier, second } = journey;
    for (const organization of [buyer, supplier]) {
      expect(await as('kenshu_runtime', organization, 'insert into app.seal select * from app.seal')).toMatch(DENIED);
      expect(await as('kenshu_runtime', organization, `insert into app.response_release values ('${second.statementId}', '${buyer}', '${supplier}', now())`)).toMatch(DENIED);
      expect(await as('kenshu_runtime', organization, 'select encrypted_private_key from app.organization_key')).toMatch(DENIED);
      expect(await as('kenshu_runtime', organization, 'select * from app.installation_key')).toMatch(DENIED);
    }
    expect(await as('kenshu_runtime', supplier, 'select certificate_pem from app.organization_key')).toHaveLength(1);
  });

  it('changes nothing that was signed, frozen or recorded', async () => {
    for (const role of ['kenshu_runtime', 'kenshu_sealer'] as const) {
      const changeable = new Set((await privileges(role, 'app', 'update')).map((row) => row.table));
      expect(NEVER_CHANGED.filter((table) => changeable.has(table))).toEqual([]);
    }
    for (const [table, column] of [['audit_event', 'act'], ['ledger_entry', 'hash'], ['specification_edition', 'canonical'], ['response_statement', 'canonical'], ['attestation', 'name'],
      ['agreement', 'canonical'], ['inspection_statement', 'canonical'], ['inspection_sign_off', 'name']] as const) {
      expect(await as('kenshu_runtime', journey.buyer, `update app.${table} set ${column} = ${column}`)).toMatch(DENIED);
    }
  });

  it('knows of every table whether it changes: a new one is put on one of the two sides', async () => {
    const changeable = (await Promise.all((['kenshu_runtime', 'kenshu_sealer'] as const).map((role) => privileges(role, 'app', 'update')))).flat().map((row) => row.table);
    expect([...new Set([...NEVER_CHANGED, ...changeable])].sort()).toEqual((await tablesOf('app')).map((row) => row.name));
  });

  it('cannot set the day of receipt or the payment day again, nor what a placed order says', async () => {
    for (const column of ['received_on', 'payment_due_on', 'quantity', 'received_by']) {
      expect(await as('kenshu_runtime', journey.buyer, `update app.delivery set ${column} = ${column}`)).toMatch(DENIED);
    }
    expect(await as('kenshu_runtime', journey.buyer, `update app.order_line set item_name = 'x' where id = '${journey.orderLineId}'`)).toMatch(/^23514 a placed order is not changed/);
    expect(await as('kenshu_runtime', journey.buyer, `update app.order_line set agreement_id = null where id = '${journey.orderLineId}'`)).toMatch(/^23514 a placed order is not changed/);
  });

  /** What is kept for a day only and proves nothing. */
  const SWEPT = ['idempotent_answer', 'import_preview'];

  it('deletes no row but what is swept after a day, empties no table, makes none, and becomes nobody else', async () => {
    for (const { name } of await tablesOf('app')) {
      if (!SWEPT.includes(name)) expect([name, await as('kenshu_runtime', journey.buyer, `delete from app.${name}`)]).toEqual([name, expect.stringMatching(DENIED)]);
      expect([name, await as('kenshu_runtime', journey.buyer, `truncate app.${name} cascade`)]).toEqual([name, expect.stringMatching(DENIED)]);
    }
    expect(await as('kenshu_runtime', journey.buyer, 'create table app.mine (id int)')).toMatch(DENIED);
    expect(await as('kenshu_runtime', journey.buyer, 'create table public.mine (id int)')).toMatch(DENIED);
    expect(await as('kenshu_runtime', journey.buyer, 'set local role kenshu_sealer')).toMatch(/^42501 permission denied to set role/);
    expect(await as('kenshu_runtime', journey.buyer, 'alter table app.answer disable row level security')).toMatch(/^42501 must be owner/);
  });

  it('cannot ask for a query without row level security', async () =>
    expect(await as('kenshu_runtime', journey.buyer, 'set local row_security = off; select * from app.answer')).toMatch(/row-level security/));
});

describe('the sealer', () => {
  it('neither reads drafts and notes nor writes what it seals', async () => {
    for (const table of ['answer', 'answer_revision', 'review', 'finding', 'supplier_site', 'specification']) {
      expect([table, await as('kenshu_sealer', journey.supplier, `select * from app.${table}`)]).toEqual([table, expect.stringMatching(DENIED)]);
    }
    for (const table of ['response_statement', 'attestation', 'agreement', 'security_request']) {
      expect([table, await as('kenshu_sealer', journey.supplier, `insert into app.${table} select * from app.${table}`)]).toEqual([table, expect.stringMatching(DENIED)]);
    }
    expect(await as('kenshu_sealer', journey.supplier, 'update app.seal set envelope = envelope')).toMatch(DENIED);
  });

  it('reads keys of every organisation, which is why nothing but the worker is given its password', async () => {
    const keys = await scene.superuser<{ n: number }>('select count(*)::int as n from app.organization_key');
    expect(await count('kenshu_sealer', journey.stranger, 'app.organization_key')).toBe(keys[0]!.n);
    expect(keys[0]!.n).toBeGreaterThan(0);
  });
});

describe('the verifier', () => {
  it('reads the schema "published" and nothing else in the database', async () => {
    for (const schema of ['app', 'identity', 'pgboss']) {
      for (const { name } of await tablesOf(schema)) {
        expect([name, await as('kenshu_verifier', journey.buyer, `select * from ${schema}.${name}`)]).toEqual([name, expect.stringMatching(DENIED)]);
      }
    }
    for (const { name } of await tablesOf('published')) expect(Array.isArray(await as('kenshu_verifier', '', `select * from published.${name}`))).toBe(true);
  });

  it('writes nothing, not even there', async () => {
    for (const kind of ['insert', 'update']) expect([kind, await privileges('kenshu_verifier', 'published', kind)]).toEqual([kind, []]);
    for (const { name } of await tablesOf('published')) expect(await as('kenshu_verifier', '', `delete from published.${name}`)).toMatch(DENIED);
  });

  it('is told no name, no organisation and no goods', async () => {
    const columns = (await privileges('kenshu_verifier', 'published', 'select')).flatMap((row) => row.columns.map((column) => `${row.table}.${column}`));
    expect(columns.filter((column) => /(^|[._])(name|organization|buyer|supplier|item|code)($|_(id|name))/.test(column))).toEqual([]);
    expect(columns.length).toBeGreaterThan(2);
  });

  it('is the only one beside the sealer who reads the register, and the sealer alone writes it', async () => {
    for (const role of ['kenshu_runtime', 'kenshu_ops'] as const) {
      for (const kind of ['insert', 'update']) expect([role, kind, await privileges(role, 'published', kind)]).toEqual([role, kind, []]);
    }
  });
});

describe('operations', () => {
  it('reads the heads of all chains and no word of what they are about', async () => {
    expect(await privileges('kenshu_ops', 'app', 'select')).toEqual([{ table: 'ledger_entry', columns: ['at', 'chain_id', 'hash', 'sequence'] }]);
    expect(await count('kenshu_ops', '', 'app.ledger_entry')).toBeGreaterThan(3);
    expect(await as('kenshu_ops', journey.buyer, 'select object_id from app.ledger_entry')).toMatch(DENIED);
    for (const kind of ['insert', 'update']) expect([kind, await privileges('kenshu_ops', 'app', kind)]).toEqual([kind, []]);
  });
});

describe('the owner of the tables, who runs migrations', () => {
  it('sees no row of any organisation: row level security is forced upon it', async () => {
    for (const { name } of await tablesOf('app')) expect([name, await count('kenshu_owner', journey.buyer, `app.${name}`)]).toEqual([name, 0]);
  });
});

describe('a table without a tenant', () => {
  it('is known by name and reason, and used by the doors only', async () => {
    expect((await tablesOf('identity')).map((row) => row.name)).toEqual(Object.keys(BEFORE_THE_TENANT).sort());
    for (const role of ['kenshu_sealer', 'kenshu_verifier', 'kenshu_ops'] as const) {
      expect([role, await privileges(role, 'identity', 'select')]).toEqual([role, []]);
    }
  });
});
