import type { Id } from '@platform-pure/tenancy';

export type CatalogId = Id<'Catalog'>;
export type EditionId = Id<'CatalogEdition'>;
export type CrosswalkId = Id<'Crosswalk'>;

/** The common editions that every installation has, with the ids of their data files: the same everywhere, so that exports can name them. */
export const ShippedEditions = {
  metiFactoryChecklist: '9f883dbb-0952-5d12-a864-d6706afd3a20' as EditionId,
  semiconductorDraft: 'd273cf61-7e5e-5a8d-8b58-084e0e9f4236' as EditionId,
  smartFactoryChecks: '133a7aea-8adb-50ae-83b5-087f538442db' as EditionId,
  acceptanceChecklist: '8a53ddc2-77ce-5698-9d36-91b3016f3b3d' as EditionId,
} as const;

export const ShippedCrosswalks = { semiconductorDraft: 'ad88f7fa-e3de-5534-a8d9-450200401ff9' as CrosswalkId } as const;
