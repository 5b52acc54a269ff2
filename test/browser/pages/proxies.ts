import type { PageSeen } from './pages.js';

export const proxies: readonly PageSeen[] = [
  { name: 'proxy-source', route: '/requests/:id/proxy', as: (seen) => seen.sato, path: (seen) => `/requests/${seen.openRequestId}/proxy` },
  { name: 'proxy-answers', route: '/requests/:id/proxy/:evidenceId', as: (seen) => seen.sato, path: (seen) => `/requests/${seen.openRequestId}/proxy/${seen.proxyEvidenceId}` },
];
