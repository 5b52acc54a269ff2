import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Inspections, isDue } from '@libs/inspection';
import { OrderLines, PlaceOrder, RegisterOrderLine } from '@libs/order';
import { StepUps } from '@platform/identity';
import { IdentityDb } from '@platform/identity';
import { projectRoot } from '@platform/i18n';
import type { Actor } from '@platform/tenancy';
import { orderTerms } from '../support/journey.js';
import { openWorld } from '../portal/world.fixtures.js';
import type { World } from '../portal/world.fixtures.js';
import { listen, openBrowser, signInBrowser } from './browser.fixtures.js';
import type { TestBrowser } from './browser.fixtures.js';

const SHOTS = join(projectRoot(), 'out', 'browser');
interface Dom { activeElement: { id: string; textContent: string; value?: string; name?: string }; querySelector(selector: string): { textContent: string } | null }

let world: World;
let chromium: TestBrowser;
let origin: string;
beforeAll(async () => {
  [world, chromium] = [await openWorld(), await openBrowser()];
  origin = await listen(world.portal);
  mkdirSync(SHOTS, { recursive: true });
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

async function enter(who: Actor, width: number, steppedUp = false): Promise<Page> {
  await world.enter(who);
  const page = await (await chromium.browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 1100 });
  await signInBrowser(page, origin, await world.emailOf(who));
  if (steppedUp) {
    const cookie = (await page.browserContext().cookies()).map(({ value }) => decodeURIComponent(value)).find((value) => value.startsWith('s:'))!;
    await world.portal.get(StepUps).grant(world.portal.get(IdentityDb), cookie.slice(2, cookie.lastIndexOf('.')), 'password_mail_code', 60 * 24 * 400);
  }
  return page;
}

/** By the Tab key alone, to the element with that id or that text. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const [id, text] = await page.evaluate(() => { const { activeElement } = (globalThis as unknown as { document: { activeElement: { id: string; textContent: string } } }).document; return [activeElement.id, activeElement.textContent.trim()]; });
    if (id === wanted || text === wanted) return;
  }
  throw new Error(`the keyboard does not reach "${wanted}"`);
}
const press = async (page: Page, wanted: string): Promise<void> => {
  await tabTo(page, wanted);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
};
const text = (page: Page, selector: string): Promise<string> => page.$eval(selector, (element) => (element as unknown as { textContent: string }).textContent.trim());
const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });

describe('from the dock to the certificate, with the keyboard alone', () => {
  it('a lot is received, inspected on a tablet, judged, confirmed and approved by three people', async () => {
    const orderLineId = await world.scene.do(RegisterOrderLine, world.sato, orderTerms(world.supplierSiteId, { quantity: 2 }));
    await world.scene.do(PlaceOrder, world.sato, { orderLineId, agreementId: world.agreementId });
    const { poNumber } = await world.scene.as(world.sato, (tx) => world.scene.get(OrderLines).byId(tx, orderLineId));

    const dock = await enter(world.hamada, 1280);
    await dock.goto(`${origin}/deliveries`);
    await press(dock, '納品書を受領する');
    await tabTo(dock, 'find-q');
    await dock.keyboard.type(poNumber);
    await Promise.all([dock.waitForNavigation(), dock.keyboard.press('Enter')]);
    await press(dock, `${poNumber}-1`);
    await tabTo(dock, 'noteNumber');
    await dock.keyboard.type('NK-1');
    await tabTo(dock, 'serials-0');
    await dock.keyboard.type('K-1');
    await press(dock, '受領を登録する');
    expect(await text(dock, 'h1')).toBe('納品書 NK-1');
    const lot = new URL(dock.url()).pathname;

    const tablet = await enter(world.nagase, 820);
    await tablet.goto(origin + lot);
    await press(tablet, '検査を始める');
    const inspectionId = new URL(tablet.url()).pathname.split('/')[2]!;
    const detail = () => world.scene.as(world.nagase, (tx) => world.scene.get(Inspections).byId(tx, inspectionId));
    const due = (await detail()).items.filter(isDue);
    for (const [index] of due.entries()) {
      await tabTo(tablet, `result-${index + 1}-conform`);
      await tablet.keyboard.press('Space');
      await tablet.waitForFunction((n: number) => (globalThis as unknown as { document: Dom }).document.querySelector(`[data-save="${n}"]`)?.textContent?.includes('保存しました'), {}, index + 1);
    }
    expect((await detail()).results).toHaveLength(due.length);
    await shot(tablet, 'dock-work-done-820');
    await press(tablet, '判定に進む');
    expect(await text(tablet, '.verdict')).toContain('合格');
    await press(tablet, 'この内容で判定する');
    expect(await text(tablet, '.signing')).toContain('確認者');

    const confirmer = await enter(world.watanabe, 1280, true);
    await confirmer.goto(`${origin}/inspections/${inspectionId}`);
    await press(confirmer, 'この記録を確認する');
    expect(await text(confirmer, '.signing')).toContain('確認者は、同じ納入品の承認者になれません');
    const approver = await enter(world.sakuraba, 1280, true);
    await approver.goto(`${origin}/inspections/${inspectionId}`);
    await shot(approver, 'dock-approve-1280');
    await press(approver, 'この記録を承認する');
    expect((await detail()).state).toBe('approved');
    expect(await text(approver, '.sign-offs')).toMatch(/桜庭 典子.*渡邊 一郎.*長瀬 由香/s);
  }, 180_000);
});

describe('where there is no reception', () => {
  it('what was typed stays in the browser, survives a reload, and is sent when the network is back', async () => {
    const orderLineId = await world.scene.do(RegisterOrderLine, world.sato, orderTerms(world.supplierSiteId, { quantity: 2 }));
    await world.scene.do(PlaceOrder, world.sato, { orderLineId, agreementId: world.agreementId });
    const { ReceiveDelivery } = await import('@libs/delivery');
    const { OpenInspection } = await import('@libs/inspection');
    const inspectionId = await world.scene.do(OpenInspection, world.nagase, { deliveryId: await world.scene.do(ReceiveDelivery, world.hamada, { orderLineId, noteNumber: 'NK-2', quantity: 1 }) });
    const results = async () => (await world.scene.as(world.nagase, (tx) => world.scene.get(Inspections).byId(tx, inspectionId))).results;
    const page = await enter(world.nagase, 820);
    await page.goto(`${origin}/inspections/${inspectionId}/work`);
    await page.setOfflineMode(true);
    await page.focus('#note-2');
    await page.keyboard.type('封印が破れている');
    await page.focus('#result-2-nonconform');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => (globalThis as unknown as { document: Dom }).document.querySelector('[data-net]')?.textContent?.includes('この端末に保存'));
    await shot(page, 'dock-offline-820');
    expect(await results()).toEqual([]);
    await page.setOfflineMode(false);
    await page.goto(`${origin}/inspections/${inspectionId}/work`);
    await page.waitForFunction(() => (globalThis as unknown as { document: Dom }).document.querySelector('[data-save="2"]')?.textContent?.includes('保存しました'));
    expect(await results()).toMatchObject([{ result: 'nonconform', note: '封印が破れている' }]);
  }, 120_000);

  it('the worksheet prints on A4, with the QR code', async () => {
    const page = await enter(world.nagase, 820);
    await page.goto(`${origin}/inspections/${world.goodInspectionId}/worksheet`);
    expect(await page.$eval('.sheet-qr svg', (element) => (element as unknown as { getAttribute(name: string): string }).getAttribute('aria-label'))).toContain('QRコード');
    writeFileSync(join(SHOTS, 'worksheet.pdf'), await page.pdf({ preferCSSPageSize: true }));
    await page.emulateMediaType('print');
    await page.setViewport({ width: 794, height: 1123 });
    await shot(page, 'worksheet-print');
    expect(existsSync(join(SHOTS, 'worksheet-print.png'))).toBe(true);
    expect(await page.$eval('.site-header', (element) => (globalThis as unknown as { getComputedStyle(e: unknown): { display: string } }).getComputedStyle(element).display)).toBe('none');
  }, 60_000);
});
