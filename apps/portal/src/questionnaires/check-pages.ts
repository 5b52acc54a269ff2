import { Injectable } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { Members, OrganizationActs } from '@libs/organization';
import { notFound } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { samePerson } from '@pure/attestation';
import { ResponseActs } from '@pure/response';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { checkView } from './check.view.js';
import { QuestionnaireDesk, placeOf } from './questionnaire-desk.js';

@Injectable()
export class CheckPages {
  constructor(private readonly desk: QuestionnaireDesk, private readonly members: Members, private readonly threads: Threads, private readonly day: BusinessDay) {}

  /** @throws NotFound */
  async show(tx: TenantTx, requestId: string, problems: readonly Problem[] = []): Promise<Page> {
    const opened = await this.desk.open(tx, requestId);
    if (!opened.response) throw notFound('response');
    const signers = await this.members.withRole(tx, 'supplier_signer');
    const { memberId, personKey } = tx.actor;
    const alone = signers.length > 0 && signers.every((one) => samePerson({ memberId, personKey }, { memberId: one.id, personKey: one.personKey }));
    const reader = { maySubmit: may(tx.actor, ResponseActs.submit), signers: signers.map(({ displayName }) => displayName), alone };
    const view = checkView({ ...opened, response: opened.response }, reader, problems);
    const summary = problems.map(({ field, text }) => ({ text, href: field ? placeOf(opened, field) : '#missing' }));
    const thread = await this.threads.of(tx, { requestId }, 'answer', await this.day.today(tx));
    return new Page('questionnaires/check', { ...view, problems: summary, invites: may(tx.actor, OrganizationActs.invite_member) }, { title: 'portal_questionnaires.check.title', thread });
  }
}
