import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { SignedIn } from '@platform/http';
import { FinishStepUp, StartStepUp } from '@platform/identity';
import { Limited } from '@platform/rate-limit';
import type { IdentityId } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { localPath, withNext } from '../web/local-path.rules.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { Visitors } from '../web/visitors.js';
import { stepUpView } from './account.view.js';
import { CodeForm, NextForm, PasswordForm } from './forms.js';

/** Before a sign-off: the password again, then a code by mail, then back to where the person was (domain.md §0b.19). */
@Controller('step-up')
export class StepUpController {
  constructor(private readonly start: StartStepUp, private readonly finish: FinishStepUp, private readonly visitors: Visitors) {}

  @Get()
  @SignedIn()
  passwordForm(@Query() query: NextForm, @Req() request: PortalRequest): Promise<Page> {
    return this.page('password', request, query.next);
  }

  @Post()
  @SignedIn()
  @Limited('step_up')
  password(@Body() form: PasswordForm, @Req() request: PortalRequest): Promise<SeeOther | Page> {
    return orRedraw(async () => {
      const identityId = request.session.identityId as IdentityId;
      await this.start.execute({ sid: request.sessionID, identityId, password: form.password, source: request.ip ?? '' });
      return new SeeOther(withNext('/step-up/code', localPath(form.next)));
    }, (problems) => this.page('password', request, form.next, problems));
  }

  @Get('code')
  @SignedIn()
  codeForm(@Query() query: NextForm, @Req() request: PortalRequest): Promise<Page> {
    return this.page('code', request, query.next);
  }

  @Post('code')
  @SignedIn()
  @Limited('step_up')
  code(@Body() form: CodeForm, @Req() request: PortalRequest): Promise<SeeOther | Page> {
    return orRedraw(async () => {
      await this.finish.execute({ sid: request.sessionID, identityId: request.session.identityId as IdentityId, code: form.code });
      leaveNotice(request, 'portal.notice.stepped_up');
      return new SeeOther(localPath(form.next));
    }, (problems) => this.page('code', request, form.next, problems));
  }

  private async page(step: 'password' | 'code', request: PortalRequest, next: unknown, problems?: readonly Problem[]): Promise<Page> {
    const email = (await this.visitors.of(request))?.identity.email ?? '';
    return new Page(`account/step-up-${step}`, stepUpView(step, email, localPath(next), problems), { title: 'identity.step_up.title' });
  }
}
