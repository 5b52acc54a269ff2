import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog';
import { OrganizationModule } from '@libs/organization';
import { ApproveSpecification } from './approve-specification.js';
import { ArrangeItems } from './arrange-items.js';
import { AskForPrint } from './ask-for-print.js';
import { ChangeBasics } from './change-basics.js';
import { ChangeDraft } from './change-draft.js';
import { ChangeItems } from './change-items.js';
import { ChooseItems } from './choose-items.js';
import { DraftChanges } from './draft-changes.js';
import { DraftResolver } from './draft-resolver.js';
import { DraftSpecification } from './draft-specification.js';
import { EditionWriter } from './edition-writer.js';
import { PrintFiling, PrintSpecification } from './print-specification.js';
import { RenderSpecification } from './render-specification.js';
import { ReviseSpecification } from './revise-specification.js';
import { SendBack } from './send-back.js';
import { SpecificationFiles } from './specification-files.queries.js';
import { SpecificationFilesRepository } from './specification-files.repository.js';
import { Specifications } from './specifications.queries.js';
import { SpecificationsRepository } from './specifications.repository.js';
import { SubmitForApproval } from './submit-for-approval.js';

const offered = [
  DraftSpecification, ChangeDraft, ChangeBasics, ChooseItems, ChangeItems, ArrangeItems, SubmitForApproval, SendBack, ApproveSpecification, ReviseSpecification,
  Specifications, DraftResolver,
];

@Module({ imports: [OrganizationModule, CatalogModule], providers: [...offered, EditionWriter, DraftChanges, SpecificationsRepository], exports: offered })
export class SpecificationModule {}

/** The printed files; needs the storage. */
@Module({ imports: [SpecificationModule], providers: [SpecificationFiles, AskForPrint], exports: [SpecificationFiles, AskForPrint] })
export class SpecificationFilesModule {}

/** Printing needs the browser, which only the worker and the story hold (PdfModule). */
@Module({ imports: [SpecificationModule, SpecificationFilesModule], providers: [RenderSpecification, PrintSpecification, PrintFiling, SpecificationFilesRepository], exports: [RenderSpecification, PrintSpecification] })
export class SpecificationPrintModule {}
