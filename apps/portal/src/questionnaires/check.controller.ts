import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { SubmitResponse } from '@libs/response';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { notFound } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ResponseActs } from '@pure/response';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { CheckPages } from './check-pages.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';

@Controller('questionnaires/:requestId')
export class CheckController {
  constructor(private readonly db: TenantDb, private readonly desk: QuestionnaireDesk, private readonly pages: CheckPages, private readonly submit: SubmitResponse) {}

  @Get('check')
  @May(ResponseActs.read)
  check(@Param('requestId', IdPipe) requestId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, requestId));
  }

  /** Frozen for the signer; the buyer sees it only when it is signed and sealed. */
  @Post('submission')
  @May(ResponseActs.submit)
  submission(@Param('requestId', IdPipe) requestId: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const { response } = await this.db.run(actor, (tx) => this.desk.open(tx, requestId));
      if (!response) throw notFound('response');
      const { statementId } = await this.submit.execute(actor, { responseId: response.id });
      leaveNotice(request, 'portal_questionnaires.notice.submitted');
      return new SeeOther(`/signatures/${statementId}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, requestId, problems)));
  }
}
