import type { PageSeen } from './pages.js';

export const tokens: readonly PageSeen[] = [
  { name: 'tokens', route: '/profile/tokens', as: (seen) => seen.sato, path: () => '/profile/tokens' },
  { name: 'tokens-admin', route: '/profile/tokens', as: (seen) => seen.onodera, path: () => '/profile/tokens' },
];
