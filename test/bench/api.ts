import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Members } from '@libs/organization';
import { Responses } from '@libs/response';
import { AccessTokens, IssueAccessToken } from '@platform/identity';
import type { TenantTx } from '@platform/tenancy';
import type { Lots } from '../worker/lots.fixture.js';
import { inTurns, perSecond } from './measure.js';
import { row } from './report.js';
import type { Row } from './report.js';

const READS = 600;
const LANES = 4;
const ROUNDS = 5;
const root = resolve(__dirname, '../..');

/** Reading one answer through the API, beside a minimal Express server that sends the same statements; both in a process of their own. */
export async function api({ scene, journey }: Lots): Promise<Row[]> {
  const { takahashi, responseId, weakKey } = journey;
  const { token } = await scene.do(IssueAccessToken, takahashi, { name: 'bench', scopes: ['read'], days: 30 });
  await scene.superuser(`update identity.access_token set created_at = now(), expires_at = now() + interval '1 day'`); // the API's clock is the machine's
  const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-bench-api-'));
  const env = { DATABASE_URL_RUNTIME: scene.database.url('kenshu_runtime'), DATA_DIR: dataDir, LOG_LEVEL: 'silent', NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(40) };
  const ours = await server('dist/apps/api/src/main.js', env);
  const theirs = await server('test/bench/express-answer.cjs', { ...env, BENCH_SQL: JSON.stringify(await statements()) });
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  try {
    const path = `/api/v1/responses/${responseId}/answers/${encodeURIComponent(weakKey)}`;
    const reading = ({ port }: Server) => (): Promise<number> => perSecond(READS, LANES, () => fetched(agent, port, path, token));
    const pair = await inTurns(ROUNDS, reading(ours), reading(theirs));
    return [row('read one answer through the API', '/s', pair.ours, { ...pair, aim: '≥ 0.5', note: `the same SQL, the token’s included, by Express + pg under RLS; ${LANES} callers` })];
  } finally {
    agent.destroy();
    for (const { process: one } of [ours, theirs]) one.kill('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Server { readonly process: ChildProcess; readonly port: number }

async function server(file: string, env: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, file)], { cwd: root, env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'ignore', 'inherit'] });
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    if (await new Promise<boolean>((done) => get({ port, host: '127.0.0.1', path: '/healthz' }, (reply) => { reply.resume(); done(true); }).on('error', () => done(false)))) return { process: child, port };
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${file} does not answer`);
}

const freePort = (): Promise<number> => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => done(port));
  });
});

function fetched(agent: Agent, port: number, path: string, token: string): Promise<void> {
  return new Promise((done, failed) => get({ agent, port, host: '127.0.0.1', path, headers: { authorization: `Bearer ${token}` } }, (reply) => {
    reply.resume().on('end', () => (reply.statusCode === 200 ? done() : failed(new Error(`${path} → ${reply.statusCode}`))));
  }).on('error', failed));
}

/** What the queries send, taken from the queries themselves. */
async function statements(): Promise<Record<'token' | 'member' | 'answer', string>> {
  const heard = async (ask: (tx: TenantTx) => Promise<unknown>): Promise<string> => {
    let sql = '';
    await ask({ query: async (text: string) => { sql ||= text; return []; } } as unknown as TenantTx).catch(() => undefined);
    return sql;
  };
  const clock = { now: () => new Date() };
  return {
    token: await heard((tx) => new AccessTokens(tx as never, clock as never).find('x')),
    member: await heard((tx) => new Members().byId(tx, 'x' as never)),
    answer: await heard((tx) => new Responses(undefined as never, undefined as never).draft(tx, 'x' as never, 'x')),
  };
}
