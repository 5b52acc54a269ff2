import { EvidenceModule } from '@libs/evidence';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { SpecificationModule } from '@libs/specification';
import { Module } from '@nestjs/common';
import { I18nModule } from '@platform/i18n';
import { WorkbookModule } from '@platform/workbook';
import { AnswerQuestion } from './answer-question.js';
import { AnswersRepository } from './answers.repository.js';
import { AssignItems } from './assign-items.js';
import { Assignments } from './assignments.queries.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AttachEvidence } from './attach-evidence.js';
import { CountAnswers } from './count-answers.js';
import { FreezeProxyReply, ProxyReads } from './freeze-proxy-reply.js';
import { DetachEvidence } from './detach-evidence.js';
import { ImportWorkbook } from './import-workbook.js';
import { PreviewWorkbook } from './preview-workbook.js';
import { QuestionnaireWorkbooks } from './questionnaire-workbooks.js';
import { ProxyWorkbooks } from './proxy-workbooks.js';
import { Questionnaires } from './questionnaires.queries.js';
import { ReleaseResponse } from './release-response.js';
import { Responses } from './responses.queries.js';
import { ResponsesRepository } from './responses.repository.js';
import { ReturnResponse } from './return-response.js';
import { StartReads, StartResponse } from './start-response.js';
import { Statements } from './statements.queries.js';
import { SubmissionReads, SubmitResponse } from './submit-response.js';
import { WithdrawAssignment } from './withdraw-assignment.js';
import { WithdrawSubmission } from './withdraw-submission.js';
import { AnswerBases } from './workbook/answer-bases.queries.js';

const VERBS = [StartResponse, AnswerQuestion, PreviewWorkbook, ImportWorkbook, AttachEvidence, DetachEvidence, AssignItems, WithdrawAssignment, SubmitResponse, WithdrawSubmission, ReleaseResponse, ReturnResponse, FreezeProxyReply, CountAnswers];
const QUERIES = [Responses, Statements, Questionnaires, Assignments, AnswerBases, QuestionnaireWorkbooks, ProxyWorkbooks];

@Module({
  imports: [I18nModule, WorkbookModule, OrganizationModule, RequestModule, SpecificationModule, EvidenceModule],
  providers: [AnswersRepository, AssignmentsRepository, ResponsesRepository, StartReads, SubmissionReads, ProxyReads, ...QUERIES, ...VERBS],
  exports: [...QUERIES, ...VERBS],
})
export class ResponseModule {}
