import type { PageSeen, Seen } from './pages.js';

const sato = (seen: Seen): Seen['sato'] => seen.sato;

export const ledgers: readonly PageSeen[] = [
  { name: 'suppliers', route: '/suppliers', as: sato, path: () => '/suppliers' },
  { name: 'suppliers-empty', route: '/suppliers', as: (seen) => seen.toyama, path: () => '/suppliers' },
  { name: 'supplier-new', route: '/suppliers/new', as: sato, path: () => '/suppliers/new' },
  { name: 'supplier', route: '/suppliers/:id', as: sato, path: (seen) => `/suppliers/${seen.supplierSiteId}` },
  { name: 'supplier-unjoined', route: '/suppliers/:id', as: sato, path: (seen) => `/suppliers/${seen.unjoinedSiteId}` },
  { name: 'supplier-change', route: '/suppliers/:id/change', as: sato, path: (seen) => `/suppliers/${seen.supplierSiteId}/change` },
  { name: 'supplier-import', route: '/suppliers/import', as: sato, path: () => '/suppliers/import' },
  { name: 'supplier-import-preview', route: '/suppliers/import/:previewId', as: sato, path: (seen) => `/suppliers/import/${seen.supplierPreviewId}` },
  { name: 'orders', route: '/orders', as: sato, path: () => '/orders' },
  { name: 'orders-received', route: '/orders', as: (seen) => seen.takahashi, path: () => '/orders' },
  { name: 'order-new', route: '/orders/new', as: sato, path: (seen) => `/orders/new?supplier=${seen.supplierSiteId}` },
  { name: 'order', route: '/orders/:id', as: sato, path: (seen) => `/orders/${seen.orderLineId}` },
  { name: 'order-draft', route: '/orders/:id', as: sato, path: (seen) => `/orders/${seen.draftLineId}` },
  { name: 'order-received', route: '/orders/:id', as: (seen) => seen.takahashi, path: (seen) => `/orders/${seen.orderLineId}` },
  { name: 'order-change', route: '/orders/:id/change', as: sato, path: (seen) => `/orders/${seen.draftLineId}/change` },
  { name: 'orders-placing', route: '/orders/placing', as: sato, path: (seen) => `/orders/placing?line=${seen.draftLineId}` },
  { name: 'order-import', route: '/orders/import', as: sato, path: () => '/orders/import' },
  { name: 'order-import-preview', route: '/orders/import/:previewId', as: sato, path: (seen) => `/orders/import/${seen.orderPreviewId}` },
];
