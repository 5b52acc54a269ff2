import { EvidenceModule } from '@libs/evidence';
import { RequestModule } from '@libs/request';
import { SpecificationModule } from '@libs/specification';
import { Module } from '@nestjs/common';
import { AnswerQuestion } from './answer-question.js';
import { AnswersRepository } from './answers.repository.js';
import { AttachEvidence } from './attach-evidence.js';
import { DetachEvidence } from './detach-evidence.js';
import { Questionnaires } from './questionnaires.queries.js';
import { ReleaseResponse } from './release-response.js';
import { Responses } from './responses.queries.js';
import { ResponsesRepository } from './responses.repository.js';
import { ReturnResponse } from './return-response.js';
import { StartReads, StartResponse } from './start-response.js';
import { Statements } from './statements.queries.js';
import { SubmissionReads, SubmitResponse } from './submit-response.js';
import { WithdrawSubmission } from './withdraw-submission.js';

const VERBS = [StartResponse, AnswerQuestion, AttachEvidence, DetachEvidence, SubmitResponse, WithdrawSubmission, ReleaseResponse, ReturnResponse];
const QUERIES = [Responses, Statements, Questionnaires];

@Module({
  imports: [RequestModule, SpecificationModule, EvidenceModule],
  providers: [AnswersRepository, ResponsesRepository, StartReads, SubmissionReads, ...QUERIES, ...VERBS],
  exports: [...QUERIES, ...VERBS],
})
export class ResponseModule {}
