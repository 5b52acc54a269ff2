import { Module } from '@nestjs/common';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { AssignmentsController } from './assignments.controller.js';
import { AutoSave } from './auto-save.js';
import { CheckPages } from './check-pages.js';
import { CheckController } from './check.controller.js';
import { FactsController } from './facts.controller.js';
import { ItemFilesAnswer } from './item-files-answer.js';
import { ItemFiles } from './item-files.js';
import { ItemFilesController } from './item-files.controller.js';
import { ListPages } from './list-pages.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { SectionPages } from './section-pages.js';
import { SectionSaver } from './section-saver.js';
import { SectionsController } from './sections.controller.js';
import { ShowPages } from './show-pages.js';
import { Starting } from './starting.js';

/** The supplier's work: what is asked, answering it, handing it on, checking and submitting it. */
@Module({
  imports: [OrganizationModule, SpecificationModule, RequestModule, EvidenceModule, ResponseModule, ReviewModule, InsightModule],
  controllers: [QuestionnairesController, SectionsController, ItemFilesController, AssignmentsController, FactsController, CheckController],
  providers: [QuestionnaireDesk, ListPages, ShowPages, Starting, SectionPages, SectionSaver, AutoSave, ItemFiles, ItemFilesAnswer, CheckPages],
})
export class QuestionnairesPagesModule {}
