import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { projectRoot } from '@platform/i18n';
import { launchChromium } from '@platform/rendering';
import { chromiumDir } from '../support/chromium.js';
import { PASSWORD } from '../portal/portal.fixtures.js';
import type { Portal } from '../portal/portal.fixtures.js';

const NOBODY = 65534;
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

export interface TestBrowser { readonly browser: Browser; close(): Promise<void> }

/**
 * The Chromium that prints certificates, as a browser: the renderer's own lets nothing onto the network, so the same program is started once
 * more with the same environment and this machine's loopback open.
 */
export async function openBrowser(): Promise<TestBrowser> {
  const renderer = await launchChromium({ chromiumDir });
  const { pid, spawnargs } = renderer.browser.process()!;
  const env = Object.fromEntries(readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const profile = mkdtempSync(join(tmpdir(), 'kenshu-browser-'));
  mkdirSync(join(profile, 'data'));
  if (process.getuid?.() === 0) for (const path of [profile, join(profile, 'data')]) chownSync(path, NOBODY, NOBODY);
  const [executablePath, ...args] = spawnargs.filter((arg) => !arg.startsWith('--host-resolver-rules'))
    .map((arg) => arg.startsWith('--user-data-dir') ? `--user-data-dir=${join(profile, 'data')}` : arg);
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({ executablePath, args, env: { ...env, HOME: profile, TMPDIR: profile }, ignoreDefaultArgs: true, pipe: true });
  return { browser, close: async () => { await browser.close(); await renderer.close(); rmSync(profile, { recursive: true, force: true }); } };
}

export async function listen(portal: Portal): Promise<string> {
  await portal.app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(portal.app.getHttpServer().address() as AddressInfo).port}`;
}

/** What axe finds on the page, one line each. axe is put in past the page's own CSP; nothing else of the page changes. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    const context = (globalThis as unknown as { document: object }).document;
    return (await axe.run(context, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
  });
  return found;
}

const SHOTS = join(projectRoot(), 'out', 'browser');
const WIDTHS = [1280, 820, 360];

/** Of a page at three widths: what axe finds, and whether it is wider than the screen. The pictures stay in out/browser. */
export async function lookAt(page: Page, url: string, name: string): Promise<string[]> {
  mkdirSync(SHOTS, { recursive: true });
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    if (page.url() !== url || width === WIDTHS[0]) await page.goto(url);
    // a long page as a picture takes longer than everything else here: SHOTS=all for every width and language
    if (process.env.SHOTS === 'all' || (!name.endsWith('-en') && width === WIDTHS[0])) await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), fullPage: true });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = (globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }).document.documentElement;
      return scrollWidth - clientWidth;
    });
    found.push(...(await violations(page)).map((line) => `${name} ${width} ${line}`), ...(overflow > 0 ? [`${name} ${width} is ${overflow} px too wide`] : []));
  }
  return found;
}

/** Signs a browser in by the real form. */
export async function signInBrowser(page: Page, origin: string, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.type('#email', email);
  await page.type('#password', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}
