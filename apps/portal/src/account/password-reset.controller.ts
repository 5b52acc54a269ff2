import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Open } from '@platform/http';
import { OneTimeTokens, RequestPasswordReset, ResetPassword } from '@platform/identity';
import { Limited } from '@platform/rate-limit';
import { invalid } from '@platform-pure/errors';
import { formView } from '../web/form.view.js';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { resetView } from './account.view.js';
import { EmailForm, PasswordForm } from './forms.js';

const BECAUSE = 'whoever forgot the password cannot sign in';
const requestPage = (typed: object, problems?: readonly Problem[]): Page =>
  new Page('account/password-reset-request', { form: formView(['email'], typed, problems) }, { title: 'identity.reset_request.title' });
const resetPage = (token: string, problems?: readonly Problem[]): Page =>
  new Page('account/password-reset', resetView(token, problems), { title: 'identity.reset.title' });

@Controller('password-reset')
export class PasswordResetController {
  constructor(private readonly ask: RequestPasswordReset, private readonly set: ResetPassword, private readonly tokens: OneTimeTokens) {}

  @Get()
  @Open(BECAUSE)
  requestForm(): Page {
    return requestPage({});
  }

  /** The same answer for an address nobody has. */
  @Post()
  @Open(BECAUSE)
  @Limited('password_reset')
  request(@Body() form: EmailForm): Promise<Page> {
    return orRedraw(async () => {
      await this.ask.execute({ email: form.email });
      return new Page('account/password-reset-sent', {}, { title: 'identity.reset_request.title' });
    }, (problems) => requestPage(form, problems));
  }

  @Get(':token')
  @Open(BECAUSE)
  @Limited('link')
  async form(@Param('token') token: string): Promise<Page> {
    const seen = await this.tokens.peek(token, 'password_reset');
    if (seen?.state !== 'live') throw invalid('identity.link_dead');
    return resetPage(token);
  }

  @Post(':token')
  @Open(BECAUSE)
  @Limited('link')
  reset(@Param('token') token: string, @Body() form: PasswordForm, @Req() request: PortalRequest): Promise<SeeOther | Page> {
    return orRedraw(async () => {
      await this.set.execute({ token, password: form.password });
      leaveNotice(request, 'identity.reset.done');
      return new SeeOther('/sign-in');
    }, (problems) => resetPage(token, problems));
  }
}
