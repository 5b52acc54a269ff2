import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AttestationActs, DeclineSignature, SignResponse } from '@libs/attestation';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { DomainError } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { withNext } from '../web/local-path.rules.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { DeclineForm, SignForm } from './forms.js';
import { SignaturePages } from './signature-pages.js';

/** What the signer reads is what is signed: the frozen statement, its digest, its files. */
@Controller('signatures/:statementId')
export class SignaturesController {
  constructor(private readonly db: TenantDb, private readonly pages: SignaturePages, private readonly sign: SignResponse, private readonly decline: DeclineSignature) {}

  @Get()
  @May(AttestationActs.read)
  show(@Param('statementId', IdPipe) statementId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, statementId));
  }

  /** The act itself asks for the second factor: when it has run out, the person shows it again and comes back here, not to the home page. */
  @Post()
  @May(AttestationActs.read)
  async signing(@Param('statementId', IdPipe) statementId: string, @Body() form: SignForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      try {
        await this.sign.execute(actor, { statementId, digest: form.digest ?? '' });
      } catch (error) {
        if (error instanceof DomainError && error.kind === 'step_up') return new SeeOther(withNext('/step-up', `/signatures/${statementId}`));
        throw error;
      }
      leaveNotice(request, 'portal_signatures.notice.signed');
      return new SeeOther(`/signatures/${statementId}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, statementId, problems)));
  }

  @Post('decline')
  @May(AttestationActs.decline)
  declining(@Param('statementId', IdPipe) statementId: string, @Body() form: DeclineForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.decline.execute(actor, { statementId, reason: form.reason ?? '' });
      leaveNotice(request, 'portal_signatures.notice.declined');
      return new SeeOther(await this.db.run(actor, (tx) => this.pages.questionnaire(tx, statementId)));
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, statementId, problems, form)));
  }
}
