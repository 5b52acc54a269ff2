import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { isId, newId } from '@platform/tenancy';
import { createTransport } from 'nodemailer';
import { envelopeOf } from './envelope.js';
import { MAIL_OPTIONS } from './mail.options.js';
import type { MailOptions } from './mail.options.js';
import type { MailMessage } from './mail-message.js';

/** A mail that was kept instead of sent; `id` names its two files. */
export interface KeptMail extends Omit<MailMessage, 'date'> { readonly id: string; readonly date: string }

/** The mailbox of people who exist only in the worked example: every mail as .eml (for a mail program) and .json (for our page). */
@Injectable()
export class Mailbox {
  private readonly toBytes = createTransport({ streamTransport: true, buffer: true });

  constructor(@Inject(MAIL_OPTIONS) private readonly options: MailOptions) {}

  async keep(message: MailMessage): Promise<string> {
    const id = newId();
    await mkdir(this.options.mailboxDir, { recursive: true, mode: 0o700 });
    const { message: eml } = await this.toBytes.sendMail(envelopeOf(message));
    await this.write(`${id}.eml`, eml as Buffer);
    await this.write(`${id}.json`, JSON.stringify({ id, ...message }, null, 1));
    return id;
  }

  /** Newest first; `to` is an address. */
  async list(filter: { to?: string; limit?: number } = {}): Promise<KeptMail[]> {
    const names = await readdir(this.options.mailboxDir).catch(() => [] as string[]);
    const found: KeptMail[] = [];
    for (const name of names.filter((entry) => entry.endsWith('.json')).sort().reverse()) {
      if (found.length >= (filter.limit ?? 200)) break;
      const mail = await this.get(name.slice(0, -'.json'.length));
      if (mail && (!filter.to || mail.to.address === filter.to.toLowerCase())) found.push(mail);
    }
    return found;
  }

  async get(id: string): Promise<KeptMail | undefined> {
    const text = await this.read(id, 'json');
    return text && JSON.parse(text.toString('utf8')) as KeptMail;
  }

  async eml(id: string): Promise<Buffer | undefined> {
    return this.read(id, 'eml');
  }

  private async read(id: string, extension: string): Promise<Buffer | undefined> {
    if (!isId(id)) return undefined; // an id is part of a path
    return readFile(join(this.options.mailboxDir, `${id}.${extension}`)).catch(() => undefined);
  }

  private async write(name: string, content: string | Buffer): Promise<void> {
    const path = join(this.options.mailboxDir, name);
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
