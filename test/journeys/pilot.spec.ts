import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { verifyPdf } from '@libs/verification';
import { nodeVerificationTools } from '@platform/signing';
import { PASSWORD } from '../portal/portal.fixtures.js';
import { commit, counts, download, upload } from '../portal/ledger-files.fixtures.js';
import { Pilot, linkTo, words } from './pilot.fixture.js';
import type { Clerk } from './pilot.fixture.js';

/** A new buyer's first days, from an empty installation to a certificate, by the portal alone: the way the README's guide describes. */
const FACTORIES = 30;
const ORDERS = 120;
const MISTYPED = 3;
let pilot: Pilot;
let sato: Clerk;
const team: Record<string, Clerk> = {};
beforeAll(async () => { pilot = await Pilot.open(); });
afterAll(() => pilot?.close());

const COLLEAGUES = {
  yoshida: ['吉田 健一', ['requester']], nakamura: ['中村 誠', ['spec_approver']], hamada: ['浜田 勇', ['receiver']],
  nagase: ['長瀬 美咲', ['inspector', 'confirmer']], sakuraba: ['桜庭 徹', ['approver']],
} as const;

/** The empty ledger with rows below its headings, as Excel saves it. */
async function filled(template: Buffer, rows: readonly Readonly<Record<string, string | number>>[]): Promise<Buffer> {
  const { sheets } = await readXlsx(template);
  const { name, rows: given } = sheets[0]!;
  const headings = given.find((row) => row.includes('取引先コード'))!;
  return Buffer.from(await writeXlsx({ sheets: [{ name, rows: [headings, ...rows.map((row) => headings.map((heading) => row[String(heading)] ?? null))] }] }));
}
const factory = (n: number) => ({
  取引先コード: String(n).padStart(4, '0'), メーカ名: `見本精機${n}㈱`, 工場名: '本社工場', 所在地: `長野県諏訪市${n}-1`, 登録日: '令和8年11月2日', 認定日: n <= FACTORIES - 2 ? '2026/11/02' : '', 種別: '装置メーカー',
  中小受託事業者: 'はい', 窓口担当者: `窓口 ${n}`, 窓口のメールアドレス: n === MISTYPED ? 'contact3@suplier.example' : `contact${n}@supplier.example` });
const order = (n: number, agreement: string) => ({
  受注番号: 'J-2026-001', 注文番号: `PO-${5000 + n}`, 取引先コード: '0001', 規定文書名: '購入仕様書', セキュア要求: 'あり', 契約形態: '請負', '合意（依頼番号）': agreement, 品名: 'ウェハ搬送ロボット', 型式: `WTR-${n}`,
  数量: '２', 単位: '台', 発注日: '2026/11/02', 納期: '令和9年1月29日', 納入場所: '四日市第二工場', 検査完了期日: '2027/02/26', '製造委託等代金（税抜）': '1,200,000' });

async function joined(email: string): Promise<Clerk> {
  const clerk = pilot.newcomer(email);
  const link = await pilot.link(email, 'join');
  await clerk.fill(link, `${link}/account`, { password: PASSWORD });
  await clerk.fill(link, link);
  await pilot.work();
  return clerk;
}
const request: Record<string, string> = {};
let agreed = '';
let lot = '';

describe('a new buyer', () => {
  it('signs up, founds the organisation and is joined by five colleagues', async () => {
    const founder = pilot.newcomer('sato@asahi.example');
    await founder.fill('/sign-up', '/sign-up', { email: founder.email });
    const link = await pilot.link(founder.email, 'sign-up');
    await founder.fill(link, `${link}/account`, { displayName: '佐藤 花子', password: PASSWORD });
    const home = await founder.fill('/sign-up/organization', '/sign-up/organization', { name: '朝日デバイス株式会社', address: '群馬県高崎市1-1', certificatePrefix: 'ASD', personKey: 'A-1' });
    expect(words(home.html)).toContain('最初にすること');
    sato = founder;
    for (const [index, [name, [displayName, roles]]] of Object.entries(COLLEAGUES).entries()) {
      const email = `${name}@asahi.example`;
      await sato.fill('/organization/members/invite', '/organization/members/invite', { email, displayName, roles, personKey: `A-${index + 2}` });
      team[name] = pilot.newcomer(email);
      const invitation = await pilot.link(email, 'invitations');
      await team[name]!.fill(invitation, invitation, { password: PASSWORD }); // the name stands there already
    }
    expect(words(await sato.open('/organization/members'))).toContain('6 件');
  });

  it('imports 30 factories from the Excel template and approves the two that are not yet', async () => {
    const template = await download(sato.agent, '/suppliers/import/template?format=xlsx');
    const preview = await upload(sato.agent, '/suppliers/import', await filled(template, Array.from({ length: FACTORIES }, (_, index) => factory(index + 1))), '台帳.xlsx', { kind: 'equipment' });
    expect(counts(preview)).toEqual({ new: FACTORIES, changed: 0, unchanged: 0, conflict: 0, faulty: 0 });
    await commit(sato.agent, preview);
    const unapproved = await sato.open('/suppliers?approved=no');
    const paths = new Set([...unapproved.matchAll(/href="(\/suppliers\/[0-9a-f]{8}-[^"]+)"/g)].map(([, path]) => path!));
    expect(paths.size).toBe(2);
    for (const path of paths) await sato.fill(path, '/approval');
    expect(words(await sato.open('/suppliers?approved=yes'))).toContain('30 件');
  });

  it('drafts a specification from the catalogue’s defaults, and another person approves it with a second factor', async () => {
    const { yoshida, nakamura } = team as Record<'yoshida' | 'nakamura', Clerk>;
    const draft = await yoshida.fill('/specifications/new', '/specifications', { title: '製造装置 セキュリティ要求仕様書', scope: '当社工場に納める装置' });
    await yoshida.fill(`${draft.path}/submission`, '/submission');
    await pilot.work();
    const task = linkTo(await nakamura.open('/'), /^\/specifications\/drafts\//);
    await nakamura.prove();
    expect(words((await nakamura.fill(task, '/approval')).html)).toContain('承認しました');
  });
});

describe('the 30 factories', () => {
  it('are all chosen with one press, and each is sent the request', async () => {
    const chosen = await sato.open('/requests/new?all=yes');
    const ids = [...chosen.matchAll(/name="site" value="([^"]+)" checked/g)].map(([, id]) => id!);
    const specification = /<option value="([0-9a-f-]{36})" selected/.exec(chosen)![1]!;
    expect([ids.length, words(chosen).includes('30 件を選択中')]).toEqual([FACTORIES, true]);
    const details = await sato.open(`/requests/new/details?${new URLSearchParams([['specification', specification], ...ids.map((id): [string, string] => ['site', id])])}`);
    const facts = Object.fromEntries([...new Set([...details.matchAll(/name="(fact_\w+|secrets|stoppage|reach)"/g)].map(([, name]) => name!))].map((name) => [name, 'no']));
    const check = await sato.send(details, '/requests/new/check', { ...facts, fact_has_computing: 'yes', dueOn: '2026-12-11', noteJa: 'ご回答をお願いします' });
    const outcome = await sato.send(check.html, '/requests/new/send');
    expect(words(outcome.html)).toContain('30 件に送りました');
    expect(new Set(await pilot.mails('@supplier.example')).size).toBe(FACTORIES - 1);
    const list = await sato.open('/requests?per=100');
    for (const n of [1, 2, MISTYPED]) request[n] = linkTo(list.split('<tr').slice(1).find((row) => row.includes(`見本精機${n}㈱`))!, /^\/requests\/[0-9a-f]/);
    expect((await sato.agent.get('/requests?format=csv')).text.trim().split('\n')).toHaveLength(FACTORIES + 1);
  });

  it('are chased: one reminder by hand a day', async () => {
    const reminded = await sato.fill(request[2]!, '/reminders');
    expect(words(reminded.html)).toContain('本日の督促は送付済みです');
    expect((await pilot.mail('contact2@supplier.example')).subject).toContain('期限');
  });

  it('are reached at the right address after a mistyped one: its link opens nothing any more, and the ledger has learnt it', async () => {
    const wrong = await pilot.link('contact3@suplier.example', 'join');
    const page = await sato.open(request[MISTYPED]!);
    const insteadOf = /<option value="([0-9a-f-]{36})"[^>]*>contact3@suplier/.exec(page)![1]!;
    await sato.send(page, '/recipients', { recipientInsteadOf: insteadOf, recipientEmail: 'contact3@supplier.example' });
    expect(await pilot.link('contact3@supplier.example', 'join')).not.toBe(wrong);
    expect(words((await pilot.portal.agent().get(wrong)).text)).toContain('使用済みか、有効期限が切れています');
    expect((await pilot.portal.agent().get(await pilot.link('contact3@supplier.example', 'join'))).status).toBe(200);
    expect(words(await sato.open('/suppliers?q=contact3'))).toContain('contact3@supplier.example');
  });

  it('answer: one joins from its mail, answers every section, and its director signs', async () => {
    const contact = await joined('contact1@supplier.example');
    const address = linkTo(await contact.open('/questionnaires'), /^\/questionnaires\/[0-9a-f]/);
    await contact.fill(address, '/start');
    const sections = new Set([...(await contact.open(address)).matchAll(/href="([^"]+\/sections\/\d+)"/g)].map(([, path]) => path!));
    for (const path of sections) {
      const html = await contact.open(path);
      const keys = [...new Set([...html.matchAll(/name="answer\.([^"]+)"/g)].map(([, key]) => key!))];
      await contact.send(html, path, Object.fromEntries(keys.flatMap((key) => [[`answer.${key}`, '4'], [`comment.${key}`, `社内規程 ${key}`]])));
    }
    const check = await contact.open(`${address}/check`);
    expect([words(check).includes('提出できます'), check.includes('href="/organization/members/invite"')]).toEqual([true, true]);
    await contact.fill('/organization/members/invite', '/organization/members/invite', { email: 'director@supplier.example', displayName: '高嶺 隆', roles: ['supplier_signer'], personKey: 'T-1' });
    const director = pilot.newcomer('director@supplier.example');
    const invitation = await pilot.link(director.email, 'invitations');
    await director.fill(invitation, invitation, { password: PASSWORD });
    await contact.fill(`${address}/check`, '/submission');
    await director.prove();
    const signed = await director.fill(linkTo(await director.open('/'), /^\/signatures\//), /\/signatures\/[^"]+/.exec(await director.open('/'))![0]);
    expect(words(signed.html)).toContain('署名しました');
    await pilot.work();
  });

  it('are agreed with by the buyer, who first looked at the answers', async () => {
    const review = linkTo(await sato.open('/'), /^\/reviews\//);
    expect(words(await sato.open(review))).toContain('社内規程');
    await sato.prove();
    const check = await sato.fill(`${review}/agree`, '/agree/check', { priceTalk: 'none_needed' });
    expect(words((await sato.send(check.html, '/agreement')).html)).toContain('合意しました');
    agreed = /REQ-\d{4}-\d{4}/.exec(await sato.open(request[1]!))![0];
  });
});

describe('120 orders', () => {
  it('are imported naming their agreement and placed with one press', async () => {
    const template = await download(sato.agent, '/orders/import/template?format=xlsx');
    const preview = await upload(sato.agent, '/orders/import', await filled(template, Array.from({ length: ORDERS }, (_, index) => order(index + 1, agreed))), '注文.xlsx');
    expect(counts(preview)).toEqual({ new: ORDERS, changed: 0, unchanged: 0, conflict: 0, faulty: 0 });
    const done = await commit(sato.agent, preview);
    const placing = await sato.open(linkTo(done.text, /^\/orders\/placing/));
    expect(words((await sato.send(placing, '/orders/placing')).html)).toContain('120 件を発注しました');
    expect(words(await sato.open('/orders?state=ordered'))).toContain('120 件');
  }, 30_000);

  it('arrive: the dock receives one from its 納品書', async () => {
    const { hamada } = team as { hamada: Clerk };
    const found = await hamada.open('/deliveries/new?q=PO-5007');
    const received = await hamada.fill(linkTo(found, /^\/deliveries\/new\?order=/), '/deliveries', { noteNumber: 'DN-1001', quantity: '2', serials: 'S-1\nS-2' });
    expect(words(received.html)).toContain('受領を登録しました');
    lot = received.path;
    await pilot.work();
  });

  it('are inspected, judged, confirmed and approved by different people, and the certificate’s PDF is genuine', async () => {
    const { nagase, sakuraba } = team as { nagase: Clerk; sakuraba: Clerk };
    const work = (await nagase.fill(lot, '/inspection')).path;
    const inspection = work.replace(/\/work$/, '');
    const page = await nagase.open(`${inspection}/work`);
    for (const [form] of page.matchAll(/<form\b[^>]*action="[^"]*\/results"[\s\S]*?<\/form>/g)) await nagase.send(form, '/results', { result: 'conform' });
    expect(words((await nagase.fill(`${inspection}/judgement`, '/judgement')).html)).toContain('判定しました');
    for (const [who, act] of [[nagase, '/confirmation'], [sakuraba, '/approval']] as const) {
      await who.prove();
      await who.fill(inspection, act);
      await pilot.work();
    }
    const certificate = linkTo(await sato.open('/certificates'), /^\/certificates\/[0-9a-f]/);
    expect(words(await sato.open(certificate))).toContain('ASD-2026-000001');
    const pdf = await download(sato.agent, `${certificate}/pdf`);
    expect(await verifyPdf(pdf, nodeVerificationTools(), { anchors: await pilot.anchors(), now: pilot.portal.clock.now() })).toMatchObject({ verdict: 'genuine' });
    expect(words(await sato.open('/orders?state=accepted'))).toContain('1 件');
  });
});
