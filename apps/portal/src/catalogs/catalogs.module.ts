import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog';
import { CatalogPages } from './catalog-pages.js';
import { CatalogsController } from './catalogs.controller.js';

/** Requirement catalogues: what there is to choose from, and what is known and not there. */
@Module({ imports: [CatalogModule], controllers: [CatalogsController], providers: [CatalogPages] })
export class CatalogsPagesModule {}
