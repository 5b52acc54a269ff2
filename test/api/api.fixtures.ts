import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type { Response as Answer } from 'supertest';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadConfig } from '@platform/config';
import { createLogger } from '@platform/http';
import { IssueAccessToken } from '@platform/identity';
import type { TokenScope } from '@platform/identity';
import type { Actor } from '@platform/tenancy';
import { createApi } from '../../apps/api/src/create-api.js';
import { OPERATIONS } from '../../apps/api/src/operations/index.js';
import { answerSchemaOf } from '../../apps/api/src/web/openapi.js';
import type { Operation } from '../../apps/api/src/web/operation.js';
import { problemsWith } from '../../apps/api/src/web/validation.js';
import { openEnds } from '../isolation/open-ends.js';
import type { Open } from '../isolation/open-ends.js';
import { Scene, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';

export const BASE = '/api/v1';
type Words = Readonly<Record<string, string | number | boolean>>;
export interface Call { readonly headers?: Readonly<Record<string, string>>; readonly query?: Words; readonly body?: unknown }

/** Somebody's program: an access token and what it calls. Every answer is held against the schema that the document prints. */
export class Client {
  constructor(private readonly app: NestExpressApplication, readonly token: string | null) {}

  async call(method: string, path: string, { headers = {}, query = {}, body }: Call = {}): Promise<Answer> {
    const sent = request(this.app.getHttpServer())[method as 'get'](path.startsWith('/api') ? path : BASE + path).query({ ...query }).set({ ...this.authorization(), ...headers });
    const answer = await (body === undefined ? sent : Buffer.isBuffer(body) ? sent.set('content-type', 'application/octet-stream').send(body) : sent.send(body as object));
    expectDescribed(method, path, answer);
    return answer;
  }
  get = (path: string, query?: Words, headers?: Call['headers']): Promise<Answer> => this.call('get', path, { query, headers });
  post = (path: string, body?: unknown, headers?: Call['headers'], query?: Words): Promise<Answer> => this.call('post', path, { body: body ?? {}, headers, query });
  put = (path: string, body?: unknown, headers?: Call['headers']): Promise<Answer> => this.call('put', path, { body: body ?? {}, headers });
  patch = (path: string, body?: unknown, headers?: Call['headers']): Promise<Answer> => this.call('patch', path, { body: body ?? {}, headers });
  delete = (path: string, headers?: Call['headers']): Promise<Answer> => this.call('delete', path, { headers });

  private authorization(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }
}

const matches = (operation: Operation, method: string, path: string): boolean =>
  operation.method === method && new RegExp(`^${BASE}${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** Which operation a call meets: the one with the fewest parameters, as the router would. */
export function operationAt(method: string, path: string): Operation | undefined {
  const whole = (path.startsWith('/api') ? path : BASE + path).split('?')[0]!;
  return OPERATIONS.filter((operation) => matches(operation, method, whole)).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

export const answered = new Set<string>();

function expectDescribed(method: string, path: string, answer: Answer): void {
  const operation = operationAt(method, path);
  if (answer.status >= 400) {
    expect([path, answer.headers['content-type'], answer.body.status]).toEqual([path, expect.stringContaining('application/problem+json'), answer.status]);
    return;
  }
  if (!operation) return;
  answered.add(operation.id);
  expect([operation.id, answer.status]).toEqual([operation.id, operation.status]);
  const schema = answerSchemaOf(operation);
  if (schema) expect([operation.id, problemsWith(schema, answer.body)]).toEqual([operation.id, []]);
}

export type ApiWorld = Journey & {
  readonly scene: Scene;
  readonly app: NestExpressApplication;
  /** A program of that person’s. */
  as(who: Actor, scopes?: readonly TokenScope[]): Promise<Client>;
  readonly anonymous: Client;
  close(): Promise<void>;
};

/** The whole main job on one database, and the real API beside it. */
export async function openApi(env: Record<string, string> = {}): Promise<ApiWorld> {
  const scene = await Scene.open();
  const journey = await playJourney(scene);
  return { ...journey, ...await apiOn(scene, env) };
}

/** With something left to do in every state. */
export async function openApiEnds(): Promise<ApiWorld & Open> {
  const scene = await Scene.open();
  const journey = await playJourney(scene);
  const open = await openEnds(scene, journey);
  return { ...journey, ...open, ...await apiOn(scene) };
}

async function apiOn(scene: Scene, env: Record<string, string> = {}): Promise<Pick<ApiWorld, 'scene' | 'app' | 'as' | 'anonymous' | 'close'>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-api-'));
  symlinkSync(scene.root, join(dataDir, 'files'));
  const app = await createApi({
    config: loadConfig({ DATA_DIR: dataDir, ...env }), databaseUrls: { runtime: scene.database.url('kenshu_runtime') }, clock: scene.clock, logger: createLogger(process.env.API_LOG ?? 'silent', 'api') });
  app.enableShutdownHooks();
  return {
    scene, app, anonymous: new Client(app, null),
    as: async (who, scopes = ['read', 'write']) => new Client(app, (await scene.do(IssueAccessToken, who, { name: '試験', scopes, days: 30 })).token),
    close: async () => {
      await app.close();
      await scene.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
