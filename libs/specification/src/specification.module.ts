import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog';
import { OrganizationModule } from '@libs/organization';
import { ApproveSpecification } from './approve-specification.js';
import { ChangeDraft } from './change-draft.js';
import { DraftResolver } from './draft-resolver.js';
import { DraftSpecification } from './draft-specification.js';
import { EditionWriter } from './edition-writer.js';
import { RenderSpecification } from './render-specification.js';
import { ReviseSpecification } from './revise-specification.js';
import { SendBack } from './send-back.js';
import { Specifications } from './specifications.queries.js';
import { SpecificationsRepository } from './specifications.repository.js';
import { SubmitForApproval } from './submit-for-approval.js';

const offered = [
  DraftSpecification, ChangeDraft, SubmitForApproval, SendBack, ApproveSpecification, ReviseSpecification, Specifications, DraftResolver,
];

@Module({ imports: [OrganizationModule, CatalogModule], providers: [...offered, EditionWriter, SpecificationsRepository], exports: offered })
export class SpecificationModule {}

/** Printing needs the browser, which only the worker and the story hold (PdfModule). */
@Module({ imports: [SpecificationModule], providers: [RenderSpecification], exports: [RenderSpecification] })
export class SpecificationPrintModule {}
