import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { SpecificationModule } from '@libs/specification';
import { Module } from '@nestjs/common';
import { AgreeResponse, AgreementReads } from './agree-response.js';
import { Agreements } from './agreements.queries.js';
import { ExaminedStatement } from './examined-statement.js';
import { RegisterProxyReply } from './register-proxy-reply.js';
import { ReplyReads, ReplyToFinding } from './reply-to-finding.js';
import { ReturnWithFindings } from './return-with-findings.js';
import { ReviewAnswer } from './review-answer.js';
import { Reviews } from './reviews.queries.js';
import { ReviewsRepository } from './reviews.repository.js';

const OFFERED = [ReviewAnswer, ReturnWithFindings, ReplyToFinding, AgreeResponse, RegisterProxyReply, Reviews, Agreements];

@Module({
  imports: [SpecificationModule, RequestModule, ResponseModule],
  providers: [ReviewsRepository, ExaminedStatement, ReplyReads, AgreementReads, ...OFFERED],
  exports: OFFERED,
})
export class ReviewModule {}
