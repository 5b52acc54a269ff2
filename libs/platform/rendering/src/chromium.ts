import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { findChromium, type ChromiumProgram } from './chromium-program.js';
import { fontsConf, installFonts } from './fonts.js';
import { ownedSuffix, sweepAbandoned } from './install-directory.js';
import { RenderingError } from './rendering-error.js';
import { NOBODY, isRoot, reachableDirectory, startPrefix } from './unprivileged.js';

export interface ChromiumOptions {
  /** Where the unpacked browser, the fonts and the running profiles are kept, e.g. DATA_DIR/chromium. */
  readonly chromiumDir: string;
  /** Default: PUPPETEER_EXECUTABLE_PATH. */
  readonly executablePath?: string;
  /** Default: CHROMIUM_NO_SANDBOX === '1'. */
  readonly noSandbox?: boolean;
  readonly log?: (message: string) => void;
}

export interface Chromium {
  readonly browser: Browser;
  readonly source: ChromiumProgram['source'];
  /** Ends the browser, by force after five seconds, and removes its profile. */
  close(): Promise<void>;
}

/** Nothing leaves the machine by itself: no updates, no field trials, no name resolution, not even for a literal address. */
const QUIET = [
  '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability', '--disable-sync', '--no-first-run',
  '--no-default-browser-check', '--no-pings', '--no-service-autorun', '--dns-prefetch-disable', '--disable-features=OptimizationHints,AutofillServerCommunication',
  '--host-resolver-rules=MAP * ~NOTFOUND', '--no-proxy-server', '--disable-gpu', '--disable-software-rasterizer', '--font-render-hinting=none',
];
const SANDBOX_TROUBLE = /No usable sandbox|Failed to move to new namespace|setuid sandbox|sandbox_host_linux|CLONE_NEWUSER/i;

/**
 * Starts Chromium headless, as an unprivileged account when we are root, inside its sandbox, with our fonts only.
 * @throws RenderingError `no_browser`, `sandbox_refused` or `browser_failed`
 */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const base = reachableDirectory(options.chromiumDir, options.log ?? (() => undefined));
  const configured = options.executablePath ?? process.env['PUPPETEER_EXECUTABLE_PATH'];
  const [program, fonts] = await Promise.all([findChromium(base, configured), installFonts(base)]);
  const profile = await makeProfile(base, fonts);
  const command = await startCommand(program, profile, options.noSandbox ?? process.env['CHROMIUM_NO_SANDBOX'] === '1');
  const [executablePath, ...args] = command as [string, ...string[]];
  const env = environment(program, profile);
  const own = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  try {
    const { default: puppeteer } = await loadPuppeteer();
    const browser = await puppeteer.launch({ executablePath, args, env, ignoreDefaultArgs: true, pipe: true, ...own });
    return { browser, source: program.source, close: () => close(browser, profile) };
  } catch (error) {
    const said = await whatItSays(command, env);
    await rm(profile, { recursive: true, force: true });
    throw explain(said, error);
  }
}

/** Loaded at the first launch: the portal imports this lib for its templates and never starts a browser. */
function loadPuppeteer(): Promise<typeof import('puppeteer-core')> {
  return import('puppeteer-core');
}

async function startCommand(program: ChromiumProgram, profile: string, noSandbox: boolean): Promise<readonly string[]> {
  // Filtered: puppeteer would take the sandbox away for an environment variable of its own.
  const { default: puppeteer } = await loadPuppeteer();
  const defaults = (await puppeteer.defaultArgs({ headless: 'shell', userDataDir: profile, args: [...QUIET] })).filter((arg) => arg !== '--no-sandbox');
  return [...startPrefix(), program.executable, ...(noSandbox ? ['--no-sandbox'] : []), ...defaults];
}

async function makeProfile(base: string, fonts: string): Promise<string> {
  const parent = join(base, 'profiles');
  if (await mkdir(parent, { recursive: true })) await chmod(parent, 0o755);
  await sweepAbandoned(parent);
  const profile = join(parent, `profile${ownedSuffix()}`);
  await mkdir(profile, { mode: 0o700 });
  await writeFile(join(profile, 'fonts.conf'), fontsConf(fonts, join(profile, 'fontcache')));
  if (isRoot()) await Promise.all([profile, join(profile, 'fonts.conf')].map((path) => chown(path, NOBODY.uid, NOBODY.gid)));
  return profile;
}

/** Built from nothing: our own environment holds database passwords and the master key. */
function environment(program: ChromiumProgram, profile: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: profile, TMPDIR: profile, TZ: 'Asia/Tokyo', LANG: 'C.UTF-8',
    FONTCONFIG_FILE: join(profile, 'fonts.conf'),
    ...(program.libraries === null ? {} : { LD_LIBRARY_PATH: program.libraries }),
  };
}

async function close(browser: Browser, profile: string): Promise<void> {
  const child = browser.process();
  const timer = setTimeout(() => child?.kill('SIGKILL'), 5000);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  clearTimeout(timer);
  // What cannot be removed now is swept by a later start.
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);
}

/** Over the pipe a start that fails only says "closed": run it once more and listen. */
function whatItSays([file, ...args]: readonly string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(file as string, [...args, '--dump-dom'], { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 10_000, killSignal: 'SIGKILL' });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(said));
  });
}

function explain(said: string, cause: unknown): RenderingError {
  if (SANDBOX_TROUBLE.test(said)) {
    return new RenderingError('sandbox_refused', 'This machine refuses Chromium its sandbox (unprivileged user namespaces are off, or the container forbids them). '
      + 'Allow them, or accept rendering without a sandbox by setting CHROMIUM_NO_SANDBOX=1.', { cause });
  }
  const last = said.trim().split('\n').slice(-3).join(' | ');
  return new RenderingError('browser_failed', `Chromium does not start: ${last || (cause as Error).message}`, { cause });
}
