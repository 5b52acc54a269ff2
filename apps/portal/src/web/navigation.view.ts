/** One entry of the main navigation: where it leads and whose daily work it is. What a person may do there is decided there. */
interface Entry { readonly href: string; readonly key: string; readonly roles: readonly string[] | 'anyone' }

const OFFICE = ['requester', 'procurement', 'auditor', 'risk_owner'];
const ANSWERING = ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'external_expert'];
const DOCK = ['receiver', 'inspector', 'confirmer', 'approver'];

/** In the order of the work: what is asked, of whom, what is bought, what comes in, how it was found (domain.md §3.1). */
const ENTRIES: readonly Entry[] = [
  { href: '/', key: 'common.nav.home', roles: 'anyone' },
  { href: '/questionnaires', key: 'portal.nav.questionnaires', roles: ANSWERING },
  { href: '/requests', key: 'portal.nav.requests', roles: OFFICE },
  { href: '/specifications', key: 'portal.nav.specifications', roles: [...OFFICE, 'spec_approver'] },
  { href: '/suppliers', key: 'portal.nav.suppliers', roles: OFFICE },
  { href: '/orders', key: 'portal.nav.orders', roles: [...OFFICE, 'receiver', 'supplier_contact'] },
  { href: '/deliveries', key: 'portal.nav.deliveries', roles: ['procurement', 'auditor', 'receiver', 'inspector', 'supplier_contact', 'supplier_respondent'] },
  { href: '/inspections', key: 'portal.nav.inspections', roles: [...DOCK, 'procurement', 'risk_owner', 'auditor'] },
  { href: '/certificates', key: 'portal.nav.certificates', roles: [...OFFICE, ...DOCK, ...ANSWERING] },
  { href: '/organization', key: 'portal.nav.organization', roles: ['tenant_admin'] },
];

export interface NavigationLink { readonly href: string; readonly key: string; readonly current: boolean }

/** The links of somebody with these roles; the one whose pages the address belongs to is the current one. */
export function navigation(roles: readonly string[], path: string): NavigationLink[] {
  const mine = ENTRIES.filter((entry) => entry.roles === 'anyone' || entry.roles.some((role) => roles.includes(role)));
  return mine.map(({ href, key }) => ({ href, key, current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`) }));
}
