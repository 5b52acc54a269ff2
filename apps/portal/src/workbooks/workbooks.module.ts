import { Module } from '@nestjs/common';
import { InsightModule } from '@libs/insight';
import { ResponseModule } from '@libs/response';
import { WorkbookImportController } from './workbook-import.controller.js';
import { WorkbookPages } from './workbook-pages.js';
import { WorkbooksController } from './workbooks.controller.js';

/** The questionnaire as a workbook, out and back; below the questionnaire's own address. */
@Module({
  imports: [ResponseModule, InsightModule],
  controllers: [WorkbooksController, WorkbookImportController],
  providers: [WorkbookPages],
})
export class WorkbooksPagesModule {}
