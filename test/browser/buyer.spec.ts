import type { Page } from 'puppeteer-core';
import { SealResponse, SignResponse } from '@libs/attestation';
import { OrderLines } from '@libs/order';
import { Members } from '@libs/organization';
import { SendRequest } from '@libs/request';
import { StartResponse, SubmitResponse } from '@libs/response';
import type { Submission } from '@libs/response';
import { systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { FACTS, fillAll } from '../support/journey.js';
import { openWorld } from '../portal/world.fixtures.js';
import type { World } from '../portal/world.fixtures.js';
import { listen, openBrowser } from './browser.fixtures.js';
import type { TestBrowser } from './browser.fixtures.js';
import { focus, press, signInByKeyboard, stepUp, tabTo, typeDay, typeIn } from './keyboard.js';

let world: World;
let chromium: TestBrowser;
let origin: string;
beforeAll(async () => {
  [world, chromium] = [await openWorld(), await openBrowser()];
  origin = await listen(world.portal);
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

/** A signed response that reached the buyer. */
async function released(): Promise<Submission> {
  const { scene, sato, takahashi, kanzaki, supplier, supplierSiteId, editionId: specificationEditionId } = world;
  const { id: requestId } = await scene.do(SendRequest, sato, {
    supplierSiteId, specificationEditionId, dueOn: '2026-12-18', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } });
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  await fillAll(scene, takahashi, responseId);
  const submission = await scene.do(SubmitResponse, takahashi, { responseId });
  await scene.do(SignResponse, kanzaki, { statementId: submission.statementId, digest: submission.sha256 });
  await scene.do(SealResponse, systemActor(supplier), { statementId: submission.statementId });
  return submission;
}

async function enter(who: Actor): Promise<Page> {
  await world.enter(who); // has a password from here on
  const page = await (await chromium.browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await signInByKeyboard(page, origin, await world.emailOf(who));
  return page;
}
const text = (page: Page, selector: string): Promise<string> => page.$eval(selector, (element) => (element as unknown as { textContent: string }).textContent.trim());
/** An opinion was kept: the count moved, and the focus stands on the next item, in sight. */
async function counted(page: Page, seen: number): Promise<void> {
  await page.waitForFunction((wanted: string) => (globalThis as unknown as { document: { querySelector(s: string): { textContent: string } } }).document.querySelector('#review-progress').textContent.startsWith(wanted), {}, `確認済み ${seen} / `);
  expect(await focus(page)).toMatchObject({ id: await itemAt(page, seen), ring: true });
  await page.waitForFunction(() => { // the page has scrolled there, and no bar that stays at the top covers it
    interface Box { getBoundingClientRect(): { top: number; bottom: number } }
    const { document, innerHeight } = globalThis as unknown as { document: { activeElement: Box; querySelector(s: string): Box | null }; innerHeight: number };
    const { top } = document.activeElement.getBoundingClientRect();
    return top >= (document.querySelector('.thread')?.getBoundingClientRect().bottom ?? 0) && top < innerHeight / 2;
  });
}
const itemAt = async (page: Page, index: number): Promise<string> => (await page.$$eval('.review-item', (all) => all.map((item) => (item as unknown as { id: string }).id)))[index]!;

describe('procurement, with the keyboard alone', () => {
  it('signs in, finds the response that waits, reviews three items, and returns it with a finding', async () => {
    const { statementId } = await released();
    const page = await enter(world.sato);
    await page.keyboard.press('Tab');
    expect(await focus(page)).toMatchObject({ text: '本文へ移動', ring: true });
    await page.keyboard.press('Enter'); // past the navigation: the next Tab stands in the page itself
    await press(page, `/reviews/${statementId}`);
    expect(await text(page, '#review-progress')).toMatch(/^確認済み 0 \/ \d+$/);

    await page.keyboard.press('j');
    expect(await focus(page)).toMatchObject({ id: await itemAt(page, 0), ring: true });
    await page.keyboard.press('1');
    await counted(page, 1);
    await page.keyboard.press('2'); // the field for words opens, and stands under the cursor
    expect((await focus(page)).id).toBe(`${await itemAt(page, 1)}-finding`);
    await typeIn(page, `${await itemAt(page, 1)}-note`, '体制図を電話で確かめる');
    await tabTo(page, '記録する');
    await page.keyboard.press('Enter');
    await counted(page, 2);
    await page.keyboard.press('3');
    await page.keyboard.type('手順書の改訂日がありません');
    await typeIn(page, `${await itemAt(page, 2)}-target`, '手順書 第3章');
    await typeDay(page, `${await itemAt(page, 2)}-due`, '2026-12-11');
    await tabTo(page, '記録する');
    await page.keyboard.press('Enter');
    await counted(page, 3);
    expect(await text(page, '#prepared-count')).toBe('1');

    await press(page, `/reviews/${statementId}/return`, true);
    expect(await text(page, 'main')).toMatch(/手順書の改訂日がありません.*手順書 第3章.*2026年12月11日/s);
    expect(await text(page, 'main')).not.toContain('電話で確かめる');
    await typeIn(page, 'message', '1 点の修正をお願いします');
    await press(page, '1 件の指摘を付けて差し戻す');
    expect([await text(page, '.notice'), await text(page, '.verdict')]).toEqual(['指摘を付けて差し戻しました', expect.stringContaining('差戻し')]);
    expect(await world.scene.superuser('select message from app.response_return where statement_id = $1', [statementId])).toEqual([{ message: '1 点の修正をお願いします' }]);
    await page.close();
  }, 60_000);

  it('agrees to another one, and orders under that agreement', async () => {
    const { statementId } = await released();
    const page = await enter(world.sato);
    await stepUp(page, world);
    await press(page, `/reviews/${statementId}`);
    await press(page, '合意する');
    await tabTo(page, 'priceTalk-recorded');
    await page.keyboard.press('Space');
    await typeIn(page, 'priceTalkNote', '11/6 協議、据置き');
    await press(page, '内容を確認する');
    expect(await text(page, 'main')).toContain('11/6 協議、据置き');
    await press(page, 'この内容で合意する');
    expect(await text(page, 'main')).toContain('合意しました');
    const [{ id: agreementId }] = await world.scene.superuser<{ id: string }>('select id from app.agreement where statement_id = $1', [statementId]) as [{ id: string }];

    await press(page, 'この合意で注文を登録する');
    for (const [field, what] of [['jobNumber', 'J-77'], ['poNumber', 'K-77'], ['itemName', '膜厚測定装置'], ['quantity', '2'], ['unit', '台']] as const) await typeIn(page, field, what);
    await typeDay(page, 'dueOn', '2027-01-29');
    await typeIn(page, 'deliveryPlace', '四日市工場');
    await typeDay(page, 'inspectionDueOn', '2027-02-05');
    await typeIn(page, 'amount', '12000000');
    await press(page, '登録する（まだ発注しません）');
    const orderLineId = new URL(page.url()).pathname.split('/')[2]!;
    const line = () => world.scene.as(world.sato, (tx) => world.scene.get(OrderLines).byId(tx, orderLineId));
    expect(await line()).toMatchObject({ poNumber: 'K-77', quantity: 2, dueOn: '2027-01-29', inspectionDueOn: '2027-02-05', placedAt: null });
    await press(page, '発注する');
    await press(page, '1 件を発注する');
    expect(await text(page, 'main')).toContain('1 件を発注しました。');
    expect(await line()).toMatchObject({ agreementId, placedAt: expect.any(Date) as Date });
    await page.close();
  }, 60_000);
});

describe('an administrator, with the keyboard alone', () => {
  it('invites a colleague, and takes a role away from another', async () => {
    const page = await enter(world.onodera);
    await press(page, '/organization/members');
    await press(page, 'メンバーを招待する');
    await typeIn(page, 'email', 'kenichi@yamate.example');
    const passed: string[] = [];
    for (const [field, what] of [['displayName', '検 一郎'], ['department', '物流課']] as const) {
      passed.push(...await tabTo(page, field));
      await page.keyboard.type(what);
    }
    passed.push(...await tabTo(page, 'roles-receiver'));
    await page.keyboard.press('Space');
    passed.push(...await tabTo(page, '招待メールを送る'));
    const inTheirOrder = await page.$$eval('main form :is(input:not([type="hidden"]), button)', (all) => all.map((element) => element as unknown as { id: string; type: string; checked: boolean; textContent: string }).filter(({ type, checked }) => type !== 'radio' || checked).map(({ id, textContent }) => id || textContent.trim()));
    expect(['email', ...passed]).toEqual(inTheirOrder); // nothing is skipped, and nothing stands elsewhere than it is read
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect([await text(page, '.notice'), (await text(page, 'main')).includes('kenichi@yamate.example')]).toEqual(['招待メールを送りました', true]);

    await press(page, `/organization/members/${world.nagase.memberId}`);
    await tabTo(page, 'roles-confirmer');
    await page.keyboard.press('Space');
    await press(page, '役割を変更する');
    const nagase = await world.scene.as(world.onodera, (tx) => world.scene.get(Members).actorFor(tx, world.nagase.memberId!, 'session', null));
    expect(nagase.roles).toEqual(['inspector']);
    await page.close();
  }, 60_000);
});
