import type { Agent } from 'supertest';
import { ROLES } from '@libs/organization';
import type { Role } from '@libs/organization';
import { Identities, IdentityDb, Passwords } from '@platform/identity';
import type { Actor } from '@platform/tenancy';
import { openEnds } from '../isolation/open-ends.js';
import { PASSWORD, signIn } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => {
  // nobody clicks this fast: how often a stranger may ask is tested in limits.spec
  world = await openWorld();
  await openEnds(world.scene, world);
}, 60_000);
afterAll(() => world?.close());

/** Pages of one shape say the same about where they lead: so many of each are opened, and so many altogether. */
const OF_A_SHAPE = 2;
const PAGES = 120;
const SUPPLIER: readonly Role[] = ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'external_expert'];

interface Crawl { readonly opened: Set<string>; readonly broken: string[] }

const shapeOf = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/=[^&]*/g, '=');
const unescaped = (href: string): string => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
/** What may be followed: the portal's own pages for its people; the verifier's and the API's are other applications. */
const isOurs = (path: string): boolean => path.startsWith('/') && !path.startsWith('//') && !/^\/(?:sign-out|assets|verify|mailbox|api)\b/.test(path);

/** The links of a page; an anchor that leads nowhere on it is reported with them. */
function linksOf(html: string, at: string): { readonly paths: string[]; readonly dead: string[] } {
  const anchors = [...html.matchAll(/<a[\s>][^>]*>?/g)].map(([tag]) => /\shref="([^"]*)"/.exec(tag)?.[1]);
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const hrefs = anchors.flatMap((href) => href === undefined ? [] : [unescaped(href)]);
  const dead = [...anchors.filter((href) => href === undefined || href === '' || href === '#'), ...hrefs.filter((href) => href.length > 1 && href.startsWith('#') && !ids.has(href.slice(1)))];
  const paths = hrefs.map((href) => href.startsWith('?') ? at.split('?')[0] + href : href).filter(isOurs).map((href) => href.split('#')[0]!);
  return { paths, dead: dead.map((href) => `${shapeOf(at)} leads to ${href ?? 'no'} place`) };
}

async function crawl(agent: Agent): Promise<Crawl> {
  const [opened, broken, shapes, queue] = [new Set<string>(), new Set<string>(), new Map<string, number>(), [{ path: '/', from: 'the start' }]];
  for (let next = queue.shift(); next && opened.size < PAGES; next = queue.shift()) {
    const { path, from } = next;
    const seen = shapes.get(shapeOf(path)) ?? 0;
    if (opened.has(path) || seen >= OF_A_SHAPE) continue;
    shapes.set(shapeOf(path), seen + 1);
    opened.add(path);
    const answer = await agent.get(path).buffer(true);
    if (answer.status >= 400) broken.add(`${answer.status} ${shapeOf(path)} from ${shapeOf(from)}`);
    const { paths, dead } = linksOf(answer.type === 'text/html' ? answer.text : `<a href="${answer.headers.location ?? '/'}">`, path);
    for (const line of dead) broken.add(line);
    queue.push(...paths.map((found) => ({ path: found, from: path })));
  }
  return { opened, broken: [...broken] };
}

async function personWith(role: Role): Promise<Agent> {
  const admin: Actor = SUPPLIER.includes(role) ? world.takahashi : world.onodera;
  const who = await world.people.hire(admin, { name: `試行 ${role}`, department: '試行部', personKey: `L-${role}`, roles: [role] });
  await world.portal.get(Identities).setPassword(who.identityId!, await world.portal.get(Passwords).hash(PASSWORD), world.portal.get(IdentityDb));
  return signIn(world.portal, await world.emailOf(who));
}

describe('every link of every page', () => {
  it.each(ROLES)('leads %s to a page that opens', async (role) => {
    const { opened, broken } = await crawl(await personWith(role));
    expect(broken).toEqual([]);
    expect(opened.size).toBeGreaterThan(5);
  });

  it('is found broken when it is', () => {
    expect(linksOf('<a>x</a><a href="#here">y</a><p id="there"></p><a href="#there">z</a><a class="b" href="/orders?a&#x3D;1#c">o</a><a href="?page=2">p</a>', '/orders?q=x'))
      .toEqual({ paths: ['/orders?a=1', '/orders?page=2'], dead: ['/orders?q= leads to no place', '/orders?q= leads to #here place'] });
  });
});
