import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { SendRequest } from '@libs/request';
import { AnswerQuestion, Responses, StartResponse } from '@libs/response';
import type { ResponseId } from '@libs/response';
import { openWorld } from '../portal/world.fixtures.js';
import type { World } from '../portal/world.fixtures.js';
import { FACTS } from '../support/journey.js';
import { until } from '../worker/until.js';
import { PASSWORD } from '../portal/portal.fixtures.js';
import { listen, openBrowser, signInBrowser } from './browser.fixtures.js';
import type { TestBrowser } from './browser.fixtures.js';

const KEY = 'meti-factory-checklist:1-1';
const SECOND = 'meti-factory-checklist:1-2';

let world: World;
let chromium: TestBrowser;
let origin: string;
let email: string;
beforeAll(async () => {
  [world, chromium] = [await openWorld(), await openBrowser()];
  origin = await listen(world.portal);
  await world.enter(world.takahashi);
  email = await world.emailOf(world.takahashi);
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

async function section(): Promise<{ responseId: ResponseId; requestId: string; url: string }> {
  const { id: requestId } = await world.scene.do(SendRequest, world.sato, {
    supplierSiteId: world.supplierSiteId, specificationEditionId: world.editionId, dueOn: '2026-12-18', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } });
  return { requestId, responseId: await world.scene.do(StartResponse, world.takahashi, { requestId }), url: `${origin}/questionnaires/${requestId}/sections/1` };
}
async function opened(url: string, javaScript = true): Promise<Page> {
  const page = await (await chromium.browser.createBrowserContext()).newPage();
  await page.setJavaScriptEnabled(javaScript);
  await page.setViewport({ width: 1280, height: 900 });
  await signInBrowser(page, origin, email);
  await page.goto(url);
  return page;
}
/** Nothing reaches the portal any more, until the answer is called. */
async function cut(): Promise<() => Promise<void>> {
  const server = world.portal.app.getHttpServer() as Server;
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
  return () => new Promise((done) => server.listen(Number(new URL(origin).port), '127.0.0.1', done));
}
const draft = async (responseId: ResponseId, key: string) => (await world.scene.as(world.takahashi, (tx) => world.scene.get(Responses).drafts(tx, responseId))).find((one) => one.key === key)!;
/** The line beside a question that says whether it is saved. */
const stateIs = (page: Page, words: string, id = 'q1'): Promise<unknown> =>
  page.waitForFunction((selector: string, wanted: string) => ((globalThis as unknown as { document: { querySelector(s: string): { textContent: string } | null } }).document.querySelector(selector)?.textContent ?? '').includes(wanted), { timeout: 15_000 }, `#${id} [data-state]`, words);
const valueOf = (page: Page, selector: string): Promise<string> => page.$eval(selector, (element) => (element as unknown as { value: string }).value);
const checked = (page: Page, id: string): Promise<string | null> => page.evaluate((name: string) => (globalThis as unknown as { document: { querySelector(s: string): { value: string } | null } }).document.querySelector(`#${name} input[type="radio"]:checked`)?.value ?? null, id);

describe('answering a section', () => {
  it('works with the keyboard alone, saves by itself, says so, and is there after a reload', async () => {
    const { url, responseId } = await section();
    const page = await opened(url);
    const focused = (): Promise<string> => page.evaluate(() => { const { activeElement } = (globalThis as unknown as { document: { activeElement: { name?: string } } }).document; return activeElement.name ?? ''; });
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (await focused() === name) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    await tabTo(`answer.${KEY}`);
    await page.keyboard.press('ArrowDown'); // the first Tab stands on the group; an arrow chooses
    await stateIs(page, '保存済み');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await tabTo(`comment.${KEY}`);
    await page.keyboard.type('経営会議で毎月報告しています');
    await page.keyboard.press('Tab');
    await until('the text is stored', async () => (await draft(responseId, KEY)).comment === '経営会議で毎月報告しています');
    await stateIs(page, '保存済み');
    await tabTo(`answer.${SECOND}`);
    await page.keyboard.press('Space');
    await stateIs(page, '保存済み', 'q2');
    await page.reload();
    expect([await valueOf(page, '#q1-c'), await checked(page, 'q1')]).toEqual(['経営会議で毎月報告しています', '3']);
    expect(await page.$eval('.answer-bar [data-answered]', (element) => element.textContent)).toBe('2');
    await page.close();
  }, 60_000);

  it('loses nothing when the network drops, says so, and saves when it is back', async () => {
    const { url, responseId } = await section();
    const page = await opened(url);
    await page.setOfflineMode(true);
    await page.click('#q1 input[value="4"]');
    await page.type('#q1-c', '回線が切れている間に書いた');
    await stateIs(page, '接続できません');
    expect((await draft(responseId, KEY)).version).toBe(0);
    await page.setOfflineMode(false);
    await stateIs(page, '保存済み');
    await until('the text is stored', async () => (await draft(responseId, KEY)).comment === '回線が切れている間に書いた');
    await page.close();
  }, 60_000);

  it('keeps what was typed without a network when the page is closed, and saves it when it is opened again', async () => {
    const { url, responseId, requestId } = await section();
    const page = await opened(url);
    // a browser's emulated outage ends with the page that is left, and its last words still get out: the line is cut at the server
    const back = await cut();
    await page.type('#q2-c', '閉じる前の入力');
    await stateIs(page, '接続できません', 'q2');
    await page.goto('about:blank');
    await back();
    expect((await draft(responseId, SECOND)).version).toBe(0);
    await page.goto(`${origin}/questionnaires/${requestId}`, { waitUntil: 'networkidle0' });
    const waiting = (): Promise<string | null> => page.evaluate(() => (globalThis as unknown as { document: { querySelector(s: string): { href: string } | null } }).document.querySelector('[data-unsaved]:not([hidden]) a')?.href ?? null);
    await until('the page says that something is not saved', async () => (await waiting()) !== null);
    await page.goto((await waiting())!);
    await until('the text is stored', async () => (await draft(responseId, SECOND)).comment === '閉じる前の入力');
    expect(await valueOf(page, '#q2-c')).toBe('閉じる前の入力');
    await page.close();
  }, 60_000);

  it('tells somebody whose session ended while typing, leads through the sign-in back to the page, and saves there', async () => {
    const { url, responseId } = await section();
    const page = await opened(url);
    await page.type('#q1-c', '前半');
    await stateIs(page, '保存済み');
    await world.scene.superuser('delete from identity.session where identity_id = $1', [world.takahashi.identityId]);
    await page.type('#q1-c', 'と後半');
    await page.waitForSelector('[data-session-ended]:not([hidden])');
    expect((await draft(responseId, KEY)).comment).not.toContain('後半');
    await Promise.all([page.waitForNavigation(), page.click('[data-session-ended] a')]);
    await page.type('#email', email);
    await page.type('#password', PASSWORD);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toBe(url);
    await until('the text is stored', async () => (await draft(responseId, KEY)).comment === '前半と後半');
    expect(await valueOf(page, '#q1-c')).toBe('前半と後半');
    await page.close();
  }, 60_000);

  it('shows both texts when a colleague was faster, and keeps the one that is chosen', async () => {
    const { url, responseId } = await section();
    const page = await opened(url);
    await world.scene.do(AnswerQuestion, world.kanzaki, { responseId, requirementKey: KEY, version: 0, answer: { kind: 'level', value: 2 }, comment: '神﨑の補足' });
    await page.type('#q1-c', '髙橋の補足');
    await page.waitForSelector('#q1 .two-answers [data-theirs]');
    const both = await page.$eval('#q1 .two-answers', (element) => element.textContent ?? '');
    expect([both.includes('神﨑の補足'), both.includes('髙橋の補足')]).toEqual([true, true]);
    await page.click('#q1 .two-answers [data-keep="mine"]');
    await until('mine is stored', async () => (await draft(responseId, KEY)).comment === '髙橋の補足');
    await stateIs(page, '保存済み');
    await page.close();
  }, 60_000);

  it('works without scripts: everything typed on the page is saved by any of its buttons', async () => {
    const { url, responseId } = await section();
    const page = await opened(url, false);
    await page.click('#q1 input[value="4"]');
    await page.type('#q1-c', '一つ目');
    await page.click('#q2 input[value="unknown"]');
    await page.type('#q2-c', '二つ目');
    await Promise.all([page.waitForNavigation(), page.click('#q2 button[name="at"]')]);
    expect(page.url()).toBe(`${url}#q2`);
    expect([(await draft(responseId, KEY)).comment, (await draft(responseId, SECOND)).comment]).toEqual(['一つ目', '二つ目']);
    expect([await valueOf(page, '#q1-c'), await checked(page, 'q2')]).toEqual(['一つ目', 'unknown']);
    await page.close();
  }, 60_000);

  it('shows how far a file has come, and puts it behind the answer', async () => {
    const { url, responseId } = await section();
    const page = await opened(url);
    const folder = mkdtempSync(join(tmpdir(), 'kenshu-upload-'));
    chmodSync(folder, 0o755); // root's Chromium runs as nobody
    const file = join(folder, '規程集.pdf');
    writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 'x')]));
    await page.evaluate(() => {
      // what the bar says is gone with the upload: written down while it happens
      const scope = globalThis as unknown as { seen: string[]; document: { querySelector(s: string): unknown }; MutationObserver: new (call: () => void) => { observe(target: unknown, options: object): void } };
      scope.seen = [];
      const state = scope.document.querySelector('#q1 .upload-state') as { textContent: string };
      new scope.MutationObserver(() => scope.seen.push(state.textContent)).observe(state, { childList: true });
    });
    await (await page.$('#q1 input[type="file"]') as ElementHandle<never> & { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await page.waitForSelector('#q1 [data-files] li a');
    expect(await page.$eval('#q1 [data-files] li a', (element) => element.textContent)).toBe('規程集.pdf');
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.at(-1))).toBe('100%');
    expect((await draft(responseId, KEY)).evidence.map(({ fileName }) => fileName)).toEqual(['規程集.pdf']);
    rmSync(folder, { recursive: true });
    await page.close();
  }, 60_000);
});
