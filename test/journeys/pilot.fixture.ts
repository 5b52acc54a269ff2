import { chmodSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Agent, Response as Answer } from 'supertest';
import { loadConfig } from '@platform/config';
import { NestLog, createLogger } from '@platform/http';
import { Worker, WorkerModule, places, workerSetup } from '../../apps/standalone/src/setup.js';
import { FixedClock } from '@platform/clock';
import { PASSWORD, Mailbox, openPortal } from '../portal/portal.fixtures.js';
import type { Portal } from '../portal/portal.fixtures.js';
import { chromiumDir } from '../support/chromium.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START } from '../support/platform.js';

type Fields = Readonly<Record<string, string | readonly string[]>>;
const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#x3D;': '=', '&#x60;': '`', '&#39;': "'" };
const plain = (html: string): string => html.replace(/&(?:amp|lt|gt|quot|#x27|#x3D|#x60|#39);/g, (entity) => PLAIN[entity]!);
const attribute = (tag: string, name: string): string | undefined => { const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag); return found ? plain(found[1] ?? '') : undefined; };

/** The fields of a form as a browser would send them: what stands there, chosen or ticked. */
function fieldsOf(form: string): [string, string][] {
  return [...form.matchAll(/<input\b[^>]*>|<(textarea|select)\b[^>]*>[\s\S]*?<\/\1>/g)].flatMap(([control, kind]): [string, string][] => {
    const tag = /^<[^>]*>/.exec(control)![0];
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? ''];
    if (name === undefined || type === 'file' || (['checkbox', 'radio'].includes(type) && attribute(tag, 'checked') === undefined)) return [];
    return [[name, valueOf(control, tag, kind)]];
  });
}

function valueOf(control: string, tag: string, kind: string | undefined): string {
  if (kind === 'textarea') return plain(control.slice(tag.length, -'</textarea>'.length));
  if (kind === undefined) return attribute(tag, 'value') ?? 'on';
  const option = /<option[^>]*\sselected[^>]*>/.exec(control) ?? /<option[^>]*>/.exec(control);
  return option ? attribute(option[0], 'value') ?? '' : '';
}

/** Somebody before a browser: opens pages and sends the forms that stand on them, with what was typed. */
export class Clerk {
  constructor(readonly pilot: Pilot, readonly agent: Agent, readonly email: string) {}

  async open(path: string): Promise<string> {
    const answer = await this.agent.get(path);
    if (answer.status === 303) return this.open(answer.headers.location as string);
    if (answer.status !== 200) throw new Error(`${this.email} ${path}: ${answer.status} ${words(answer.text)}`);
    return answer.text;
  }

  /** Sends the form of that page whose address ends in `to`; gives the page it leads to. */
  async send(html: string, to: string, typed: Fields = {}): Promise<{ html: string; path: string }> {
    const found = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form).find((form) => attribute(form, 'action')?.endsWith(to) && attribute(form, 'method') === 'post');
    if (!found) throw new Error(`${this.email}: no form to ${to} on: ${words(html)}`);
    const id = attribute(/<form\b[^>]*>/.exec(found)![0], 'id');
    const outside = id === undefined ? [] : [...html.replace(found, '').matchAll(/<input\b[^>]*>|<(textarea|select)\b[^>]*>[\s\S]*?<\/\1>/g)].map(([control]) => control).filter((control) => attribute(/^<[^>]*>/.exec(control)![0], 'form') === id);
    const fields = fieldsOf(found + outside.join('')).filter(([name]) => typed[name] === undefined);
    for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) fields.push([name, one as string]);
    const [action, enctype] = [attribute(found, 'action')!, attribute(/<form\b[^>]*>/.exec(found)![0], 'enctype')];
    const request = this.agent.post(action);
    if (enctype === 'multipart/form-data') for (const [name, value] of fields) request.field(name, value);
    else request.type('form').send(new URLSearchParams(fields).toString());
    return this.follow(await request, action);
  }

  /** Opens the page and sends its form. */
  async fill(path: string, to: string, typed: Fields = {}): Promise<{ html: string; path: string }> {
    return this.send(await this.open(path), to, typed);
  }

  /** Password and the code that is mailed, where a page asks for them. */
  async prove(): Promise<void> {
    await this.fill('/step-up?next=/', '/step-up', { password: PASSWORD });
    const { text } = await this.pilot.mail(this.email, /\b\d{6}\b/);
    await this.fill('/step-up/code', '/step-up/code', { code: /\b\d{6}\b/.exec(text)![0] });
  }

  private async follow(answer: Answer, path: string): Promise<{ html: string; path: string }> {
    if (answer.status === 303) return { html: await this.open(answer.headers.location as string), path: answer.headers.location as string };
    if (answer.status !== 200) throw new Error(`${this.email} ${path}: ${answer.status} ${words(answer.text)}`);
    return { html: answer.text, path };
  }
}

/** What a page says, without its markup. */
export const words = (html: string): string => plain((/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
/** The first address on the page that looks like it. */
export function linkTo(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => plain(href!)).find((href) => pattern.test(href));
  if (!found) throw new Error(`no link ${pattern} on: ${words(html)}`);
  return found;
}

/** An installation on its first day: nobody and nothing in it. The doors and the worker share one clock. */
export class Pilot {
  private constructor(private readonly database: TestDatabase, readonly portal: Portal, private readonly worker: INestApplicationContext) {}

  static async open(): Promise<Pilot> {
    const [database, clock] = [await testDatabase(), new FixedClock(START)];
    const portal = await openPortal({ RATE_LIMIT_FACTOR: '100' }, { database, clock });
    chmodSync(portal.dataDir, 0o755); // root's Chromium runs as nobody and has to come in
    const config = loadConfig({ DATA_DIR: portal.dataDir });
    const urls = { kenshu_runtime: database.url('kenshu_runtime'), kenshu_sealer: database.url('kenshu_sealer'), kenshu_ops: database.url('kenshu_ops') } as never;
    const logger = createLogger('silent', 'worker');
    const setup = workerSetup({ config, urls, masterKey: randomBytes(32), sessionSecret: '', migrated: [], chromiumDir, stop: async () => undefined, destroy: async () => undefined } as never, logger);
    const worker = await NestFactory.createApplicationContext(WorkerModule.with({ ...setup, clock }), { logger: new NestLog(logger), abortOnError: false });
    await worker.init();
    return new Pilot(database, portal, worker);
  }

  get filesDir(): string {
    return places(this.portal.dataDir).files;
  }

  /** Lets the worker do everything that follows from what was done. */
  async work(): Promise<void> {
    await this.worker.get(Worker, { strict: false }).drain();
  }

  newcomer(email: string): Clerk {
    return new Clerk(this, this.portal.agent(), email);
  }

  /** The newest mail to that address that says so. */
  async mail(to: string, saying = /./): Promise<{ readonly subject: string; readonly text: string }> {
    await this.work();
    const mail = (await this.portal.get(Mailbox).list({ to, limit: 10 })).find(({ text }) => saying.test(text));
    if (!mail) throw new Error(`no mail to ${to}`);
    return mail;
  }

  /** The path of the link in the newest mail to that address. */
  async link(to: string, kind: string): Promise<string> {
    const address = new RegExp(`/${kind}/[\\w-]+`);
    return address.exec((await this.mail(to, address)).text)![0];
  }

  async mails(domain: string): Promise<string[]> {
    await this.work();
    return (await this.portal.get(Mailbox).list({ limit: 500 })).map(({ to }) => to.address).filter((address) => address.endsWith(domain));
  }

  async anchors(): Promise<string[]> {
    const source = await this.database.source('kenshu_verifier');
    return (await source.query('select pem from published.trust_anchor') as { pem: string }[]).map(({ pem }) => pem);
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.portal.close();
    await this.database.drop();
  }
}
