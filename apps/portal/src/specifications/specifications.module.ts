import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog';
import { InsightModule } from '@libs/insight';
import { OrganizationModule } from '@libs/organization';
import { SpecificationFilesModule, SpecificationModule } from '@libs/specification';
import { ApprovalPages } from './approval-pages.js';
import { ApprovalController } from './approval.controller.js';
import { DraftCatalogs } from './draft-catalogs.js';
import { DraftChecklistController } from './draft-checklist.controller.js';
import { DraftChoiceController } from './draft-choice.controller.js';
import { DraftDetailsController } from './draft-details.controller.js';
import { DraftOrderController } from './draft-order.controller.js';
import { DraftPages } from './draft-pages.js';
import { DraftsController } from './drafts.controller.js';
import { EditionPages } from './edition-pages.js';
import { NewSpecificationController } from './new-specification.controller.js';
import { SpecificationsController } from './specifications.controller.js';
import { StartingPoints } from './starting-points.js';

/** Requirement specifications: the list, the desk of a draft, approval, editions. `new` comes before `:editionId`. */
@Module({
  imports: [CatalogModule, InsightModule, OrganizationModule, SpecificationModule, SpecificationFilesModule],
  controllers: [
    NewSpecificationController, DraftsController, DraftChoiceController, DraftDetailsController, DraftChecklistController, DraftOrderController,
    ApprovalController, SpecificationsController,
  ],
  providers: [DraftPages, DraftCatalogs, StartingPoints, ApprovalPages, EditionPages],
})
export class SpecificationsPagesModule {}
