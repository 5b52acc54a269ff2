import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { AccessTokenActs, IssueAccessToken, RevokeAccessToken } from '@platform/identity';
import type { TokenScope } from '@platform/identity';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { TokenForm } from './forms.js';
import { TokenPages } from './token-pages.js';

@Controller('profile/tokens')
export class TokensController {
  constructor(private readonly pages: TokenPages, private readonly issue: IssueAccessToken, private readonly end: RevokeAccessToken) {}

  @Get()
  @May(AccessTokenActs.read)
  list(@CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.list(actor);
  }

  /** No redirection: the token is on this one page and is kept nowhere, so no other address can show it. */
  @Post()
  @HttpCode(200)
  @May(AccessTokenActs.issue)
  make(@Body() form: TokenForm, @CurrentActor() actor: Actor): Promise<Page> {
    return orRedraw(async () => {
      const { name = '', scopes, days = '' } = form;
      const issued = await this.issue.execute(actor, { name, scopes: scopes as TokenScope[], days: Number(days) });
      return this.pages.issued(name, issued);
    }, (problems) => this.pages.list(actor, { typed: form, problems }));
  }

  @Post(':id/revocation')
  @May(AccessTokenActs.revoke)
  async revoke(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.end.execute(actor, id);
    leaveNotice(request, 'portal_tokens.revoked');
    return new SeeOther('/profile/tokens');
  }
}
