import type { PageSeen } from './pages.js';

export const notices: readonly PageSeen[] = [
  { name: 'search', route: '/search', as: (seen) => seen.sato, path: () => '/search' },
  { name: 'search-found', route: '/search', as: (seen) => seen.sato, path: () => '/search?q=DN' },
  { name: 'help', route: '/help', as: (seen) => seen.sato, path: () => '/help' },
  { name: 'help-procurement', route: '/help/:role', as: (seen) => seen.sato, path: () => '/help/procurement' },
  { name: 'notifications', route: '/notifications', as: (seen) => seen.sato, path: () => '/notifications' },
  { name: 'notification-mails', route: '/profile/notifications', as: (seen) => seen.sato, path: () => '/profile/notifications' },
];
