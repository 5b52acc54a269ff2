import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { BusinessDay, Home, RequestList } from '@libs/insight';
import type { RequestListAsk } from '@libs/insight';
import type { Actor, TenantTx } from '@platform/tenancy';
import { IdentityDb, Identities, Passwords } from '@platform/identity';
import { PASSWORD, openPortal, signIn } from '../portal/portal.fixtures.js';
import type { Portal } from '../portal/portal.fixtures.js';
import type { Lots } from '../worker/lots.fixture.js';
import { inTurns, timed } from './measure.js';
import { row } from './report.js';
import type { Row } from './report.js';

const REQUESTS = 10_000;
const ROUNDS = 7;
const READS = 5;
const AIM = '≤ 3';

/** Ten thousand requests of one buyer to three hundred factories: a third sent only, a third being answered, a third with an acknowledgement; each tenth is late. */
export async function loadRequests({ scene, journey }: Lots): Promise<void> {
  const { buyer, supplier, editionId, supplierSiteId } = journey;
  await scene.superuser(
    `insert into app.security_request (id, buyer_organization_id, supplier_organization_id, supplier_site_id, specification_edition_id, document_sha256, number, number_year,
       number_sequence, due_on, original_due_on, facts, level_decision, respondent, sent_at, sent_by)
     select gen_random_uuid(), $1, $2, $3, $4, e.sha256, 'REQ-2025-' || lpad(n::text, 5, '0'), 2025, n, d, d, '{}', '{"secrets":false,"stoppage":false,"reach":false,"level":3,"reason":null}',
       jsonb_build_object('makerName', '部品' || n % 300 || '工業㈱', 'factoryName', '第' || n % 9 || '工場', 'address', '長野県'), timestamptz '2026-01-01' + n * interval '30 minutes', '佐藤 花子'
     from generate_series(1, ${REQUESTS}) n, lateral (select date '2026-11-01' + (n % 100) as d) due, app.specification_edition e where e.id = $4`,
    [buyer, supplier, supplierSiteId, editionId]);
  await scene.superuser(
    `insert into app.request_acknowledgement (buyer_organization_id, supplier_organization_id, request_id, acknowledged_by, acknowledged_at)
     select buyer_organization_id, supplier_organization_id, id, '髙橋 奈緒', sent_at + interval '1 hour' from app.security_request where number_year = 2025 and number_sequence % 3 > 0`);
  await scene.superuser(
    `with started as (
       insert into app.response (buyer_organization_id, id, supplier_organization_id, request_id, started_by_name, started_at)
       select buyer_organization_id, gen_random_uuid(), supplier_organization_id, id, '髙橋 奈緒', sent_at + interval '2 hours' from app.security_request where number_year = 2025 and number_sequence % 3 = 2
       returning *)
     insert into app.response_progress (buyer_organization_id, response_id, supplier_organization_id, request_id, asked, answered, not_asked, started_at)
     select buyer_organization_id, id, supplier_organization_id, request_id, 32, 12, '{}', started_at from started`);
  for (const table of ['security_request', 'request_acknowledgement', 'response', 'response_progress']) await scene.superuser(`analyze app.${table}`);
}

/** The statements that a piece of work sends, in their order: the reference sends the very same ones by bare pg. */
async function statementsOf(scene: Lots['scene'], who: Actor, work: (tx: TenantTx) => Promise<unknown>): Promise<{ sql: string; parameters: readonly unknown[] }[]> {
  const heard: { sql: string; parameters: readonly unknown[] }[] = [];
  await scene.as(who, (tx) => work(new Proxy(tx, {
    get: (target, name) => name === 'query'
      ? (sql: string, parameters: readonly unknown[] = []) => { heard.push({ sql, parameters }); return target.query(sql, parameters); }
      : typeof Reflect.get(target, name) === 'function' ? (Reflect.get(target, name) as () => unknown).bind(target) : Reflect.get(target, name) as unknown,
  })));
  return heard;
}

async function bare(client: PoolClient, organizationId: string, statements: readonly { sql: string; parameters: readonly unknown[] }[]): Promise<void> {
  await client.query(`begin; select set_config('app.organization_id', '${organizationId}', true)`);
  for (const { sql, parameters } of statements) await client.query(sql, [...parameters]);
  await client.query('commit');
}

/** Server time of the two pages of procurement, from the signed-in request to the last byte, beside the raw SQL of the same rows under RLS. */
export async function requests(lots: Lots): Promise<Row[]> {
  const { scene, journey: { sato } } = lots;
  const portal = await openPortal({}, scene);
  try {
    return await pages(lots, await reader(portal, sato));
  } finally {
    await portal.close();
  }
}

/** Procurement, signed in, reading whole pages. */
async function reader(portal: Portal, who: Actor): Promise<(path: string) => Promise<unknown>> {
  await portal.get(Identities).setPassword(who.identityId!, await portal.get(Passwords).hash(PASSWORD), portal.get(IdentityDb));
  const agent = await signIn(portal, (await portal.get(Identities).byId(who.identityId!))!.email);
  return async (path) => {
    const { status } = await agent.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
}

async function pages(lots: Lots, page: (path: string) => Promise<unknown>): Promise<Row[]> {
  const { scene, journey: { sato } } = lots;
  await loadRequests(lots);
  const today = await scene.as(sato, (tx) => scene.get(BusinessDay).today(tx));
  const ask: RequestListAsk = { today, limit: 50, offset: 0 };
  const measured: readonly (readonly [string, string, (tx: TenantTx) => Promise<unknown>])[] = [
    ['status list with 10,000 requests', '/requests', (tx) => scene.get(RequestList).page(tx, ask)],
    ['status list, late ones by due date', '/requests?attention=late&sort=due', (tx) => scene.get(RequestList).page(tx, { ...ask, late: true, sort: 'due' })],
    ['home page with 10,000 requests', '/', (tx) => scene.get(Home).of(tx, sato, today)],
  ];
  const pool = new Pool({ connectionString: scene.database.url('kenshu_runtime'), max: 1 });
  const client = await pool.connect();
  const each = async (work: () => Promise<unknown>): Promise<number> => await timed(async () => { for (let read = 0; read < READS; read += 1) await work(); }) / READS;
  try {
    const rows: Row[] = [];
    for (const [name, path, work] of measured) {
      const statements = await statementsOf(scene, sato, work);
      const pair = await inTurns(ROUNDS, () => each(() => page(path)), () => each(() => bare(client, sato.organizationId, statements)));
      rows.push(row(`${name} ÷ raw SQL`, 'ms', pair.ours, { ...pair, aim: AIM, note: 'the whole page through the portal beside the same statements by bare pg under RLS' }));
    }
    return rows;
  } finally {
    client.release();
    await pool.end();
  }
}
