import { Module } from '@nestjs/common';
import { CatalogBrowsing } from './catalog-browsing.queries.js';
import { CatalogQueries } from './catalogs.queries.js';

@Module({ providers: [CatalogQueries, CatalogBrowsing], exports: [CatalogQueries, CatalogBrowsing] })
export class CatalogModule {}
