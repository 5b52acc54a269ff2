import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AddRecipient, CorrectFacts, RecordBounce, RequestActs, SettleBounce } from '@libs/request';
import { notFound } from '@platform-pure/errors';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { BounceForm, CorrectFactsForm, RecipientForm, SettleForm, factsOf } from './forms.js';
import { RequestForms } from './request-forms.js';

/** Who is written to, what did not arrive, and what of the request's premises was otherwise. */
@Controller('requests')
export class RequestMailsController {
  constructor(
    private readonly forms: RequestForms, private readonly add: AddRecipient, private readonly bounce: RecordBounce,
    private readonly settle: SettleBounce, private readonly correct: CorrectFacts,
  ) {}

  @Post(':id/recipients')
  @May(RequestActs.add_recipient)
  async added(@Param('id', IdPipe) id: string, @Body() form: RecipientForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const insteadOf = form.recipientInsteadOf || null;
    if (insteadOf !== null && !isId(insteadOf)) throw notFound('request');
    const work = (): Promise<void> => this.add.execute(actor, id, { email: form.recipientEmail ?? '', name: form.recipientName, insteadOf });
    return this.forms.done(actor, request, { id, form: 'recipient', typed: form, notice: 'addressed', work });
  }

  @Post(':id/bounces')
  @May(RequestActs.record_bounce)
  async bounced(@Param('id', IdPipe) id: string, @Body() form: BounceForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const work = (): Promise<void> => this.bounce.execute(actor, id, { address: form.bounceAddress ?? '', reason: form.bounceReason ?? '' });
    return this.forms.done(actor, request, { id, form: 'bounce', typed: form, notice: 'bounced', work });
  }

  @Post(':id/bounces/settlement')
  @May(RequestActs.settle_bounce)
  async settled(@Param('id', IdPipe) id: string, @Body() form: SettleForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    if (!isId(form.bounceId)) throw notFound('request');
    const bounceId = form.bounceId as string;
    return this.forms.done(actor, request, { id, form: 'bounce', typed: {}, notice: 'settled', work: () => this.settle.execute(actor, id, bounceId) });
  }

  @Post(':id/facts')
  @May(RequestActs.correct_facts)
  async corrected(@Param('id', IdPipe) id: string, @Body() form: CorrectFactsForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const work = async (): Promise<void> => this.correct.execute(actor, id, { facts: await this.forms.changed(actor, id, factsOf(form)), reason: form.factsReason ?? '' });
    return this.forms.done(actor, request, { id, form: 'facts', typed: form, notice: 'corrected', work });
  }

  /** Somebody reloads, or changes the language, on a page that answered a form. */
  @Get(':id/bounces/settlement')
  @May(RequestActs.read)
  back(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.forms.back(actor, id);
  }
}
