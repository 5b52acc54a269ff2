import type { Page } from 'puppeteer-core';
import { IdentityDb, StepUps } from '@platform/identity';
import { PASSWORD } from '../portal/portal.fixtures.js';
import type { World } from '../portal/world.fixtures.js';

/** Where the focus stands, and whether somebody who looks at the screen can tell. */
export interface Focus { readonly id: string; readonly text: string; readonly href: string; readonly ring: boolean }

export const focus = (page: Page): Promise<Focus> => page.evaluate(() => {
  interface Element { id: string; textContent: string; getAttribute(name: string): string | null; closest(s: string): unknown }
  const { document, getComputedStyle } = globalThis as unknown as { document: { activeElement: Element }; getComputedStyle(e: unknown): { outlineStyle: string; outlineWidth: string } };
  const here = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  return { id: here.id, text: here.textContent.trim(), href: here.getAttribute('href') ?? '', ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
});

/**
 * By the Tab key alone (or Shift+Tab), to the element with that id, text or address; what is passed on the way comes back. The focus must be
 * visible where it stops.
 */
export async function tabTo(page: Page, wanted: string, back = false): Promise<string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
    const { id, text, href, ring } = await focus(page);
    passed.push(id || text);
    if (![id, text, href].includes(wanted)) continue;
    if (!ring) throw new Error(`the focus on "${wanted}" cannot be seen`);
    return passed;
  }
  throw new Error(`the keyboard does not reach "${wanted}" at ${page.url()}`);
}

/** Enter on that element, up to the next page. */
export async function press(page: Page, wanted: string, back = false): Promise<void> {
  await tabTo(page, wanted, back);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

export async function typeIn(page: Page, field: string, what: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(what);
}

/** A day goes into a date field digit by digit, in the order of the browser's own language. */
export async function typeDay(page: Page, field: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-') as [string, string, string];
  const language = await page.evaluate(() => (globalThis as unknown as { navigator: { language: string } }).navigator.language);
  await typeIn(page, field, language.startsWith('en') ? `${month}${date}${year}` : `${year}\t${month}${date}`);
}

/** Signs in at the form without a mouse. */
export async function signInByKeyboard(page: Page, origin: string, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await typeIn(page, 'email', email);
  await typeIn(page, 'password', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** A fresh second factor for the session of that browser, without the two forms (those have specs of their own). */
export async function stepUp(page: Page, { portal }: World): Promise<void> {
  const session = (await page.browserContext().cookies()).map(({ value }) => decodeURIComponent(value)).find((value) => value.startsWith('s:'))!;
  await portal.get(StepUps).grant(portal.get(IdentityDb), session.slice(2, session.lastIndexOf('.')), 'password_mail_code', 60 * 24 * 400);
}
