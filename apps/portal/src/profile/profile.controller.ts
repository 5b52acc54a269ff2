import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { SignedIn } from '@platform/http';
import { ChangePassword, ChangePerson, EndSessions } from '@platform/identity';
import { notFound } from '@platform-pure/errors';
import type { IdentityId, Language } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { NewPasswordForm, PersonForm } from './forms.js';
import { ProfilePages } from './profile-pages.js';

/** A person's own things, in whatever organisation, or in none. */
@Controller('profile')
export class ProfileController {
  constructor(
    private readonly pages: ProfilePages, private readonly changePerson: ChangePerson, private readonly changePassword: ChangePassword, private readonly end: EndSessions,
  ) {}

  @Get()
  @SignedIn()
  show(@Req() request: PortalRequest): Promise<Page> {
    return this.pages.show(request);
  }

  @Post()
  @SignedIn()
  change(@Body() form: PersonForm, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const { displayName = '', language = '', timeZone = '' } = form;
      await this.changePerson.execute({ identityId: me(request), displayName, language: language as Language, timeZone });
      return done(request, 'portal_profile.changed');
    }, (problems) => this.pages.show(request, { form: 'person', typed: form, problems }));
  }

  /** Somebody reloads, or changes the language, after a refused form. */
  @Get('password')
  @SignedIn()
  again(): SeeOther {
    return new SeeOther('/profile');
  }

  @Post('password')
  @SignedIn()
  password(@Body() form: NewPasswordForm, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const { currentPassword = '', newPassword = '' } = form;
      await this.changePassword.execute({ identityId: me(request), sid: request.sessionID, currentPassword, newPassword, source: request.ip ?? '' });
      return done(request, 'identity.change_password.done');
    }, (problems) => this.pages.show(request, { form: 'password', typed: {}, problems }));
  }

  /** All but this one. */
  @Post('sessions')
  @SignedIn()
  async endOthers(@Req() request: PortalRequest): Promise<SeeOther> {
    await this.end.others({ identityId: me(request), sid: request.sessionID });
    return done(request, 'portal_profile.others_ended');
  }

  @Post('sessions/:key')
  @SignedIn()
  async endOne(@Param('key') key: string, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.end.one({ identityId: me(request), key });
    return done(request, 'portal_profile.session_ended');
  }
}

function me(request: PortalRequest): IdentityId {
  const { identityId } = request.session;
  if (!identityId) throw notFound('identity');
  return identityId;
}

function done(request: PortalRequest, notice: string): SeeOther {
  leaveNotice(request, notice);
  return new SeeOther('/profile');
}
