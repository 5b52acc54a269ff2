import type { Agent, Response as Answer } from 'supertest';
import { Chasing, RecordBounce, Requests } from '@libs/request';
import { StartResponse } from '@libs/response';
import { newId } from '@platform/tenancy';
import { csrf } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let sato: Agent;
beforeAll(async () => {
  world = await openWorld();
  sato = await world.enter(world.sato);
}, 120_000);
afterAll(() => world?.close());

type Form = Readonly<Record<string, string | readonly string[]>>;
async function send(who: Agent, path: string, form: Form): Promise<Answer> {
  const _csrf = await csrf(who, '/');
  return who.post(path).type('form').send({ _csrf, ...form });
}
const page = async (path: string, who = sato): Promise<string> => (await who.get(path)).text;
const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const main = (html: string): string => plain(/<main.*<\/main>/s.exec(html)?.[0] ?? '');
const NO = { secrets: 'no', stoppage: 'no', reach: 'no' };
const FACTS = { fact_has_computing: 'yes', fact_has_os: 'yes', fact_remote: 'no', fact_confidential: 'no', fact_onsite: 'no', fact_network: 'yes' };
/** What a form of the details page says, to the joined factory, the unjoined one and the own one. */
const said = (change: Form = {}): Form => ({
  specification: world.editionId, sending: newId(), site: [world.supplierSiteId, world.unjoinedSiteId, world.ownSiteId], recipients: ['', 'kofu@yukishiro.example, kofu2@yukishiro.example', ''],
  dueOn: '2026-12-25', noteJa: 'よろしくお願いします', noteEn: 'Kind regards', ...NO, ...FACTS, ...change });
const numbers = async (): Promise<string[]> => world.scene.as(world.sato, async (tx) => (await world.scene.get(Requests).list(tx, 'sent')).map(({ number }) => number));
const chasing = <T>(read: (tx: Parameters<Parameters<typeof world.scene.as>[1]>[0]) => Promise<T>): Promise<T> => world.scene.as(world.sato, read);

describe('sending', () => {
  it('begins with a specification and whom it goes to, the ledger searched by name without losing who is ticked', async () => {
    const html = await page(`/requests/new?specification=${world.editionId}&site=${world.supplierSiteId}&q=雪代`);
    expect(html).toMatch(new RegExp(`value="${world.supplierSiteId}" checked`));
    expect(main(html)).toContain('雪代薬品㈱');
    expect(main(html)).toContain('1 件を選択中');
    expect(main(html)).toContain('熊本工場');
    expect(main(await page('/requests/new?q=なにもない会社'))).toContain('見つかりません');
  });

  it('asks for both before it goes on', async () => {
    const answer = await sato.get('/requests/new/details');
    expect([answer.status, main(answer.text).includes('要求仕様書と送り先を選んでください')]).toEqual([422, true]);
  });

  it('offers the ledger’s address where nobody has joined, and asks every fact that a condition tests', async () => {
    const html = await page(`/requests/new/details?specification=${world.editionId}&site=${world.unjoinedSiteId}`);
    expect(html).toContain('>takahashi@takasaki.example</textarea>');
    expect(html).toContain('name="fact_network"');
    expect(html).toMatch(/name="sending" value="[0-9a-f-]{36}"/);
  });

  it('shows what is wrong at its field and keeps what was typed', async () => {
    const answer = await send(sato, '/requests/new/check', said({ dueOn: '2026-01-01', recipients: ['', 'nobody', ''], fact_network: '' }));
    expect(answer.status).toBe(422);
    for (const text of ['回答期限は', 'メールアドレスの形式', '該当するかどうかを選んでください', 'よろしくお願いします']) expect(main(answer.text)).toContain(text);
    expect(answer.text).toContain('href="#recipients-1"');
  });

  it('shows each addressee with its address and what it gets before anything is sent', async () => {
    const before = await numbers();
    const { status, text } = await send(sato, '/requests/new/check', said());
    expect(status).toBe(200);
    for (const seen of ['髙﨑精機㈱', 'kofu@yukishiro.example、kofu2@yukishiro.example', '参加用リンク付きの招待メール', '窓口担当者への通知メール', '熊本工場', '3 件に送る']) expect(main(text)).toContain(seen);
    expect(await numbers()).toEqual(before);
  });

  it('sends one request to each, and nothing again when it is pressed twice', async () => {
    const form = said();
    const before = await numbers();
    const answers = await Promise.all([send(sato, '/requests/new/send', form), send(sato, '/requests/new/send', form)]);
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([[303, `/requests/sendings/${form.sending as string}`], [303, `/requests/sendings/${form.sending as string}`]]);
    expect((await numbers()).length - before.length).toBe(3);
    const outcome = main(await page(answers[0].headers.location as string));
    expect(outcome).toContain('3 件に送りました');
    expect(outcome.match(/REQ-2026-\d{4}/g)).toHaveLength(3);
    const sent = await chasing((tx) => world.scene.get(Chasing).ofSending(tx, form.sending as string));
    const unjoined = sent.find(({ siteId }) => siteId === world.unjoinedSiteId)!;
    expect((await chasing((tx) => world.scene.get(Chasing).recipients(tx, unjoined.id))).map(({ email }) => email)).toEqual(['kofu@yukishiro.example', 'kofu2@yukishiro.example']);
  });

  it('names who could not be sent to, and sends to the others', async () => {
    await world.scene.superuser('update app.supplier_site set contact_email = null where id = $1', [world.unjoinedSiteId]);
    const form = said({ site: [world.supplierSiteId, world.unjoinedSiteId], recipients: ['', ''] });
    expect(main((await send(sato, '/requests/new/check', form)).text)).toContain('1 件は宛先がないため送れません');
    const { headers } = await send(sato, '/requests/new/send', form);
    const outcome = main(await page(headers.location as string));
    for (const text of ['1 件に送りました', '1 件は送れませんでした', '雪代薬品㈱', '宛先のメールアドレスがありません']) expect(outcome).toContain(text);
    await world.scene.superuser(`update app.supplier_site set contact_email = 'takahashi@takasaki.example' where id = $1`, [world.unjoinedSiteId]);
  });

  it('is procurement’s', async () => {
    const takahashi = await world.enter(world.takahashi);
    expect([(await takahashi.get('/requests/new')).status, (await send(takahashi, '/requests/new/send', said())).status]).toEqual([403, 403]);
  });
});

describe('the status list', () => {
  const rows = async (query: string, who = sato): Promise<string[]> => main(await page(`/requests?${query}`, who)).match(/REQ-2026-\d{4}/g) ?? [];

  it('says where each request is, and how many answers there are, without a word of them', async () => {
    const [mine] = (await chasing((tx) => world.scene.get(Requests).list(tx, 'sent'))).filter((request) => request.supplierOrganizationId === world.supplier && request.acknowledgedAt === null);
    await world.scene.do(StartResponse, world.takahashi, { requestId: mine!.id });
    const text = main(await page('/requests'));
    expect(text).toContain('回答中');
    expect(text).toMatch(/0\/\d+/);
    expect(text).toContain('合意済み');
  });

  it('filters by state, supplier, specification and what needs attention, and searches', async () => {
    expect(await rows('state=agreed')).toEqual(['REQ-2026-0001']);
    expect(await rows('supplier=M2001')).toContain('REQ-2026-0002');
    expect(await rows('supplier=M2001')).not.toContain('REQ-2026-0001');
    expect(await rows(`specification=${world.specificationId}`)).toContain('REQ-2026-0001');
    expect(await rows('q=雪代')).toContain('REQ-2026-0002');
    expect(await rows('q=0003')).toEqual(['REQ-2026-0003']);
    expect(await rows('attention=late')).toEqual([]);
    expect(main(await page('/requests?attention=bounced'))).toContain('条件に合う依頼はありません');
  });

  it('knows what is due within seven days and what is late, in the organisation’s zone', async () => {
    const before = world.scene.clock.now();
    try {
      world.scene.clock.set(new Date('2026-11-17T00:30:00+09:00'));
      const later = await world.enter(world.sato);
      expect(await rows('attention=soon', later)).toEqual(expect.arrayContaining(['REQ-2026-0002', 'REQ-2026-0003']));
      world.scene.clock.set(new Date('2026-11-20T23:30:00+09:00'));
      expect(await rows('attention=late', await world.enter(world.sato))).toEqual([]);
      world.scene.clock.set(new Date('2026-11-21T00:30:00+09:00'));
      expect(await rows('attention=late', await world.enter(world.sato))).toEqual(expect.arrayContaining(['REQ-2026-0002', 'REQ-2026-0003']));
    } finally {
      world.scene.clock.set(before);
    }
  });

  it('can be ordered by every column that has an order, both ways', async () => {
    const up = await rows('sort=number');
    expect(up).toEqual([...up].sort());
    expect(await rows('sort=number&dir=desc')).toEqual([...up].reverse());
    for (const sort of ['respondent', 'due', 'sent', 'state']) expect([sort, (await rows(`sort=${sort}&dir=desc`)).length]).toEqual([sort, up.length]);
  });

  it('leaves as Excel and CSV with all rows', async () => {
    const csv = await sato.get('/requests?format=csv&state=agreed').buffer(true);
    expect([csv.status, csv.text.includes('REQ-2026-0001'), csv.text.includes('REQ-2026-0002')]).toEqual([200, true, false]);
    expect((await sato.get('/requests?format=xlsx')).headers['content-type']).toContain('spreadsheetml');
  });

  it('says what to do when nothing was sent yet', async () => {
    const toyama = await world.people.hire(world.toyama, { name: '外山 調達', department: '調達', personKey: 'M-77', roles: ['procurement'] });
    expect(main(await page('/requests', await world.enter(toyama)))).toContain('送った依頼はありません');
  });

  it('switches automatic reminders off and on', async () => {
    expect((await send(sato, '/requests/reminders', { reminders: 'off' })).headers.location).toBe('/requests');
    expect(main(await page('/requests'))).toContain('自動督促：送らない');
    await send(sato, '/requests/reminders', { reminders: 'on' });
    expect(main(await page('/requests'))).toContain('自動督促：送る');
  });
});

describe('the buyer’s acts on a request', () => {
  const open = (): string => `/requests/${world.unjoinedRequestId}`;
  const done = async (path: string, form: Form, who = sato): Promise<[number, string | undefined]> => {
    const { status, headers } = await send(who, path, form);
    return [status, headers.location as string | undefined];
  };

  it('reminds by hand, once a day', async () => {
    expect(await done(`${open()}/reminders`, {})).toEqual([303, open()]);
    expect(main(await page(open()))).toContain('本日の督促は送付済みです');
    const again = await send(sato, `${open()}/reminders`, {});
    expect([again.status, main(again.text).includes('督促は1日1回までです')]).toEqual([409, true]);
  });

  it('extends with a reason; an earlier day stands wrong at its field', async () => {
    const refused = await send(sato, `${open()}/extension`, { extendDueOn: '2026-11-11', extendReason: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/id="extendDueOn-error"/);
    expect(await done(`${open()}/extension`, { extendDueOn: '2026-12-18', extendReason: '年内で可' })).toEqual([303, open()]);
    expect(main(await page(open()))).toContain('2026年12月18日');
  });

  it('shows a mail that did not arrive, with the next step, until the address is corrected', async () => {
    const { id: recipientId, email } = (await chasing((tx) => world.scene.get(Chasing).recipients(tx, world.unjoinedRequestId)))[0]!;
    await world.scene.do(RecordBounce, world.sato, world.unjoinedRequestId, { address: email, reason: '550 5.1.1 no such user' });
    expect(main(await page(open()))).toContain(`${email} 宛てのメールが戻ってきました`);
    expect(main(await page('/requests?attention=bounced'))).toContain('REQ-2026-0002');
    const wrong = await send(sato, `${open()}/recipients`, { recipientInsteadOf: recipientId, recipientEmail: 'kofu', recipientName: '' });
    expect([wrong.status, wrong.text.includes('id="recipientEmail-error"')]).toEqual([422, true]);
    expect(await done(`${open()}/recipients`, { recipientInsteadOf: recipientId, recipientEmail: 'Kofu@yukishiro.example', recipientName: '甲府 太郎' })).toEqual([303, open()]);
    const text = main(await page(open()));
    expect(text).toContain('kofu@yukishiro.example');
    expect(text).not.toContain('メールが戻ってきました');
  });

  it('records by hand a mail that came back, and settles it', async () => {
    expect(await done(`${open()}/bounces`, { bounceAddress: 'kofu@yukishiro.example', bounceReason: '退職' })).toEqual([303, open()]);
    const bounceId = (await chasing((tx) => world.scene.get(Chasing).bounces(tx, world.unjoinedRequestId))).find((bounce) => bounce.settledAt === null)!.id;
    expect(await done(`${open()}/bounces/settlement`, { bounceId })).toEqual([303, open()]);
    expect(main(await page(open()))).not.toContain('メールが戻ってきました');
  });

  it('corrects a fact; saying nothing else is refused', async () => {
    expect((await send(sato, `${open()}/facts`, { ...FACTS, factsReason: '確認した' })).status).toBe(422);
    expect(await done(`${open()}/facts`, { ...FACTS, fact_remote: 'yes', factsReason: '遠隔保守あり' })).toEqual([303, open()]);
    expect(main(await page(open()))).toContain('遠隔保守あり');
  });

  it('records what was said about cost, for both sides to read', async () => {
    const path = `/requests/${world.requestId}`;
    expect(await done(`${path}/talks`, { talkKind: 'price_talk', talkText: '11/5 電話。費用は折半。' })).toEqual([303, path]);
    const takahashi = await world.enter(world.takahashi);
    expect(main(await page(path, takahashi))).toContain('費用は折半');
    expect(await done(`${path}/talks`, { talkKind: 'objection', talkText: '1-4 は過大です' }, takahashi)).toEqual([303, path]);
    expect(main(await page(path))).toContain('1-4 は過大です');
    expect((await send(sato, `${open()}/talks`, { talkKind: 'price_talk', talkText: 'まだ誰もいない' })).status).toBe(409);
  });

  it('withdraws only when it is meant, with a reason', async () => {
    const hasty = await send(sato, `${open()}/withdrawal`, { withdrawReason: '調達中止' });
    expect([hasty.status, main(hasty.text).includes('取り下げは元に戻せません')]).toEqual([422, true]);
    expect(await done(`${open()}/withdrawal`, { withdrawReason: '調達中止', withdrawSure: 'yes' })).toEqual([303, open()]);
    const text = main(await page(open()));
    expect(text).toContain('調達中止');
    expect(text).not.toContain('督促を送る');
    expect((await send(sato, `${open()}/reminders`, {})).status).toBe(409);
  });

  it('are not offered to the supplier, nor done for it', async () => {
    const takahashi = await world.enter(world.takahashi);
    const text = main(await page(`/requests/${world.requestId}`, takahashi));
    for (const act of ['依頼を取り下げる', '宛先の追加', '督促の記録']) expect(text).not.toContain(act);
    expect((await send(takahashi, `/requests/${world.requestId}/withdrawal`, { withdrawReason: 'x', withdrawSure: 'yes' })).status).toBe(403);
    expect((await send(takahashi, `/requests/${world.requestId}/recipients`, { recipientEmail: 'x@example.jp' })).status).toBe(403);
  });

  it('leads to the order once it is agreed', async () => {
    const html = (await page(`/requests/${world.requestId}`)).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
    expect(html.includes(`/orders/new?supplier=${world.supplierSiteId}&agreement=${world.agreementId}`)).toBe(true);
  });

  it('reads in English, too', async () => {
    const before = (await world.scene.superuser<{ language: string }>('select language from identity.identity where id = $1', [world.sato.identityId!]))[0]!.language;
    await world.scene.superuser(`update identity.identity set language = 'en' where id = $1`, [world.sato.identityId!]);
    const [list, one] = [main(await page('/requests')), main(await page(`/requests/${world.ownRequestId}`))];
    await world.scene.superuser('update identity.identity set language = $2 where id = $1', [world.sato.identityId!, before]);
    expect(list).toContain('Send a request');
    expect(one).toContain('Send a reminder');
  });
});

