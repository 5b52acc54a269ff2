import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApproveInspection, ConfirmInspection, InspectionActs, JudgeLot, SendBackInspection } from '@libs/inspection';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { SignForm } from './forms.js';
import { InspectionPages } from './inspection-pages.js';

/** Judged, confirmed, approved: three acts of (at least two) people on the same bytes, or sent back. */
@Controller('inspections')
export class SignOffsController {
  constructor(
    private readonly db: TenantDb, private readonly pages: InspectionPages, private readonly judge: JudgeLot, private readonly confirm: ConfirmInspection,
    private readonly approve: ApproveInspection, private readonly sendBack: SendBackInspection,
  ) {}

  /** What will be judged, and why, before it is. */
  @Get(':id/judgement')
  @May(InspectionActs.judge)
  judgement(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.judgement(tx, id));
  }

  @Post(':id/judgement')
  @May(InspectionActs.judge)
  judged(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.judge.execute(actor, id);
      leaveNotice(request, 'portal_inspections.notice.judged');
      return new SeeOther(`/inspections/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.judgement(tx, id, problems)));
  }

  @Post(':id/confirmation')
  @May(InspectionActs.confirm)
  confirmed(@Param('id', IdPipe) id: string, @Body() form: SignForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return this.signed(actor, id, form, request, 'confirmed', () => this.confirm.execute(actor, { inspectionId: id, statementSha256: form.digest ?? '' }));
  }

  @Post(':id/approval')
  @May(InspectionActs.approve)
  approved(@Param('id', IdPipe) id: string, @Body() form: SignForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return this.signed(actor, id, form, request, 'approved', () => this.approve.execute(actor, { inspectionId: id, statementSha256: form.digest ?? '' }));
  }

  @Post(':id/return')
  @May(InspectionActs.send_back)
  returned(@Param('id', IdPipe) id: string, @Body() form: SignForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const input = { inspectionId: id, statementSha256: form.digest ?? '', reason: form.reason ?? '' };
    return this.signed(actor, id, form, request, 'sent_back', () => this.sendBack.execute(actor, input));
  }

  private signed(actor: Actor, id: string, typed: object, request: PortalRequest, notice: string, act: () => Promise<void>): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await act();
      leaveNotice(request, `portal_inspections.notice.${notice}`);
      return new SeeOther(`/inspections/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { typed, problems })));
  }
}
