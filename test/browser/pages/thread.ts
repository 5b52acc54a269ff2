import type { PageSeen, Seen } from './pages.js';

const sato = (seen: Seen): Seen['sato'] => seen.sato;

export const thread: readonly PageSeen[] = [
  { name: 'home', route: '/', as: sato, path: () => '/' },
  { name: 'certificate', route: '/certificates/:id', as: sato, path: (seen) => `/certificates/${seen.certificateId}` },
  { name: 'specification', route: '/specifications/:editionId', as: sato, path: (seen) => `/specifications/${seen.editionId}` },
  { name: 'request', route: '/requests/:id', as: sato, path: (seen) => `/requests/${seen.requestId}` },
  { name: 'response', route: '/responses/:statementId', as: sato, path: (seen) => `/responses/${seen.second.statementId}` },
  { name: 'returned', route: '/responses/:statementId', as: sato, path: (seen) => `/responses/${seen.first.statementId}` },
  { name: 'inspection', route: '/inspections/:id', as: sato, path: (seen) => `/inspections/${seen.goodInspectionId}` },
  { name: 'organizations', route: '/organizations', as: sato, path: () => '/organizations' },
  { name: 'step-up', route: '/step-up', as: sato, path: () => '/step-up' },
  { name: 'step-up-code', route: '/step-up/code', as: sato, path: () => '/step-up/code' },
  { name: 'missing', route: '/nowhere', as: sato, path: () => '/nowhere' },
  { name: 'certificates', route: '/certificates', as: sato, path: () => '/certificates' },
];
