import { Module } from '@nestjs/common';
import { AttestationModule } from '@libs/attestation';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { DecisionPages } from './decision-pages.js';
import { DecisionsController } from './decisions.controller.js';
import { EvidenceViewController } from './evidence-view.controller.js';
import { NoteAnswers } from './note-answers.js';
import { ReviewPages } from './review-pages.js';
import { ReviewContext, ReviewReads } from './review-reads.js';
import { ReviewsController } from './reviews.controller.js';

@Module({
  imports: [SpecificationModule, RequestModule, EvidenceModule, ResponseModule, AttestationModule, ReviewModule, InsightModule],
  controllers: [ReviewsController, DecisionsController, EvidenceViewController],
  providers: [ReviewPages, ReviewReads, ReviewContext, DecisionPages, NoteAnswers],
})
export class ReviewsPagesModule {}
