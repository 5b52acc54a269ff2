import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { CertificateActs, REVOCATION_KINDS, RevokeCertificate, SupersedeCertificate } from '@libs/certificate';
import { FormReader } from '@platform-pure/forms';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { CertificatePages } from './certificate-pages.js';
import type { Decision } from './decision.view.js';
import { DecisionForm } from './forms.js';

/** 差替え and 失効: a reason, a page that says what follows, then the act. */
@Controller('certificates')
export class DecisionsController {
  constructor(private readonly db: TenantDb, private readonly pages: CertificatePages, private readonly supersede: SupersedeCertificate, private readonly revoke: RevokeCertificate) {}

  @Get(':id/supersession')
  @May(CertificateActs.supersede)
  supersessionForm(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.decide(tx, id, 'supersede', {}, false));
  }

  @Post(':id/supersession')
  @May(CertificateActs.supersede)
  superseded(@Param('id', IdPipe) id: string, @Body() form: DecisionForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return this.decided(actor, id, 'supersede', form, request, () => this.supersede.execute(actor, { certificateId: id, reason: form.reason ?? '' }));
  }

  @Get(':id/revocation')
  @May(CertificateActs.revoke)
  revocationForm(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.decide(tx, id, 'revoke', {}, false));
  }

  @Post(':id/revocation')
  @May(CertificateActs.revoke)
  revoked(@Param('id', IdPipe) id: string, @Body() form: DecisionForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return this.decided(actor, id, 'revoke', form, request, () => this.revoke.execute(actor, { certificateId: id, kind: form.kind as never, reason: form.reason ?? '' }));
  }

  private decided(actor: Actor, id: string, decision: Decision, form: DecisionForm, request: PortalRequest, act: () => Promise<void>): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      if (form.checked !== 'yes') {
        readDecision(form, decision);
        return this.db.run(actor, (tx) => this.pages.decide(tx, id, decision, form, true));
      }
      await act();
      leaveNotice(request, `portal_certificates.${decision}.notice`);
      return new SeeOther(`/certificates/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.decide(tx, id, decision, form, false, problems)));
  }
}

/** The same shape the verb asks for, so that the check page never repeats what it will refuse. */
function readDecision({ reason, kind }: DecisionForm, decision: Decision): void {
  const form = new FormReader();
  form.text('reason', reason, 200);
  if (decision === 'revoke') form.oneOf('kind', kind as never, REVOCATION_KINDS);
  form.finish('certificate.decision_invalid');
}
