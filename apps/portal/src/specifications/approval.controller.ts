import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApproveSpecification, SendBack, SpecificationActs, SubmitForApproval } from '@libs/specification';
import { DomainError } from '@platform/errors';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { withNext } from '../web/local-path.rules.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { ApprovalPages } from './approval-pages.js';
import { draftPath } from './draft-head.view.js';
import { ReturnForm, VersionForm, versionOf } from './forms.js';

/** Submitting, and what the approver does with it. */
@Controller('specifications/drafts/:id')
export class ApprovalController {
  constructor(private readonly pages: ApprovalPages, private readonly submit: SubmitForApproval, private readonly back: SendBack, private readonly approve: ApproveSpecification) {}

  @Get('submission')
  @May(SpecificationActs.submit)
  check(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.submission(actor, id);
  }

  @Post('submission')
  @May(SpecificationActs.submit)
  send(@Param('id', IdPipe) id: string, @Body() form: VersionForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.submit.execute(actor, id, versionOf(form));
      leaveNotice(request, 'portal_specifications.notice_submitted');
      return new SeeOther(draftPath(id));
    }, (problems) => this.pages.submissionAgain(actor, id, problems));
  }

  @Get('approval')
  @May(SpecificationActs.send_back)
  decide(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.approval(actor, id);
  }

  @Post('return')
  @May(SpecificationActs.send_back)
  sendBack(@Param('id', IdPipe) id: string, @Body() form: ReturnForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.back.execute(actor, id, versionOf(form), form.reason ?? '');
      leaveNotice(request, 'portal_specifications.notice_sent_back');
      return new SeeOther(draftPath(id));
    }, (problems) => this.pages.approvalAgain(actor, id, form, problems));
  }

  /** Declared as the page is: the second factor is asked for here, so that the way back leads to the button and not home. */
  @Post('approval')
  @May(SpecificationActs.send_back)
  approveIt(@Param('id', IdPipe) id: string, @Body() form: VersionForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orStepUp(`${draftPath(id)}/approval`, () => orRedraw(async () => {
      const { editionId } = await this.approve.execute(actor, id, versionOf(form));
      leaveNotice(request, 'portal_specifications.notice_approved');
      return new SeeOther(`/specifications/${editionId}`);
    }, (problems) => this.pages.approvalAgain(actor, id, {}, problems)));
  }
}

/** Without a fresh second factor: shown first, then back to the page with the button. */
async function orStepUp<T>(back: string, work: () => Promise<T>): Promise<T | SeeOther> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'step_up') return new SeeOther(withNext('/step-up', back));
    throw error;
  }
}
