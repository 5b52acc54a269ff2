import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ruleset, Spectral } from '@stoplight/spectral-core';
import type { RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { declaredRoutes } from '@platform/http';
import { OPERATIONS } from '../../apps/api/src/operations/index.js';
import { openApi } from './api.fixtures.js';
import type { ApiWorld } from './api.fixtures.js';

interface Document { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string; description: string; 'x-kenshu-sign-off'?: boolean }>>>>; readonly tags: readonly { name: string; description: string }[] }
let world: ApiWorld;
let document: Document;
beforeAll(async () => {
  world = await openApi({ PUBLIC_URL: 'https://kenshu.yamate.jp', SESSION_SECRET: 'x'.repeat(40) });
  document = (await world.anonymous.get('/api/v1/openapi.json')).body as Document;
}, 120_000);
afterAll(() => world?.close());

describe('the OpenAPI document', () => {
  it('has nothing that redocly’s recommended rules find wrong', async () => {
    const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config: await createConfig({ extends: ['recommended'] }) });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${message} ${location[0]?.pointer}`)).toEqual([]);
  });

  it('has nothing that spectral’s rules for OpenAPI find wrong', async () => {
    const spectral = new Spectral();
    spectral.setRuleset(new Ruleset({ extends: [[oas as RulesetDefinition, 'recommended']] } as RulesetDefinition));
    const problems = await spectral.run(document as never);
    expect(problems.map(({ code, message, path }) => `${String(code)} ${message} ${path.join('.')}`)).toEqual([]);
  });

  it('says exactly what the router knows, by the verbs’ names', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`));
    const routed = declaredRoutes(world.app).filter(({ controller }) => controller === 'OperationsController').map(({ handler, path }) => `${handler} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.map((line) => line.replace(/ (get|post|put|patch|delete) \//, ' ')).sort()).toEqual(routed.map((line) => line.replaceAll('//', '/')).sort());
    expect(described).toHaveLength(OPERATIONS.length);
  });

  it('shows sign-offs, and that no token makes them', () => {
    const signOffs = Object.values(document.paths).flatMap((methods) => Object.values(methods)).filter((one) => one['x-kenshu-sign-off']);
    expect(signOffs.map(({ operationId }) => operationId).sort()).toEqual(
      ['agreeResponse', 'approveInspection', 'approveSpecification', 'confirmInspection', 'revokeCertificate', 'signResponse', 'supersedeCertificate']);
    for (const { description } of signOffs) expect(description).toContain('every access token is answered 403');
  });

  it('is told in the language that was asked for', async () => {
    const en = (await world.anonymous.get('/api/v1/openapi.json', {}, { 'accept-language': 'en' })).body as Document;
    expect(en.tags.find(({ name }) => name === 'inspections')?.description).toBe('Inspections');
    expect(document.tags.find(({ name }) => name === 'inspections')?.description).toBe('受入検査');
  });
});

describe('the page for people', () => {
  it.each([['ja', 'はじめに'], ['en', 'To begin']])('is there without an account (%s), names every operation and loads nothing of others', async (lang, words) => {
    const { status, text, headers } = await world.anonymous.get('/api/docs', { lang });
    expect([status, headers['content-security-policy']]).toEqual([200, expect.not.stringContaining('unsafe')]);
    expect(text).toContain(words);
    expect(text).not.toContain('<script');
    for (const { id } of OPERATIONS) expect(text).toContain(`id="${id}"`);
    const sheet = /href="(\/api\/assets\/[^"]+\.css)"/.exec(text)![1]!;
    expect((await world.anonymous.get(sheet)).headers['content-type']).toContain('text/css');
  });
  it('is where /api leads', async () => expect((await world.anonymous.get('/api')).headers.location).toBe('/api/docs'));
});
