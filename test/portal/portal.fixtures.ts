import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CreateOrganization, foundingActor } from '@libs/organization';
import type { Role } from '@libs/organization';
import { FixedClock } from '@platform/clock';
import { loadConfig } from '@platform/config';
import { createLogger } from '@platform/http';
import { Identities, IdentityDb, OneTimeTokens, Passwords, StepUps } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { Mailbox } from '@platform/mail';
import type { OrganizationId } from '@platform/tenancy';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START } from '../support/platform.js';

export const PASSWORD = 'correct horse battery staple';

export interface Portal {
  readonly app: NestExpressApplication;
  readonly clock: FixedClock;
  readonly dataDir: string;
  readonly agent: () => request.Agent;
  readonly get: <T>(token: abstract new (...given: never[]) => T) => T;
  person(email: string, name?: string): Promise<IdentityRow>;
  organization(name: string, admin: IdentityRow, roles?: readonly Role[]): Promise<OrganizationId>;
  close(): Promise<void>;
}

/** The real portal on a clone of the migrated database; only the clock stands still, and mails stay in a directory. */
export async function openPortal(env: Record<string, string> = {}, on?: { database: TestDatabase; clock: FixedClock }): Promise<Portal> {
  const database = on?.database ?? await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-portal-'));
  const config = loadConfig({ DATA_DIR: dataDir, ...env });
  const clock = on?.clock ?? new FixedClock(START);
  const app = await createPortal({ config, databaseUrls: { runtime: database.url('kenshu_runtime') }, clock, logger: createLogger(process.env.PORTAL_LOG ?? 'silent', 'portal') });
  app.enableShutdownHooks();
  const get: Portal['get'] = (token) => app.get(token, { strict: false });
  return {
    app, clock, dataDir, get, agent: () => request.agent(app.getHttpServer()),
    person: async (email, name = email.split('@')[0]) => {
      const passwordHash = await get(Passwords).hash(PASSWORD);
      return (await get(Identities).create({ email, displayName: name, passwordHash, language: 'ja' }))!;
    },
    organization: async (name, admin, roles = []) => {
      const firstMember = { identityId: admin.id, email: admin.email, displayName: admin.displayName, personKey: `K-${admin.displayName}`, roles };
      const made = await get(CreateOrganization).execute(foundingActor({ name: admin.displayName, identityId: admin.id }), { name, address: '東京都千代田区 1-1', firstMember });
      return made.organizationId;
    },
    close: async () => {
      await app.close();
      if (!on) await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The token of the form on a page. */
export async function csrf(agent: request.Agent, path = '/sign-in'): Promise<string> {
  const { text } = await agent.get(path).redirects(1);
  return /name="_csrf" value="([^"]+)"/.exec(text)![1];
}

export async function post(agent: request.Agent, path: string, fields: Record<string, string>, from = '/sign-in'): Promise<request.Response> {
  const token = await csrf(agent, from); // first: an agent takes its cookies along when the request is made
  return agent.post(path).type('form').send({ _csrf: token, ...fields });
}

export async function signIn(portal: Portal, email: string, password = PASSWORD): Promise<request.Agent> {
  const agent = portal.agent();
  const answer = await post(agent, '/sign-in', { email, password });
  if (answer.status !== 303) throw new Error(`sign-in failed: ${answer.status}`);
  return agent;
}

/** A fresh second factor for that browser, without the two forms (those are tested in account.spec). */
export async function grantStepUp(portal: Portal, agent: request.Agent): Promise<void> {
  const { jar } = agent as unknown as { jar: { getCookies(access: { path: string; secure: boolean; script: boolean; domain: string }): { name: string; value: string }[] } };
  const session = jar.getCookies({ path: '/', secure: false, script: false, domain: '127.0.0.1' }).map(({ value }) => decodeURIComponent(value)).find((value) => value.startsWith('s:'));
  if (!session) throw new Error('nobody is signed in');
  await portal.get(StepUps).grant(portal.get(IdentityDb), session.slice(2, session.lastIndexOf('.')), 'password_mail_code', 60 * 24 * 400);
}

export { Mailbox, OneTimeTokens, StepUps };
