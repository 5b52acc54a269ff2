import { Body, Controller, Get, Inject, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { Open, SignedIn, isHttps } from '@platform/http';
import { Memberships, SignOut, cookieName, endSession, startSession } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { Limited } from '@platform/rate-limit';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import type { PortalReply, PortalRequest } from '../web/http.js';
import { localPath, withNext } from '../web/local-path.rules.js';
import { Page, SeeOther } from '../web/page.js';
import { signInView } from './account.view.js';
import { NextForm, SignInForm } from './forms.js';
import { RedrawSignIn } from './sign-in.filter.js';
import { SignInGuard } from './sign-in.guard.js';

@Controller()
export class SignInController {
  constructor(
    private readonly memberships: Memberships, private readonly leave: SignOut, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings,
  ) {}

  @Get('sign-in')
  @Open('nobody is signed in yet')
  form(@Query() query: NextForm, @Req() request: PortalRequest): Page | SeeOther {
    const next = localPath(query.next);
    if (request.session.identityId) return new SeeOther(next);
    return new Page('account/sign-in', signInView({}, next), { title: 'identity.sign_in.title' });
  }

  /** Somebody of several organisations says for which one; somebody of one is asked nothing. */
  @Post('sign-in')
  @Open('nobody is signed in yet')
  @Limited('sign_in')
  @UseGuards(SignInGuard)
  @UseFilters(RedrawSignIn)
  async signIn(@Body() form: SignInForm, @Req() request: PortalRequest): Promise<SeeOther> {
    const person = request.user as unknown as IdentityRow;
    const all = await this.memberships.of(person.id);
    await startSession(request, person.id, all.length === 1 ? all[0].organizationId : null);
    const next = localPath(form.next);
    return new SeeOther(all.length === 1 ? next : withNext('/organizations', next));
  }

  @Post('sign-out')
  @SignedIn()
  async signOut(@Req() request: PortalRequest, @Res({ passthrough: true }) reply: PortalReply): Promise<SeeOther> {
    const { identityId } = request.session;
    if (identityId) await this.leave.execute({ sid: request.sessionID, identityId });
    await endSession(request);
    const secure = isHttps(this.settings);
    reply.setHeader('clear-site-data', '"storage"'); // what was typed and not saved stays with nobody
    reply.clearCookie(cookieName(secure), { path: '/', secure, httpOnly: true, sameSite: 'lax' });
    return new SeeOther('/sign-in');
  }
}
