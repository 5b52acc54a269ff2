export * from './pure.js';
export { CatalogQueries } from './catalogs.queries.js';
export type { CrosswalkRow, EditionSummary, PublishedEdition } from './catalogs.queries.js';
export { CatalogModule } from './catalog.module.js';
