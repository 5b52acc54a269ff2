import { Requests } from '@libs/request';
import type { FrozenStatement } from '@libs/response';
import { Specifications } from '@libs/specification';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, stepUpRequired } from '@platform/errors';
import { Ledger } from '@platform/ledger';
import { canonicalText, sha256Hex } from '@platform/signing';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { deviationsOf } from '@pure/response';
import { buildAgreement } from './agreement.document.js';
import type { AgreementDocument, AgreementId } from './agreement.document.js';
import { cleanPriceTalk, confirmDeviations } from './agreement.rules.js';
import type { Agreement } from './agreements.queries.js';
import { ExaminedStatement } from './examined-statement.js';
import { ReviewActs } from './review.policy.js';
import { ReviewsRepository } from './reviews.repository.js';

export interface AgreeInput {
  readonly statementId: string;
  /** sha-256 (hex) of the statement the buyer has before him. */
  readonly digest: string;
  readonly priceTalk: { readonly state: string; readonly note?: string | null };
  /** Keys of the deviations the buyer confirms: all that stand in the statement, and no others. */
  readonly deviations: readonly string[];
}

/** What an agreement is made of: the statement under examination, its request and its edition. */
@Injectable()
export class AgreementReads {
  constructor(readonly examined: ExaminedStatement, readonly requests: Requests, readonly specifications: Specifications) {}
}

/** The buyer's act on a signed statement (or on one it registered itself, which then says so): this specification, answered thus, governs the orders that pin it. */
@Injectable()
export class AgreeResponse {
  constructor(
    private readonly db: TenantDb, private readonly reads: AgreementReads, private readonly repository: ReviewsRepository,
    private readonly ledger: Ledger, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /**
   * @throws notFound; conflict `review.already_agreed`, `review.statement_not_newest`, `review.request_withdrawn`, `review.digest_differs`,
   *   `review.deviation_not_in_statement`; invalid `review.deviation_not_confirmed`, `review.price_talk_missing`, `review.price_talk_note_missing`
   */
  async execute(actor: Actor, input: AgreeInput): Promise<Agreement> {
    authorize(actor, ReviewActs.agree, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: AgreeInput): Promise<Agreement> {
    const statement = await this.reads.examined.lock(tx, input.statementId);
    const actual = sha256Hex(new TextEncoder().encode(statement.canonical));
    if (input.digest !== statement.sha256 || actual !== statement.sha256) throw conflict('review.digest_differs');
    const document = await this.document(tx, statement, input);
    const canonical = canonicalText(document);
    const agreement: Agreement = {
      id: document.id as AgreementId, buyerOrganizationId: statement.buyerOrganizationId, supplierOrganizationId: statement.supplierOrganizationId,
      requestId: statement.requestId, statementId: statement.id, document, canonical,
      sha256: sha256Hex(new TextEncoder().encode(canonical)), agreedAt: new Date(document.agreedAt),
    };
    await this.repository.addAgreement(tx, agreement);
    await this.ledger.append(tx, { ...agreement, id: agreement.requestId }, { kind: 'review.agree', objectId: agreement.id, objectSha256: agreement.sha256 });
    await this.audit.record(tx, ReviewActs.agree, { kind: 'agreement', id: agreement.id },
      { requestId: agreement.requestId, statementId: statement.id, supplierOrganizationId: agreement.supplierOrganizationId,
        deviations: document.deviations.length, priceTalk: document.priceTalk.state });
    return agreement;
  }

  private async document(tx: TenantTx, statement: FrozenStatement, input: AgreeInput): Promise<AgreementDocument> {
    const { name, department, personKey, stepUp } = tx.actor;
    if (!stepUp) throw stepUpRequired();
    const request = await this.reads.requests.byId(tx, statement.requestId);
    if (request.withdrawnAt) throw conflict('review.request_withdrawn');
    const { specification, revision } = statement.document;
    const edition = await this.reads.specifications.edition(tx, specification.editionId);
    const deviations = confirmDeviations(deviationsOf(edition.document, statement.document), input.deviations);
    return buildAgreement({
      id: newId(), request: { id: request.id, number: request.number }, specification, statement: { id: statement.id, sha256: statement.sha256, revision, ...(statement.proxyEvidenceId !== null && { unsigned: true as const }) },
      deviations: deviations.map(({ key, text }) => ({ key, text })), priceTalk: cleanPriceTalk(input.priceTalk),
      agreedBy: { name, department, personKey, method: stepUp.method }, agreedAt: this.clock.now().toISOString(),
    });
  }
}
