export * from './pure.js';
export { CatalogBrowsing } from './catalog-browsing.queries.js';
export type { EditionOverview, ItemsAsked, ItemsFound } from './catalog-browsing.queries.js';
export { CatalogQueries } from './catalogs.queries.js';
export type { CrosswalkRow, EditionSummary, PublishedEdition } from './catalogs.queries.js';
export { CatalogModule } from './catalog.module.js';
