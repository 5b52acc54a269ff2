import { Injectable } from '@nestjs/common';
import { Attestations } from '@libs/attestation';
import { Statements } from '@libs/response';
import type { SubmittedStatement } from '@libs/response';
import { Specifications } from '@libs/specification';
import type { SpecificationDocument } from '@libs/specification';
import type { MailRequest as RequestLine, MailViews } from '@platform/mail';
import { TenantDb } from '@platform/tenancy';
import type { Actor, Language, TenantTx } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';
import { MailDesk } from './mail-desk.js';
import { ANSWERING } from './telling.rules.js';

interface ResponseLetter { readonly statement: SubmittedStatement; readonly specification: SpecificationDocument; readonly signer: string }

/** What the mails about a submission say, read by the organisation that acted. */
@Injectable()
export class ResponseLetters {
  constructor(private readonly statements: Statements, private readonly specifications: Specifications, private readonly attestations: Attestations) {}

  async read(tx: TenantTx, statementId: string): Promise<ResponseLetter> {
    const statement = await this.statements.submitted(tx, statementId);
    const { document: specification } = await this.specifications.edition(tx, statement.document.specification.editionId);
    return { statement, specification, signer: (await this.attestations.of(tx, statementId))?.name ?? '' };
  }
}

const requestLine = ({ statement, specification }: ResponseLetter, language: Language): RequestLine =>
  ({ number: statement.document.request.number, title: specification.title[language] });

/** `attestation.seal`: the buyer's procurement may begin to examine. */
@Injectable()
export class MailReleasedResponse implements Reacts {
  constructor(private readonly db: TenantDb, private readonly letters: ResponseLetters, private readonly desk: MailDesk) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const letter = await this.db.run(actor, (tx) => this.letters.read(tx, event.objectId));
    const { id, releasedAt, buyerOrganizationId: organizationId, document: { respondent, revision } } = letter.statement;
    if (!releasedAt) throw new Error(`statement ${id} is sealed and not released`);
    await this.desk.send(event, { kind: 'response-released', about: 'attestation.seal', to: { organizationId, roles: ['procurement'] }, replyTo: null, view: (language, link) => ({
      supplier: respondent.name, factory: respondent.factoryName, request: requestLine(letter, language), revision, signer: letter.signer, releasedAt,
      url: link(`/responses/${id}`),
    }) });
  }
}

/** `review.return`: those who answered read what is asked of them. */
@Injectable()
export class MailReturnedResponse implements Reacts {
  constructor(private readonly db: TenantDb, private readonly letters: ResponseLetters, private readonly desk: MailDesk) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const letter = await this.db.run(actor, (tx) => this.letters.read(tx, event.objectId));
    const { contact } = letter.specification.buyer;
    const to = { organizationId: letter.statement.supplierOrganizationId, roles: ANSWERING };
    await this.desk.send(event, { kind: 'response-returned', about: 'review.return', to, replyTo: contact, view: (language, link) => returnedView(letter, language, link) });
  }
}

function returnedView(letter: ResponseLetter, language: Language, link: (path: string) => string): MailViews['response-returned'] {
  const { statement: { id, findings, document }, specification: { buyer } } = letter;
  const titles = new Map(document.answers.map((answer) => [answer.key, answer.title[language]]));
  const days = findings.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return {
    buyer: language === 'en' ? buyer.nameEn ?? buyer.name : buyer.name, contact: buyer.contact, request: requestLine(letter, language),
    findings: findings.map(({ requirementKey, text, dueOn }) => ({ title: titles.get(requirementKey) ?? requirementKey, text, dueOn })),
    dueOn: days[0] ?? null, url: link(`/responses/${id}`),
  };
}
