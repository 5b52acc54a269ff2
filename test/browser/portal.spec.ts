import type { Page } from 'puppeteer-core';
import { InviteMember } from '@libs/organization';
import { OneTimeTokens } from '@platform/identity';
import { MailComposer, Mailbox } from '@platform/mail';
import { PASSWORD } from '../portal/portal.fixtures.js';
import { openWorld } from '../portal/world.fixtures.js';
import type { World } from '../portal/world.fixtures.js';
import { listen, lookAt, openBrowser } from './browser.fixtures.js';
import type { TestBrowser } from './browser.fixtures.js';

let world: World;
let chromium: TestBrowser;
let page: Page;
let origin: string;

beforeAll(async () => {
  [world, chromium] = [await openWorld(), await openBrowser()];
  origin = await listen(world.portal);
  page = await chromium.browser.newPage();
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

const look = (name: string, path: string): Promise<unknown[]> => lookAt(page, `${origin}${path}`, name);

describe('the pages before signing in', () => {
  it('pass axe and fit a phone', async () => {
    const mail = world.portal.get(MailComposer).compose('password-reset', { email: 'a@b.example', name: '髙﨑', language: 'ja' },
      { name: '髙﨑', url: 'http://localhost:3000/password-reset/abc', expiresAt: new Date('2026-11-10T00:00:00Z') });
    const mailId = await world.portal.get(Mailbox).keep(mail);
    const invitationId = await world.portal.get(InviteMember).execute(world.onodera, { email: 'new@b.example', displayName: '新 太郎', roles: ['receiver'] });
    const tokens = world.portal.get(OneTimeTokens);
    const invitation = await tokens.mint({ kind: 'member_invitation', email: 'new@b.example', payload: { organizationId: world.buyer, invitationId } });
    const join = await tokens.mint({ kind: 'supplier_invitation', email: 'maker@b.example', payload: { buyerOrganizationId: world.buyer, supplierSiteId: world.unjoinedSiteId } });
    const reset = await tokens.mint({ kind: 'password_reset', email: 'a@b.example', payload: { identityId: world.sato.identityId! } });
    const signUp = await tokens.mint({ kind: 'sign_up', email: 'founder@b.example', payload: {} });
    const paths = {
      'sign-in': '/sign-in', 'reset-request': '/password-reset', reset: `/password-reset/${reset.token}`, invitation: `/invitations/${invitation.token}`,
      join: `/join/${join.token}`, mailbox: '/mailbox', mail: `/mailbox/${mailId}`, 'dead-link': '/password-reset/x', 'sign-up': '/sign-up', 'sign-up-account': `/sign-up/${signUp.token}`,
    };
    for (const [name, path] of Object.entries(paths)) expect(await look(name, path)).toEqual([]);
  }, 120_000);
});

describe('without a mouse and without scripts', () => {
  it('somebody signs in, is told what is wrong, finds a certificate, changes the language and signs out', async () => {
    const bare = await chromium.browser.newPage();
    await bare.setJavaScriptEnabled(false);
    await bare.setViewport({ width: 1280, height: 900 });
    const text = (selector: string): Promise<string> => bare.$eval(selector, (element) => (element as unknown as { textContent: string }).textContent.trim());
    const focused = (): Promise<string> => bare.evaluate(() => (globalThis as unknown as { document: { activeElement: { textContent: string; id: string } } }).document.activeElement.textContent.trim());
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await bare.keyboard.press('Tab');
        if ((await focused()) === wanted) return;
      }
      throw new Error(`the keyboard does not reach "${wanted}"`);
    };
    const enter = async (): Promise<void> => { await Promise.all([bare.waitForNavigation(), bare.keyboard.press('Enter')]); };
    await world.enter(world.sato);
    await bare.goto(`${origin}/sign-in?next=/certificates`);
    await bare.keyboard.press('Tab');
    expect(await focused()).toBe('本文へ移動');
    await bare.focus('#email');
    await bare.keyboard.type(await world.emailOf(world.sato));
    await bare.keyboard.press('Tab');
    await bare.keyboard.type('wrong password');
    await enter();
    expect(await text('.problems li')).toBe('メールアドレスまたはパスワードが正しくありません');
    await bare.focus('#password');
    await bare.keyboard.type(PASSWORD);
    await bare.keyboard.press('Tab');
    expect(await focused()).toBe('サインイン');
    await enter();
    expect(await text('h1')).toBe('検収確認書');
    await tabTo('YMT-2026-000001');
    await enter();
    expect(await text('h1')).toContain('YMT-2026-000001');
    await tabTo('English');
    await enter();
    expect(await text('h1')).toContain('Acceptance certificate');
    await tabTo('Sign out');
    await enter();
    expect(new URL(bare.url()).pathname).toBe('/sign-in');
    await bare.close();
  }, 60_000);
});
