import { EvidenceFiles } from '@libs/evidence';
import type { EvidenceFile } from '@libs/evidence';
import { Requests } from '@libs/request';
import type { SecurityRequest } from '@libs/request';
import { Specifications } from '@libs/specification';
import type { SpecificationDocument } from '@pure/specification';
import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform/forms';
import { Clock } from '@platform/clock';
import { conflict, invalid, notFound } from '@platform/errors';
import { canonicalText, sha256Hex } from '@platform/signing';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { cleanContent } from './answer.rules.js';
import type { DraftAnswer, DraftContent } from './answer.rules.js';
import { isOnScale } from './answer-kinds/index.js';
import { journey, scaleOf } from './journey.rules.js';
import { buildStatement } from './response.document.js';
import type { ResponseStatement } from './response.document.js';
import { ResponsesRepository } from './responses.repository.js';
import { Statements } from './statements.queries.js';
import type { Submission } from './submit-response.js';

export interface ProxyReply {
  readonly requestId: string;
  /** A file of the buyer's own: the mailed workbook or the scan of the stamped paper. */
  readonly evidenceId: string;
  /** 'YYYY-MM-DD' */
  readonly receivedOn: string;
  /** Who answered at the supplier, as the reply says it. */
  readonly answeredBy: string;
  readonly answers: readonly (Partial<DraftContent> & { readonly key: string })[];
}

/** What a registered reply is made of. */
@Injectable()
export class ProxyReads {
  constructor(readonly requests: Requests, readonly specifications: Specifications, readonly evidence: EvidenceFiles, readonly statements: Statements) {}
}

/** Freezes a reply that came outside of the portal, in the buyer's name and unsigned (domain.md §0b.22). Whether it still may is for the review to say. */
@Injectable()
export class FreezeProxyReply {
  constructor(private readonly reads: ProxyReads, private readonly repository: ResponsesRepository, private readonly clock: Clock) {}

  /** @throws notFound; conflict `response.request_withdrawn`; invalid `response.proxy_invalid`, `response.answer_not_on_scale`, texts as in AnswerQuestion */
  async within(tx: TenantTx, reply: ProxyReply): Promise<Submission> {
    const request = await this.reads.requests.byId(tx, reply.requestId);
    if (request.buyerOrganizationId !== tx.organizationId) throw notFound('request');
    if (request.withdrawnAt) throw conflict('response.request_withdrawn');
    const file = await this.reads.evidence.byId(tx, reply.evidenceId);
    if (file.organizationId !== tx.organizationId) throw notFound('evidence');
    const form = new FormReader();
    const [answeredBy, receivedOn] = [form.text('answeredBy', reply.answeredBy, 200), form.date('receivedOn', reply.receivedOn)];
    form.finish('response.proxy_invalid');
    const statement = await this.statement(tx, request, file, { ...reply, answeredBy, receivedOn });
    const canonical = canonicalText(statement);
    const { revision } = statement;
    const [id, sha256] = [newId<'ResponseStatement'>(), sha256Hex(new TextEncoder().encode(canonical))];
    await this.repository.freezeProxy(tx, { id, requestId: request.id, revision, canonical, sha256, submittedAt: this.clock.now(), evidenceId: file.id, submittedByName: answeredBy });
    return { statementId: id, revision, sha256 };
  }

  private async statement(tx: TenantTx, request: SecurityRequest, file: EvidenceFile, { answers, answeredBy, receivedOn }: ProxyReply): Promise<ResponseStatement> {
    const { id: editionId, sha256, document } = await this.reads.specifications.edition(tx, request.specificationEditionId);
    const earlier = await this.reads.statements.ofRequest(tx, request.id);
    const { id, fileName, mediaType, byteSize } = file;
    const { makerName: name, factoryName, address } = request.respondent;
    return buildStatement({
      request: { id: request.id, number: request.number, dueOn: request.dueOn }, specification: { editionId, sha256, document },
      respondent: { organizationId: request.supplierOrganizationId, name, factoryName, address }, facts: request.facts,
      revision: Math.max(0, ...earlier.map((one) => one.revision)) + 1, previous: null,
      journey: journey(document, request.facts, draftsOf(document, answers, answeredBy)),
      submittedBy: { name: answeredBy, department: null }, submittedAt: this.clock.now().toISOString(),
      proxy: { registeredBy: { name: tx.actor.name, department: tx.actor.department }, receivedOn, source: { id, fileName, mediaType, byteSize, sha256: file.sha256 } },
    });
  }
}

/** @throws notFound for a question nobody asked; invalid `response.answer_not_on_scale` */
function draftsOf(document: SpecificationDocument, answers: ProxyReply['answers'], answeredBy: string): DraftAnswer[] {
  const asked = new Map(document.requirements.map((requirement) => [requirement.key, requirement]));
  return answers.map(({ key, answer = null, comment, compensatingMeasure }) => {
    const requirement = asked.get(key);
    if (!requirement) throw notFound('answer');
    if (answer && !isOnScale(scaleOf(document, requirement), answer)) throw invalid('response.answer_not_on_scale', { value: requirement.code });
    return { key, version: 1, ...cleanContent({ answer, comment, compensatingMeasure }), answeredBy, answeredAt: null, evidence: [] };
  });
}
