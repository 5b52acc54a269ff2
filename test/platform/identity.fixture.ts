import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import type { FixedClock } from '@platform/clock';
import { Identities, IdentityMailModule, IdentityModule, Passwords, Sessions } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { MailModule, Mailbox } from '@platform/mail';
import type { KeptMail } from '@platform/mail';
import { RenderingModule } from '@platform/rendering';
import type { DataSource } from 'typeorm';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { platform } from '../support/platform.js';

export const PASSWORD = '静かな湖と白い舟をこぐ朝';

/** Identity and mail on a database of their own; mails are kept in a directory that goes away. */
export class IdentityFixture {
  private constructor(readonly database: TestDatabase, readonly app: TestingModule, readonly clock: FixedClock, private readonly directory: string, readonly owner: DataSource) {}

  static async open(imports: (Type | DynamicModule)[] = []): Promise<IdentityFixture> {
    const database = await testDatabase();
    const directory = mkdtempSync(join(tmpdir(), 'kenshu-mailbox-'));
    const mail = MailModule.with({ mailboxDir: directory, from: 'Kenshu <noreply@kenshu.example>', publicUrl: 'https://kenshu.example' });
    const { app, clock } = await platform(database, [RenderingModule, mail, IdentityModule.with(), IdentityMailModule, ...imports]);
    return new IdentityFixture(database, app, clock, directory, await database.source('kenshu_owner'));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async person(email: string, displayName: string, password: string | null = PASSWORD): Promise<IdentityRow> {
    const passwordHash = password === null ? null : await this.app.get(Passwords).hash(password);
    return await this.app.get(Identities).create({ email, displayName, passwordHash, language: 'ja' }) as IdentityRow;
  }

  /** A session as the portal's would be, without http. */
  async session(sid: string, person: IdentityRow): Promise<string> {
    await this.app.get(Sessions).create(sid, { identityId: person.id, organizationId: null, data: {} });
    return sid;
  }

  /** What waits in one queue, oldest first. */
  async jobs<T>(queue: string): Promise<T[]> {
    const rows: { data: T }[] = await this.owner.query('select data from pgboss.job where name = $1 order by created_on, id', [queue]);
    return rows.map((row) => row.data);
  }

  async mails(to: string): Promise<KeptMail[]> {
    return this.app.get(Mailbox).list({ to });
  }
}

/** What a call throws: its code, or `nothing`. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'nothing', (error: { code?: string }) => error.code ?? String(error));
