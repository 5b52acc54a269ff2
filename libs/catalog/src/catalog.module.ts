import { Module } from '@nestjs/common';
import { CatalogQueries } from './catalogs.queries.js';

@Module({ providers: [CatalogQueries], exports: [CatalogQueries] })
export class CatalogModule {}
