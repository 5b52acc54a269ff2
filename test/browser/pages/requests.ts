import type { PageSeen, Seen } from './pages.js';

const sato = (seen: Seen): Seen['sato'] => seen.sato;

export const requests: readonly PageSeen[] = [
  { name: 'requests', route: '/requests', as: sato, path: () => '/requests' },
  { name: 'requests-none', route: '/requests', as: sato, path: () => '/requests?attention=late&q=none' },
  { name: 'requests-reminders', route: '/requests/reminders', as: sato, path: () => '/requests/reminders' },
  { name: 'request-new', route: '/requests/new', as: sato, path: (seen) => `/requests/new?site=${seen.supplierSiteId}` },
  { name: 'request-details', route: '/requests/new/details', as: sato, path: (seen) => `/requests/new/details?specification=${seen.editionId}&site=${seen.supplierSiteId}&site=${seen.unjoinedSiteId}` },
  { name: 'request-outcome', route: '/requests/sendings/:sendingId', as: sato, path: (seen) => `/requests/sendings/${seen.sendingId}?failed=${seen.unjoinedSiteId}~request.contact_missing` },
  { name: 'request-chased', route: '/requests/:id', as: sato, path: (seen) => `/requests/${seen.chasedRequestId}` },
  { name: 'review', route: '/reviews/:statementId', as: sato, path: (seen) => `/reviews/${seen.released.statementId}` },
  { name: 'review-evidence', route: '/reviews/:statementId', as: sato, path: (seen) => `/reviews/${seen.second.statementId}` },
  { name: 'review-returned', route: '/reviews/:statementId', as: sato, path: (seen) => `/reviews/${seen.first.statementId}` },
  { name: 'review-return', route: '/reviews/:statementId/return', as: sato, path: (seen) => `/reviews/${seen.released.statementId}/return` },
  { name: 'review-agree', route: '/reviews/:statementId/agree', steppedUp: true, as: sato, path: (seen) => `/reviews/${seen.released.statementId}/agree` },
];
