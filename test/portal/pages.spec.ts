import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PageSeen } from '../browser/pages/pages.js';
import { openPortal } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

/** Routes that answer with a file, a redirection or a part of a page, or that are looked at elsewhere, each with its reason. */
const OPEN = 'looked at before signing in (test/browser/portal.spec)';
const FILE = 'a file';
const AGAIN = 'a form that was reloaded leads back to its page';
const NOT_LOOKED_AT: Readonly<Record<string, string>> = {
  '/healthz': 'read by machines', '/readyz': 'read by machines',
  '/sign-in': OPEN, '/password-reset': OPEN, '/password-reset/:token': OPEN, '/invitations/:token': OPEN, '/join/:token': OPEN, '/sign-up': OPEN, '/sign-up/:token': OPEN, '/mailbox': OPEN, '/mailbox/:id': OPEN,
  '/join/:token/account': AGAIN, '/join/:token/forward': AGAIN, '/sign-up/:token/account': AGAIN, '/profile/password': AGAIN, '/requests/new/:step': AGAIN, '/requests/:id/:act': AGAIN, '/requests/:id/bounces/settlement': AGAIN,
  '/reviews': AGAIN, '/reviews/:statementId/notes': AGAIN, '/reviews/:statementId/agree/:step': 'the page of `agree`', '/reviews/:statementId/agreement': 'the page of the review',
  '/evidence/:id': FILE, '/evidence/:id/view': FILE, '/suppliers/import/template': FILE, '/suppliers/import/:previewId/refused': FILE, '/orders/import/template': FILE,
  '/orders/import/:previewId/refused': FILE, '/requests/:id/proxy/workbook': FILE, '/certificates/:id/pdf': FILE, '/certificates/:id/json': FILE, '/questionnaires/:requestId/workbook': FILE, '/mailbox/:id/eml': FILE,
};

let portal: Portal;
beforeAll(async () => { portal = await openPortal(); });
afterAll(() => portal?.close());

interface Layer { readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> } }
function pageRoutes(): string[] {
  const { router } = portal.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack.flatMap(({ route }) => (route?.methods.get ? [route.path].flat() : [])).map((path) => path.replace(/(.)\/$/, '$1'));
}

describe('every page of the portal', () => {
  it('is looked at in a browser (test/browser/pages), or stands in the list of those that are none', async () => {
    const folder = resolve(__dirname, '../browser/pages');
    const seen = new Set<string>();
    for (const file of readdirSync(folder).filter((name) => name !== 'pages.ts')) {
      for (const area of Object.values(await import(resolve(folder, file)) as Record<string, readonly PageSeen[]>)) for (const { route } of area) seen.add(route);
    }
    const routes = pageRoutes();
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter((route) => !seen.has(route) && !(route in NOT_LOOKED_AT))).toEqual([]);
    expect([...Object.keys(NOT_LOOKED_AT), ...seen].filter((route) => route !== '/nowhere' && !routes.includes(route))).toEqual([]);
  });
});
