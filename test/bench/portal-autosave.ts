import { createHash } from 'node:crypto';
import { Agent, request as ask } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogQueries, ShippedEditions, askableItems } from '@libs/catalog';
import { SendRequest } from '@libs/request';
import { Questionnaires, StartResponse } from '@libs/response';
import { Specifications } from '@libs/specification';
import { Identities, IdentityDb, Passwords, Sessions } from '@platform/identity';
import { canonicalText } from '@platform/signing';
import { newId } from '@platform/tenancy';
import { projectRoot } from '@platform/i18n';
import { Presence } from '../../libs/organization/src/presence.queries.js';
import { AnswersRepository } from '../../libs/response/src/answers.repository.js';
import { PASSWORD } from '../portal/portal.fixtures.js';
import { FACTS } from '../support/journey.js';
import type { Lots } from '../worker/lots.fixture.js';
import { inTurns, median, perSecond, timed } from './measure.js';
import { Server } from './processes.js';
import { row } from './report.js';
import type { Row } from './report.js';

const SAVES = 300;
/** Browsers that type at once, each at a question of its own; as many connections behind either server. */
const LANES = 4;
const ROUNDS = 5;
const ITEMS = 300;
const VIEWS = 15;
const RUN_TS = ['-r', join(projectRoot(), 'test/support/run-ts.cjs')];

interface Answer { readonly status: number; readonly bytes: number; readonly body: string; readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> }
interface Question { readonly key: string; version: number }

/** Saving one answer through the portal, every check of it included, beside the least a server could do; and the page of a very large questionnaire. */
export async function portalAutosave(lots: Lots): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-bench-'));
  const [port, bare] = [await freePort(), await freePort()];
  const url = lots.scene.database.url('kenshu_runtime');
  const portal = await Server.start([...RUN_TS, join(projectRoot(), 'apps/portal/src/main.ts')],
    { DATABASE_URL_RUNTIME: url, DATA_DIR: dataDir, SESSION_SECRET: 'bench bench bench bench bench bench', LOG_LEVEL: 'warn' }, port, '/healthz');
  try {
    const browser = new Browser(port);
    await browser.signIn(await person(lots));
    return [...await saves(lots, browser, { url, port: bare }), ...await largePage(lots, browser)];
  } finally {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function saves(lots: Lots, browser: Browser, { url, port }: { readonly url: string; readonly port: number }): Promise<Row[]> {
  const { scene, journey: { takahashi } } = lots;
  const { requestId, responseId, questions } = await questionnaire(lots);
  const sql = await statements();
  const reference = await Server.start([join(projectRoot(), 'test/bench/minimal-answers.cjs')],
    { DATABASE_URL: url, ...sql, SESSION: browser.session(), ORGANIZATION: takahashi.organizationId, MEMBER: takahashi.memberId!, NAME: takahashi.name, LANES: String(LANES) }, port, '/healthz');
  try {
    const minimal = new Browser(port);
    const token = await browser.token();
    const save = (through: Browser, headers: Readonly<Record<string, string>>) => (): Promise<number> => perSecond(SAVES, LANES, async (index, lane) => {
      const question = questions[lane]!;
      const { status, body } = await through.post(`/questionnaires/${requestId}/answers/${question.key}`,
        { responseId, version: String(question.version), answer: String(1 + (index % 5)), reason: '', comment: `現地で提示できます ${index}`, measure: '' }, headers);
      if (status !== 200) throw new Error(`a save was answered ${status}: ${body.slice(0, 200)}`);
      question.version = (JSON.parse(body) as { version: number }).version;
    });
    const ours = save(browser, { 'x-csrf-token': token });
    const pair = await inTurns(ROUNDS, ours, save(minimal, {}));
    const anonymous = await inTurns(ROUNDS, ours, save(minimal, { 'x-anonymous': '1' }));
    const [{ count }] = await scene.superuser<{ count: string }>('select count(*) as count from app.answer_revision where response_id = $1', [responseId]) as [{ count: string }];
    return [
      row('autosave through the portal', '/s', pair.ours, { ...pair, aim: '≥ 0.5', note: `minimal Express + pg, the same SQL under RLS (session, member, save); ${LANES} connections, ${count} saves` }),
      row('the same, beside a server that asks nobody who he is', '/s', anonymous.ours, { ...anonymous, note: 'minimal Express + pg, the save alone' }),
    ];
  } finally {
    await reference.stop();
  }
}

async function largePage(lots: Lots, browser: Browser): Promise<Row[]> {
  const requestId = await largeQuestionnaire(lots);
  const path = `/questionnaires/${requestId}/sections/1`;
  const first = await browser.get(path);
  const items = first.body.split('<article class="answer-item').length - 1;
  if (items !== ITEMS) throw new Error(`the page shows ${items} items: ${first.status}`);
  const times: number[] = [];
  for (let view = 0; view < VIEWS; view += 1) times.push(await timed(() => browser.get(path)));
  const packed = await browser.get(path, { 'accept-encoding': 'gzip' });
  const note = `${ITEMS} items in one section, all answered; ${Math.round(Buffer.byteLength(first.body) / 1000)} KB unpacked`;
  return [
    row('answering page of 300 items, transferred', 'KB', packed.bytes / 1000, { aim: '≤ 150', note: `${note}, gzip` }),
    row('answering page of 300 items, server time', 'ms', median(times), { aim: '', note: `median of ${VIEWS}, one at a time` }),
  ];
}

async function questionnaire({ scene, journey }: Lots) {
  const { takahashi } = journey;
  const requestId = await send(scene, journey);
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  const opened = await scene.as(takahashi, (tx) => scene.get(Questionnaires).open(tx, responseId));
  const questions = opened.journey.sections.flatMap((section) => section.questions).slice(0, LANES).map(({ requirement: { key } }): Question => ({ key, version: 0 }));
  return { requestId, responseId, questions };
}

async function send(scene: Lots['scene'], { sato, supplierSiteId, editionId }: Lots['journey']): Promise<string> {
  return (await scene.do(SendRequest, sato, { supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-18', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } })).id;
}

/** An edition of 300 items with the shipped catalogues' own texts, put where a real one would stand; every item answered with a comment. */
async function largeQuestionnaire({ scene, journey }: Lots): Promise<string> {
  const { sato, takahashi, editionId } = journey;
  const requestId = await send(scene, journey);
  const { document } = await scene.as(sato, (tx) => scene.get(Specifications).edition(tx, editionId));
  const texts = await scene.as(sato, async (tx) => {
    const all = await Promise.all(Object.values(ShippedEditions).map((id) => scene.get(CatalogQueries).edition(tx, id)));
    return all.flatMap((one) => askableItems(one.document));
  });
  const [pattern] = document.requirements;
  const requirements = Array.from({ length: ITEMS }, (_, index) => {
    const item = texts[index % texts.length] as unknown as Partial<NonNullable<typeof pattern>>;
    const given = Object.fromEntries((['title', 'criterion', 'rationale', 'evidenceKinds'] as const).filter((name) => item[name]).map((name) => [name, item[name]]));
    return { ...pattern!, ...given, condition: null, necessity: index % 3 ? 'must' : 'must_alt', key: `meti-factory-checklist:L-${index + 1}`, code: `L-${index + 1}` };
  });
  const canonical = canonicalText({ ...document, requirements } as never);
  const [id, sha256] = [newId(), createHash('sha256').update(canonical).digest('hex')];
  await scene.superuser(
    `insert into app.specification_edition select (jsonb_populate_record(e, jsonb_build_object('id', $2::uuid, 'edition', 999, 'document', $3::jsonb, 'canonical', $5::text, 'sha256', $4::text))).*
     from app.specification_edition e where e.id = $1`, [editionId, id, canonical, sha256, canonical]);
  await scene.superuser(`insert into app.object_grant select (jsonb_populate_record(g, jsonb_build_object('object_id', $2::uuid))).* from app.object_grant g where g.object_id = $1`, [editionId, id]);
  await scene.superuser(`do $$ begin set local session_replication_role = replica; update app.security_request set specification_edition_id = '${id}', document_sha256 = '${sha256}' where id = '${requestId}'; end $$`);
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  await scene.superuser(
    `update app.answer set version = 1, kind = 'level', value = '4', comment = '手順書 第' || ceil(random() * 90) || '章に定め、毎年' || ceil(random() * 12) || '月に見直しています。現地で提示できます。',
       answered_by_name = '髙橋 奈緒', answered_at = '2026-11-10T03:00:00Z' where response_id = $1`, [responseId]);
  return requestId;
}

async function person({ scene, journey: { takahashi } }: Lots): Promise<string> {
  await scene.get(Identities).setPassword(takahashi.identityId!, await scene.get(Passwords).hash(PASSWORD), scene.get(IdentityDb));
  return (await scene.get(Identities).byId(takahashi.identityId!))!.email;
}

/** The very statements that a save sends: whose session it is, who that is in the organisation, and the answer. */
async function statements(): Promise<{ SQL: string; SESSION_SQL: string; MEMBER_SQL: string }> {
  let [sql, session, member] = ['', '', ''];
  const clock = { now: () => new Date() };
  await new Sessions({ query: async (text: string) => { session = text; return []; } } as never, clock as never, {} as never).load('x');
  await new Presence({ glance: async (_: string, text: string) => { member = text; return []; } } as never).of('' as never, '' as never, null);
  const listening = { actor: { memberId: null, name: '' }, query: async (text: string) => { sql = text; return []; } } as never;
  await new AnswersRepository().save(listening, { responseId: '' as never, requirementKey: '', version: 0 }, { answer: null, comment: null, compensatingMeasure: null }, new Date());
  return { SQL: sql, SESSION_SQL: session, MEMBER_SQL: member };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => { server.close(done); });
  return port;
}

/** Keeps cookies and connections, as a browser does; the bytes are those that came over the wire. */
class Browser {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: LANES });
  private cookies = '';

  constructor(private readonly port: number) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('GET', path, headers);
  }

  post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const body = new URLSearchParams(fields).toString();
    return this.send('POST', path, { ...headers, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }, body);
  }

  async token(path = '/questionnaires'): Promise<string> {
    return /name="csrf-token" content="([^"]+)"/.exec((await this.get(path)).body)![1]!;
  }

  /** The id of the session, as the server keeps it: hashed. */
  session(): string {
    const value = decodeURIComponent(this.cookies.slice(this.cookies.indexOf('=') + 1));
    return createHash('sha256').update(value.slice(2, value.lastIndexOf('.'))).digest('hex');
  }

  async signIn(email: string): Promise<void> {
    const { status } = await this.post('/sign-in', { _csrf: await this.token('/sign-in'), email, password: PASSWORD });
    if (status !== 303) throw new Error(`the sign-in was answered ${status}`);
  }

  private send(method: string, path: string, headers: Readonly<Record<string, string>>, body = ''): Promise<Answer> {
    return new Promise((done, failed) => {
      const sent = ask({ host: '127.0.0.1', port: this.port, path, method, agent: this.agent, headers: { ...headers, cookie: this.cookies } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part)).on('error', failed).on('end', () => {
          const set = answer.headers['set-cookie'];
          if (set) this.cookies = set.map((one) => one.split(';')[0]).join('; ');
          const all = Buffer.concat(parts);
          done({ status: answer.statusCode ?? 0, bytes: all.length, body: all.toString('utf8'), headers: answer.headers });
        });
      });
      sent.on('error', failed).end(body);
    });
  }
}
