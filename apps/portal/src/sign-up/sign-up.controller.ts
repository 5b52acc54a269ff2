import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { Open } from '@platform/http';
import { Identities, OneTimeTokens, OpenAccount, RequestSignUp, startSession } from '@platform/identity';
import { invalid } from '@platform-pure/errors';
import { Limited } from '@platform/rate-limit';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { formView } from '../web/form.view.js';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { Pages } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { AccountForm, SignUpForm } from './forms.js';
import { requireOpen } from './open-door.js';
import { accountView } from './sign-up.view.js';

const BECAUSE = 'who founds a buyer organisation has no account yet';
const TITLE = { title: 'portal_sign_up.title' };
const addressPage = (typed: object, problems?: readonly Problem[]): Page => new Page('sign-up/address', { form: formView(['email'], typed, problems) }, TITLE);

/** A buyer comes in: an address, a link by mail, an account; the organisation follows at `/sign-up/organization`. */
@Controller('sign-up')
export class SignUpController {
  constructor(
    private readonly ask: RequestSignUp, private readonly tokens: OneTimeTokens, private readonly identities: Identities,
    private readonly open: OpenAccount, private readonly pages: Pages, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings,
  ) {}

  @Get()
  @Open(BECAUSE)
  form(@Req() request: PortalRequest): Page | SeeOther {
    if (this.settings.signUp === 'closed') return new Page('sign-up/closed', {}, TITLE);
    return request.session.identityId ? new SeeOther('/sign-up/organization') : addressPage({});
  }

  /** The same answer for an address that has an account. */
  @Post()
  @Open(BECAUSE)
  @Limited('sign_up')
  request(@Body() form: SignUpForm, @Req() request: PortalRequest): Promise<Page> {
    requireOpen(this.settings);
    return orRedraw(async () => {
      await this.ask.execute({ email: form.email ?? '', language: await this.pages.language(request) });
      return new Page('sign-up/sent', {}, TITLE);
    }, (problems) => addressPage(form, problems));
  }

  @Get(':token')
  @Open(BECAUSE)
  @Limited('link')
  async account(@Param('token') token: string, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    requireOpen(this.settings);
    return request.session.identityId ? new SeeOther('/sign-up/organization') : this.accountPage(token, {});
  }

  /** Somebody reloads, or changes the language, after a refused form. */
  @Get(':token/account')
  @Open(BECAUSE)
  @Limited('link')
  again(@Param('token') token: string): SeeOther {
    return new SeeOther(`/sign-up/${encodeURIComponent(token)}`);
  }

  @Post(':token/account')
  @Open(BECAUSE)
  @Limited('link')
  openAccount(@Param('token') token: string, @Body() form: AccountForm, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    requireOpen(this.settings);
    return orRedraw(async () => {
      const person = { displayName: form.displayName ?? '', password: form.password ?? '', language: await this.pages.language(request) };
      await startSession(request, await this.open.execute({ token, person }), null);
      return new SeeOther('/sign-up/organization');
    }, (problems) => this.accountPage(token, form, problems));
  }

  /** Whoever opened the link owns the mailbox, so that the address has an account may be said. */
  private async accountPage(token: string, typed: object, problems?: readonly Problem[]): Promise<Page> {
    const seen = await this.tokens.peek(token, 'sign_up');
    if (seen?.state !== 'live') throw invalid('identity.link_dead');
    const known = await this.identities.byEmail(seen.email) !== undefined;
    return new Page('sign-up/account', accountView(token, seen.email, known, typed, problems), TITLE);
  }
}
