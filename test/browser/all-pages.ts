import type { BrowserContext } from 'puppeteer-core';
import { IdentityDb, StepUps } from '@platform/identity';
import type { Language } from '@platform/tenancy';
import { openEnds } from '../isolation/open-ends.js';
import { openWorld } from '../portal/world.fixtures.js';
import type { World } from '../portal/world.fixtures.js';
import { listen, lookAt, openBrowser, signInBrowser } from './browser.fixtures.js';
import type { TestBrowser } from './browser.fixtures.js';
import type { PageSeen, Seen } from './pages/pages.js';

/** Looks at every page of an area as its people do: both languages, three widths, axe and overflow. One spec per group of areas, so that they run beside each other. */
export function lookAtPages(title: string, pages: readonly PageSeen[]): void {
  let seen: Seen;
  let chromium: TestBrowser;
  let origin: string;
  const contexts = new Map<string, BrowserContext>();
  beforeAll(async () => {
    const [world, browser] = [await openWorld(), await openBrowser()];
    seen = { ...world, ...await openEnds(world.scene, world) };
    chromium = browser;
    origin = await listen(world.portal);
  }, 180_000);
  afterAll(async () => {
    await chromium?.close();
    await seen?.close();
  });

  async function contextOf(who: World['sato'], language: Language): Promise<BrowserContext> {
    const key = `${who.memberId} ${language}`;
    const known = contexts.get(key);
    if (known) return known;
    const context = await chromium.browser.createBrowserContext();
    contexts.set(key, context);
    await seen.enter(who);
    const page = await context.newPage();
    await signInBrowser(page, origin, await seen.emailOf(who));
    await page.close();
    return context;
  }

  /** A fresh second factor for the session of that browser, without the two forms (those have specs of their own). */
  async function stepUp(context: BrowserContext): Promise<void> {
    const session = (await context.cookies()).map(({ value }) => decodeURIComponent(value)).find((value) => value.startsWith('s:'))!;
    await seen.portal.get(StepUps).grant(seen.portal.get(IdentityDb), session.slice(2, session.lastIndexOf('.')), 'password_mail_code', 60 * 24 * 400);
  }

  describe(title, () => {
    for (const language of ['ja', 'en'] as const) {
      it.each(pages.map((one) => [one.name, one] as const))(`%s (${language}) passes axe and fits a phone, a tablet and a wide screen`, async (name, one) => {
        const who = one.as(seen);
        await seen.scene.superuser('update identity.identity set language = $2 where id = $1', [who.identityId!, language]);
        const context = await contextOf(who, language);
        if (one.steppedUp) await stepUp(context);
        const page = await context.newPage();
        expect(await lookAt(page, origin + one.path(seen), language === 'ja' ? name : `${name}-en`)).toEqual([]);
        await page.close();
      }, 60_000);
    }
  });
}
