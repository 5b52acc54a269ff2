import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import type { Role } from '@libs/organization';
import { AuditQueries } from '@platform/audit';
import { Identities, IdentityModule } from '@platform/identity';
import { Messages } from '@platform/i18n';
import { JobRunner } from '@platform/jobs';
import { MailModule, Mailbox } from '@platform/mail';
import type { KeptMail } from '@platform/mail';
import { NotificationModule, Notifications } from '@platform/notification';
import { RenderingModule } from '@platform/rendering';
import { StorageModule } from '@platform/storage';
import { TenantDb, newId, systemActor } from '@platform/tenancy';
import type { Actor, Language, MemberId, OrganizationId } from '@platform/tenancy';
import { REACTION_LIST, Reactor } from '../../apps/worker/src/reactor.js';
import { TELLING_REACTIONS, TellingModule } from '../../apps/worker/src/telling/index.js';
import type { TestDatabase } from '../support/database.js';
import { START, person, platform } from '../support/platform.js';

@Module({ imports: [TellingModule], providers: [Reactor, { provide: REACTION_LIST, useValue: TELLING_REACTIONS }], exports: [Reactor] })
class TellingReactor {}

/** A worker that only tells, beside the doors of a test: its own application on the same database. */
export class TellingWorker {
  private people = 0;

  private constructor(private readonly database: TestDatabase, readonly app: TestingModule, private readonly runner: JobRunner, private readonly root: string) {}

  static async open(database: TestDatabase): Promise<TellingWorker> {
    const root = mkdtempSync(join(tmpdir(), 'telling-'));
    const mail = MailModule.with({ mailboxDir: join(root, 'mail'), from: 'Kenshu <noreply@kenshu.example>', publicUrl: 'https://kenshu.example' });
    const { app } = await platform(database, [IdentityModule.with(), StorageModule.at(join(root, 'files')), RenderingModule, mail, NotificationModule, TellingReactor]);
    const runner = new JobRunner(database.url('kenshu_runtime'), app.get(Reactor).handlers(), { info: () => undefined, error: () => undefined });
    return new TellingWorker(database, app, runner, root);
  }

  async close(): Promise<void> {
    await this.runner?.stop();
    await this.app?.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  async superuser<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.database.superuserUrl() });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** Somebody who is really there, and may act. */
  async member(organizationId: OrganizationId, name: string, roles: readonly Role[], language: Language = 'ja'): Promise<Actor> {
    const [email, key, id] = [`m${++this.people}@example.jp`, `K-${this.people}`, newId<'Member'>() as MemberId];
    const identity = await this.app.get(Identities).create({ email, displayName: name, passwordHash: null, language });
    await this.superuser(
      `insert into app.member (id, organization_id, identity_id, display_name, email, person_key, roles, language, joined_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organizationId, identity!.id, name, email, key, roles, language, START]);
    await this.superuser('insert into identity.membership (identity_id, organization_id, member_id, active, changed_at) values ($1, $2, $3, true, $4)', [identity!.id, organizationId, id, START]);
    return person(organizationId, name, roles, { memberId: id, identityId: identity!.id, personKey: key, language });
  }

  /** Everything that follows from what was done so far. */
  async work(): Promise<void> {
    await this.runner.drain();
  }

  /** Runs every reaction to every event once more, as a queue may after a crash. */
  async repeat(): Promise<void> {
    for (const { on, by } of TELLING_REACTIONS) {
      const events = await this.superuser<{ id: string; organizationId: OrganizationId }>(
        'select id, organization_id as "organizationId" from app.audit_event where act = any($1) order by at, id', [on.map((act) => act.name)]);
      for (const { id, organizationId } of events) {
        const actor = systemActor(organizationId);
        const event = await this.app.get(TenantDb).run(actor, (tx) => this.app.get(AuditQueries).event(tx, id));
        await this.app.get(by).react(actor, { ...event!, organizationId });
      }
    }
  }

  /** What somebody was told, as they read it, oldest first; then it is read. */
  async told(member: Actor): Promise<string[]> {
    const { organizationId, memberId, language } = member;
    return this.app.get(TenantDb).run(systemActor(organizationId), async (tx) => {
      const rows = await this.app.get(Notifications).forMember(tx, memberId!, { unread: true });
      await this.app.get(Notifications).markRead(tx, memberId!);
      return rows.reverse().map(({ kind, params }) => this.app.get(Messages).t(language, `notification.${kind}`, params));
    });
  }

  async counts(): Promise<{ notifications: number; mails: number }> {
    const [row] = await this.superuser<{ count: number }>('select count(*)::int as count from app.notification');
    return { notifications: row!.count, mails: (await this.app.get(Mailbox).list({ limit: 1000 })).length };
  }

  /** Letters with more in them than a notification's sentence. */
  async memberMails(member: Actor): Promise<KeptMail[]> {
    return (await this.everyMail(member)).filter(({ kind }) => !kind.startsWith('notification'));
  }

  /** Notifications as mails: one by one, and in summaries. */
  async noticeMails(member: Actor): Promise<KeptMail[]> {
    return (await this.everyMail(member)).filter(({ kind }) => kind.startsWith('notification'));
  }

  private async everyMail({ memberId }: Actor): Promise<KeptMail[]> {
    const [row] = await this.superuser<{ email: string }>('select email from app.member where id = $1', [memberId]);
    return this.mails(row!.email);
  }

  mails(to: string): Promise<KeptMail[]> {
    return this.app.get(Mailbox).list({ to });
  }
}

/** Every role that anything is told to. */
export const EVERY_ROLE: readonly Role[] = [
  'requester', 'procurement', 'spec_approver', 'supplier_contact', 'supplier_respondent', 'supplier_signer', 'receiver', 'inspector', 'confirmer', 'approver',
];
