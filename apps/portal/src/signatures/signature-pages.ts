import { Injectable } from '@nestjs/common';
import { AttestationActs, Attestations, samePerson } from '@libs/attestation';
import { BusinessDay, Threads } from '@libs/insight';
import { Members } from '@libs/organization';
import { Statements } from '@libs/response';
import type { SubmittedStatement } from '@libs/response';
import { Specifications } from '@libs/specification';
import { notFound } from '@platform-pure/errors';
import { Clock } from '@platform/clock';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { signatureView } from './signature.view.js';

/** What a signature page stands on besides the statement. */
@Injectable()
export class SigningPeople {
  constructor(private readonly statements: Statements, private readonly members: Members) {}

  /** Whether the reader is who submitted it, and who may sign. */
  async of(tx: TenantTx, statement: SubmittedStatement): Promise<{ readonly alone: boolean; readonly signers: readonly string[] }> {
    const signers = await this.members.withRole(tx, 'supplier_signer');
    const submitterId = await this.statements.submitter(tx, statement.id);
    const submitter = submitterId ? await this.members.byId(tx, submitterId) : undefined;
    const { memberId, personKey } = tx.actor;
    return { alone: samePerson({ memberId, personKey }, { memberId: submitterId, personKey: submitter?.personKey ?? null }), signers: signers.map(({ displayName }) => displayName) };
  }
}

@Injectable()
export class SignatureLine {
  constructor(private readonly threads: Threads, private readonly day: BusinessDay) {}

  async of(tx: TenantTx, { id, requestId, document }: SubmittedStatement) {
    return this.threads.of(tx, { requestId, statementId: id, editionId: document.specification.editionId }, 'answer', await this.day.today(tx));
  }
}

@Injectable()
export class SignaturePages {
  constructor(
    private readonly statements: Statements, private readonly specifications: Specifications, private readonly attestations: Attestations, private readonly people: SigningPeople,
    private readonly line: SignatureLine, private readonly clock: Clock,
  ) {}

  /** @throws NotFound, also for the buyer: what it may see stands on the response's page. */
  async show(tx: TenantTx, id: string, problems: readonly Problem[] = [], typed: object = {}): Promise<Page> {
    const statement = await this.ours(tx, id);
    const { document } = statement;
    const { document: specification } = await this.specifications.edition(tx, document.specification.editionId);
    const { actor } = tx;
    const fresh = actor.stepUp !== null && actor.stepUp.expiresAt.getTime() > this.clock.now().getTime();
    const reader = { ...await this.people.of(tx, statement), fresh, maySign: may(actor, AttestationActs.sign), mayDecline: may(actor, AttestationActs.decline) };
    const view = signatureView({ statement, specification, attestation: await this.attestations.of(tx, id), reader }, problems, typed);
    return new Page('signatures/show', view, { title: 'portal_signatures.title', thread: await this.line.of(tx, statement) });
  }

  async questionnaire(tx: TenantTx, id: string): Promise<string> {
    return `/questionnaires/${(await this.ours(tx, id)).requestId}`;
  }

  private async ours(tx: TenantTx, id: string): Promise<SubmittedStatement> {
    const statement = await this.statements.submitted(tx, id);
    if (statement.supplierOrganizationId !== tx.organizationId) throw notFound('response_statement');
    return statement;
  }
}
