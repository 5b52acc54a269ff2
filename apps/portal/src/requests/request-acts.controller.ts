import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ExtendRequest, RecordTalk, RemindRespondent, RequestActs, WithdrawRequest } from '@libs/request';
import type { TalkKind } from '@pure/request';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { ExtendForm, TalkForm, WithdrawForm } from './forms.js';
import { RequestForms } from './request-forms.js';

/** What is done about a request as a whole. */
@Controller('requests')
export class RequestActsController {
  constructor(
    private readonly forms: RequestForms, private readonly remind: RemindRespondent, private readonly extend: ExtendRequest,
    private readonly withdraw: WithdrawRequest, private readonly talk: RecordTalk,
  ) {}

  @Post(':id/reminders')
  @May(RequestActs.remind)
  async reminded(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return this.forms.done(actor, request, { id, form: 'extend', typed: {}, notice: 'reminded', work: () => this.remind.execute(actor, id) });
  }

  @Post(':id/extension')
  @May(RequestActs.extend)
  async extended(@Param('id', IdPipe) id: string, @Body() form: ExtendForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const work = (): Promise<void> => this.extend.execute(actor, id, { dueOn: form.extendDueOn ?? '', reason: form.extendReason ?? '' });
    return this.forms.done(actor, request, { id, form: 'extend', typed: form, notice: 'extended', work });
  }

  /** Cannot be undone: the box says that this is understood. */
  @Post(':id/withdrawal')
  @May(RequestActs.withdraw)
  async withdrawn(@Param('id', IdPipe) id: string, @Body() form: WithdrawForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const work = (): Promise<void> => this.forms.sure(form.withdrawSure, () => this.withdraw.execute(actor, id, form.withdrawReason ?? ''));
    return this.forms.done(actor, request, { id, form: 'withdraw', typed: form, notice: 'withdrawn', work });
  }

  @Post(':id/talks')
  @May(RequestActs.talk)
  async talked(@Param('id', IdPipe) id: string, @Body() form: TalkForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const work = (): Promise<void> => this.talk.execute(actor, id, { kind: (form.talkKind ?? '') as TalkKind, text: form.talkText ?? '' });
    return this.forms.done(actor, request, { id, form: 'talk', typed: form, notice: 'talked', work });
  }

  /** Somebody reloads, or changes the language, on a page that answered a form. */
  @Get(':id/:act')
  @May(RequestActs.read)
  back(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.forms.back(actor, id);
  }
}
