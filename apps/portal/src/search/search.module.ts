import { Module } from '@nestjs/common';
import { InsightModule } from '@libs/insight';
import { SearchController } from './search.controller.js';

@Module({ imports: [InsightModule], controllers: [SearchController] })
export class SearchPagesModule {}
