import { ShippedEditions } from '@libs/catalog';
import type { PageSeen, Seen } from './pages.js';

const yoshida = (seen: Seen): Seen['sato'] => seen.yoshida;
const nakamura = (seen: Seen): Seen['sato'] => seen.nakamura;
const draft = (name: string, below: string, as = yoshida): PageSeen => ({
  name: `draft-${name}`, route: `/specifications/drafts/:id${below.split('?')[0]}`.replace(/items\/.*/, 'items/:key'), as, path: (seen) => `/specifications/drafts/${seen.draftId}${below}` });

export const specifications: readonly PageSeen[] = [
  { name: 'catalogs', route: '/catalogs', as: yoshida, path: () => '/catalogs' },
  { name: 'catalog', route: '/catalogs/:editionId', as: yoshida, path: () => `/catalogs/${ShippedEditions.metiFactoryChecklist}` },
  { name: 'catalog-checklist', route: '/catalogs/:editionId', as: yoshida, path: () => `/catalogs/${ShippedEditions.acceptanceChecklist}?gate=G1` },
  { name: 'catalog-item', route: '/catalogs/:editionId/items/:code', as: yoshida, path: () => `/catalogs/${ShippedEditions.metiFactoryChecklist}/items/1-3` },
  { name: 'specifications', route: '/specifications', as: yoshida, path: () => '/specifications' },
  { name: 'specification-new', route: '/specifications/new', as: yoshida, path: () => `/specifications/new?catalog=${ShippedEditions.metiFactoryChecklist}&item=2-7` },
  { name: 'edition', route: '/specifications/:editionId', as: yoshida, path: (seen) => `/specifications/${seen.editionId}` },
  { name: 'specification-preparing', route: '/specifications/:editionId/pdf', as: yoshida, path: (seen) => `/specifications/${seen.unsentEditionId}/pdf` },
  draft('overview', ''), draft('basics', '/basics'), draft('requirements', '/requirements'), draft('details', '/details'),
  draft('item', '/items/meti-factory-checklist%3A1-3'), draft('checklist', '/checklist'), draft('order', '/order?list=requirements'), draft('preview', '/preview'),
  draft('submission', '/submission'),
  { name: 'draft-waiting', route: '/specifications/drafts/:id', as: nakamura, path: (seen) => `/specifications/drafts/${seen.submittedDraftId}` },
  { name: 'draft-approval', route: '/specifications/drafts/:id/approval', as: nakamura, path: (seen) => `/specifications/drafts/${seen.submittedDraftId}/approval` },
];
