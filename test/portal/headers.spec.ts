import type { Agent, Response as Answer } from 'supertest';
import { newId } from '@platform/tenancy';
import { openEnds } from '../isolation/open-ends.js';
import { OBJECTS } from '../isolation/routes/index.js';
import { PASSWORD, csrf, grantStepUp, openPortal, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

const CSP = "default-src 'none';script-src 'self';connect-src 'self';style-src 'self';font-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'";
/** Pages that differ, each with its reason; only what is named here differs, and only there. */
const OTHERWISE: Readonly<Record<string, { readonly because: string; readonly always?: boolean; readonly headers: Readonly<Record<string, RegExp>>; readonly shown?: boolean }>> = {
  '/reviews/:statementId': { because: 'shows evidence in frames of our own', always: true, headers: { 'content-security-policy': new RegExp(`^${CSP.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')};frame-src 'self'$`) } },
  '/evidence/:id/view': {
    because: 'a file of a stranger, shown inside the review: nothing in it runs, and only pages of ours frame it', shown: true,
    headers: { 'content-security-policy': /^default-src 'none';style-src 'unsafe-inline';frame-ancestors 'self';base-uri 'none';form-action 'none'(;sandbox)?$/, 'x-frame-options': /^SAMEORIGIN$/ },
  },
};
/** What is shown in the browser; anything else leaves as a file. */
const SHOWN = /^(text\/html; charset=utf-8|text\/plain; charset=utf-8|application\/json; charset=utf-8)$/;
/** Ours are served with a version in their address and stay for a year; no tenant's data is among them. */
const ASSETS = ['/assets/kenshu.css', '/assets/kenshu.svg', '/assets/bootstrap/bootstrap.min.css', '/assets/fonts/400/NotoSansJP_400Regular.ttf'];

let world: World;
let sato: Agent;
let objects: Readonly<Record<string, string>>;
let routes: readonly { readonly method: string; readonly path: string }[];

beforeAll(async () => {
  world = await openWorld();
  const seen = { ...world, ...await openEnds(world.scene, world) };
  sato = await world.enter(world.sato);
  await grantStepUp(world.portal, sato);
  objects = Object.fromEntries(Object.entries(OBJECTS).filter(([name]) => name.startsWith('GET ')).map(([name, of]) => [name.slice(4), at(name.slice(4), of(seen).params)]));
  interface Layer { readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> } }
  const { router } = world.portal.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  routes = router.stack.flatMap(({ route }) => route ? Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path: String(route.path) })) : []);
}, 180_000);
afterAll(() => world?.close());

function at(path: string, params: string | Readonly<Record<string, string>>): string {
  const given = typeof params === 'string' ? { '*': params } : params;
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? given['*'] ?? ''));
}
/** Everything wrong with the headers of an answer, in words; empty when all is well. */
function wrongWith(answer: Answer, secure = false, path = ''): string[] {
  const { headers, status } = answer;
  const other = OTHERWISE[path]?.always || status < 300 ? OTHERWISE[path] : undefined;
  const found: string[] = [];
  const expected: Readonly<Record<string, string | undefined>> = {
    'content-security-policy': secure ? `${CSP};upgrade-insecure-requests` : CSP, 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
    'x-powered-by': undefined, server: undefined, 'strict-transport-security': secure ? 'max-age=31536000' : undefined, 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
  };
  for (const [name, value] of Object.entries(expected)) {
    const differs = other?.headers[name];
    if (differs ? !differs.test(headers[name] ?? '') : headers[name] !== value) found.push(`${name}: ${headers[name] ?? 'none'}`);
  }
  const type = headers['content-type'] ?? '';
  const disposition = headers['content-disposition'];
  if (status < 300 && !other?.shown && !SHOWN.test(type) && !/^attachment; filename="[\w.-]+"(; filename\*=UTF-8''[\w.%!$&+^`|~-]+)?$/.test(disposition ?? '')) found.push(`${type} with ${disposition ?? 'no disposition'}`);
  if (headers.location !== undefined && !/^\/(?![/\\])/.test(headers.location)) found.push(`leads to ${headers.location}`);
  for (const cookie of [headers['set-cookie'] ?? []].flat()) if (!/; HttpOnly/.test(cookie) || !/; SameSite=Lax/.test(cookie) || /; Secure/.test(cookie) !== secure) found.push(`cookie ${cookie.replace(/=.*?;/, ';')}`);
  return found;
}
const notKept = ({ headers }: Answer): string[] => /(^|, )no-store$/.test(headers['cache-control'] ?? '') ? [] : [`cache-control: ${headers['cache-control'] ?? 'none'}`];
const told = (name: string, answer: Answer, problems: readonly string[]): string[] => problems.map((problem) => `${name} ${answer.status} ${problem}`);

describe('every answer of the portal', () => {
  it('to somebody with work to do carries strict headers and is kept by no cache: pages, files, redirections, errors', async () => {
    const statuses = new Set<number>();
    const problems: string[] = [];
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      const answer = await sato.get(objects[path] ?? at(path, newId()));
      statuses.add(answer.status);
      problems.push(...told(path, answer, [...wrongWith(answer, false, path), ...notKept(answer), ...(answer.status >= 500 ? ['a defect'] : [])]));
    }
    expect(problems).toEqual([]);
    for (const status of [200, 303, 404]) expect([...statuses]).toContain(status);
    expect(routes.length).toBeGreaterThan(40);
  }, 120_000);

  it('to nobody in particular too', async () => {
    const problems: string[] = [];
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      const answer = await world.portal.agent().get(objects[path] ?? at(path, newId()));
      problems.push(...told(path, answer, [...wrongWith(answer), ...notKept(answer)]));
    }
    expect(problems).toEqual([]);
  }, 120_000);

  it('to a form: without its token (403), with nothing in it, broken, and too large', async () => {
    const problems: string[] = [];
    const forms = routes.filter(({ method, path }) => method !== 'GET' && path !== '/sign-out');
    for (const { path } of forms) {
      const bare = await sato.post(at(path, newId())).type('form').send({ a: 'b' });
      problems.push(...told(path, bare, [...wrongWith(bare), ...notKept(bare), ...(bare.status === 403 ? [] : ['is taken without its token'])]));
    }
    const token = await csrf(sato, '/');
    for (const [kind, body] of [['urlencoded', `_csrf=${token}&a=${'x'.repeat(300_000)}`], ['urlencoded', '%%%=%ff']] as const) {
      const answer = await sato.post('/language').type(kind === 'urlencoded' ? 'form' : kind).send(body);
      problems.push(...told('/language', answer, [...wrongWith(answer), ...notKept(answer)]));
    }
    expect(problems).toEqual([]);
    expect(forms.length).toBeGreaterThan(10);
  }, 120_000);

  it('of its files: lists leave as attachments with plain names', async () => {
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
    let files = 0;
    for (const { path } of lists) for (const format of ['xlsx', 'csv']) {
      const answer = await sato.get(path).query({ format });
      if (!answer.headers['content-disposition']) continue;
      files += 1;
      expect(told(path, answer, [...wrongWith(answer), ...notKept(answer)])).toEqual([]);
    }
    expect(files).toBeGreaterThan(1);
  });

  it('of its assets: strict too, kept for a year, and no list of a directory', async () => {
    for (const path of ASSETS) {
      const answer = await world.portal.agent().get(path);
      expect([path, answer.status, wrongWith(answer).filter((problem) => !problem.endsWith('no disposition')), answer.headers['cache-control']]).toEqual([path, 200, [], 'public, max-age=31536000, immutable']);
    }
    for (const path of ['/assets', '/assets/', '/assets/js/', '/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/htmx/../package.json', '/assets/.']) {
      const answer = await world.portal.agent().get(path);
      expect([path, answer.status >= 400, wrongWith(answer)]).toEqual([path, true, []]);
    }
  });

  it('to methods that nobody uses', async () => {
    for (const method of ['put', 'delete', 'patch', 'options', 'head'] as const) {
      const answer = await sato[method]('/certificates');
      expect([method, wrongWith(answer)]).toEqual([method, []]);
      if (method !== 'head') expect([method, answer.status >= 400 || answer.status === 204 || answer.status === 200]).toEqual([method, true]);
    }
  });
});

describe('an address that leads elsewhere', () => {
  const EVIL = ['//evil.example', '/\\evil.example', 'https://evil.example', 'https:evil.example', '/\t/evil.example', '\\\\evil.example', 'javascript:alert(1)', '/%0d%0aset-cookie:a=b\r\nx: y', '///evil.example', ' //evil.example'];

  it.each(EVIL)('%j is not followed: not by the sign-in, the language, the choice, nor a form', async (next) => {
    const email = await world.emailOf(world.sato);
    const signedIn = await post(world.portal.agent(), '/sign-in', { email, password: PASSWORD, next });
    expect([signedIn.status, signedIn.headers.location]).toEqual([303, '/']);
    expect((await sato.get('/sign-in').query({ next })).headers.location).toBe('/');
    expect((await post(sato, '/language', { language: 'ja', next }, '/')).headers.location).toBe('/');
    expect((await post(sato, '/organizations', { organizationId: world.buyer, next }, '/')).headers.location).toBe('/');
    for (const path of ['/sign-in', '/step-up', '/organizations']) {
      const page = await (path === '/sign-in' ? world.portal.agent() : sato).get(path).query({ next });
      // the page's own address, where the language switch leads back to, may repeat what was asked
      expect([path, page.text.match(/(?:href|action|value)="(?!\/(?:sign-in|step-up|organizations)[?"])[^"]*(?:evil\.example|javascript:)/g)]).toEqual([path, null]);
    }
  });
});

describe('behind TLS', () => {
  it('says so to browsers for a year, upgrades, and binds its cookie to the host', async () => {
    const secure = await openPortal({ PUBLIC_URL: 'https://kenshu.example.jp' });
    try {
      for (const path of ['/sign-in', '/', '/nowhere', '/healthz']) {
        const answer = await secure.agent().get(path).set('x-forwarded-proto', 'https');
        expect(told(path, answer, wrongWith(answer, true))).toEqual([]);
      }
      const { headers } = await secure.agent().get('/sign-in').set('x-forwarded-proto', 'https');
      expect(String(headers['set-cookie'])).toMatch(/^__Host-kenshu=/);
    } finally {
      await secure.close();
    }
  });
});
