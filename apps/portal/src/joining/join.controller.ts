import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AcceptSupplierInvitation, ForwardInvitation } from '@libs/request';
import { Open, SignedIn } from '@platform/http';
import { startSession } from '@platform/identity';
import { Limited } from '@platform/rate-limit';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { AcceptForm, ForwardForm, JoinForm } from './forms.js';
import { JoinPages } from './join-pages.js';
import { Newcomers } from './newcomers.js';

const BECAUSE = 'the one-time link is what lets a supplier in who has no account yet';

/** A supplier accepts: first the person (sign in or an account), then the organisation (one of mine or a new one). */
@Controller('join')
export class JoinController {
  constructor(
    private readonly newcomers: Newcomers, private readonly pages: JoinPages, private readonly accept: AcceptSupplierInvitation, private readonly forward: ForwardInvitation,
  ) {}

  @Get(':token')
  @Open(BECAUSE)
  @Limited('link')
  form(@Param('token') token: string, @Req() request: PortalRequest): Promise<Page> {
    return this.pages.show(token, request, {});
  }

  /** Somebody reloads, or changes the language, after a form. */
  @Get(':token/forward')
  @Open(BECAUSE)
  @Limited('link')
  forwardForm(@Param('token') token: string): SeeOther {
    return new SeeOther(`/join/${encodeURIComponent(token)}`);
  }

  /** The mail was handed on: a link to one's own address. The same answer for every address. */
  @Post(':token/forward')
  @Open(BECAUSE)
  @Limited('forward')
  forwarded(@Param('token') token: string, @Body() form: ForwardForm, @Req() request: PortalRequest): Promise<Page> {
    return orRedraw(async () => {
      await this.forward.execute({ token, email: form.email ?? '' });
      return new Page('joining/forwarded', {}, { title: 'portal.join.title' });
    }, (problems) => this.pages.show(token, request, form, problems));
  }

  /** Somebody reloads, or changes the language, after a refused form. */
  @Get(':token/account')
  @Open(BECAUSE)
  @Limited('link')
  accountForm(@Param('token') token: string): SeeOther {
    return new SeeOther(`/join/${encodeURIComponent(token)}`);
  }

  /** The link was mailed to that address: opening it proved whose it is. */
  @Post(':token/account')
  @Open(BECAUSE)
  @Limited('link')
  account(@Param('token') token: string, @Body() form: AcceptForm, @Req() request: PortalRequest): Promise<SeeOther | Page> {
    return orRedraw(async () => {
      const person = await this.newcomers.enrol(token, 'supplier_invitation', request, form);
      await startSession(request, person, null);
      return new SeeOther(`/join/${encodeURIComponent(token)}`);
    }, (problems) => this.pages.show(token, request, form, problems));
  }

  @Post(':token')
  @SignedIn()
  @Limited('link')
  join(@Param('token') token: string, @Body() form: JoinForm, @Req() request: PortalRequest): Promise<SeeOther | Page> {
    return orRedraw(async () => {
      const person = await this.newcomers.person(request);
      const accepted = await this.accept.execute({ token, identityId: person.id, join: this.pages.choice(form, person) });
      await startSession(request, person.id, accepted.organizationId);
      leaveNotice(request, 'portal.notice.supplier_joined');
      return new SeeOther('/questionnaires/newest');
    }, (problems) => this.pages.show(token, request, form, problems));
  }
}
