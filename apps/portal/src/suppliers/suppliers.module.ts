import { Module } from '@nestjs/common';
import { InsightModule } from '@libs/insight';
import { RequestModule } from '@libs/request';
import { SupplierModule } from '@libs/supplier';
import { SupplierImportPages } from './supplier-import-pages.js';
import { SupplierImportsController } from './supplier-imports.controller.js';
import { SupplierPages } from './supplier-pages.js';
import { SuppliersController } from './suppliers.controller.js';

/** The imports first: `import` is no factory. */
@Module({
  imports: [SupplierModule, RequestModule, InsightModule], controllers: [SupplierImportsController, SuppliersController], providers: [SupplierPages, SupplierImportPages],
})
export class SuppliersPagesModule {}
