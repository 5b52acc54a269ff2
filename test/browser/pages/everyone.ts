import type { PageSeen, Seen } from './pages.js';

const admin = (seen: Seen): Seen['sato'] => seen.onodera;
const sato = (seen: Seen): Seen['sato'] => seen.sato;

export const everyone: readonly PageSeen[] = [
  { name: 'first-steps', route: '/', as: (seen) => seen.toyama, path: () => '/' },
  { name: 'founding', route: '/sign-up/organization', as: sato, path: () => '/sign-up/organization' },
  { name: 'profile', route: '/profile', as: sato, path: () => '/profile' },
  { name: 'organization', route: '/organization', as: admin, path: () => '/organization' },
  { name: 'organization-read', route: '/organization', as: sato, path: () => '/organization' },
  { name: 'members', route: '/organization/members', as: admin, path: () => '/organization/members' },
  { name: 'invite', route: '/organization/members/invite', as: admin, path: () => '/organization/members/invite' },
  { name: 'member', route: '/organization/members/:id', as: admin, path: (seen) => `/organization/members/${seen.nagase.memberId}` },
  { name: 'member-roles', route: '/organization/members/:id/roles', as: admin, path: (seen) => `/organization/members/${seen.onodera.memberId}/roles` },
  { name: 'removal', route: '/organization/members/:id/removal', as: admin, path: (seen) => `/organization/members/${seen.nagase.memberId}/removal` },
  { name: 'sites', route: '/organization/sites', as: sato, path: () => '/organization/sites' },
  { name: 'site', route: '/organization/sites/:id', as: sato, path: (seen) => `/organization/sites/${seen.ownSiteId}` },
];
