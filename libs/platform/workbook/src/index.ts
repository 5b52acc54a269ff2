import { Global, Module } from '@nestjs/common';
import { TableWriter } from './table-writer.js';

export { TableWriter } from './table-writer.js';
export * from './pure.js';

@Global()
@Module({ providers: [TableWriter], exports: [TableWriter] })
export class WorkbookModule {}
