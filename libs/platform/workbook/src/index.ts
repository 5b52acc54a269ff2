import { Global, Module } from '@nestjs/common';
import { BookWriter } from './book-writer.js';
import { ImportPreviews } from './import-previews.repository.js';
import { TableWriter } from './table-writer.js';
import { TemplateWriter } from './template-writer.js';
import { WorkbookReader } from './workbook-reader.js';

export { BookWriter } from './book-writer.js';
export { ImportPreviews } from './import-previews.repository.js';
export type { ImportPreview, ImportPreviewId } from './import-previews.repository.js';
export { TemplateWriter } from './template-writer.js';
export { TableWriter } from './table-writer.js';
export { WorkbookReader } from './workbook-reader.js';
export * from './pure.js';

@Global()
@Module({ providers: [BookWriter, TableWriter, TemplateWriter, WorkbookReader, ImportPreviews], exports: [BookWriter, TableWriter, TemplateWriter, WorkbookReader, ImportPreviews] })
export class WorkbookModule {}
