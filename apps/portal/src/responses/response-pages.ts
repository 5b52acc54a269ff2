import { Injectable } from '@nestjs/common';
import { Attestations } from '@libs/attestation';
import { EvidenceFiles } from '@libs/evidence';
import { BusinessDay, Threads } from '@libs/insight';
import { Statements } from '@libs/response';
import { Specifications } from '@libs/specification';
import { DomainError } from '@platform-pure/errors';
import type { TenantTx } from '@platform/tenancy';
import type { SpecificationDocument } from '@pure/specification';
import { Page } from '../web/page.js';
import { responseView } from './response.view.js';

@Injectable()
export class ResponsePages {
  constructor(
    private readonly statements: Statements, private readonly specifications: Specifications, private readonly attestations: Attestations,
    private readonly evidence: EvidenceFiles, private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  /** @throws NotFound, also for a statement the buyer may not see yet. */
  async show(tx: TenantTx, id: string): Promise<Page> {
    const statement = await this.statements.byId(tx, id);
    const { document, requestId } = statement;
    const fileIds = document.answers.flatMap((answer) => answer.evidence.map((file) => file.id));
    const view = responseView({
      statement, specification: await this.specification(tx, document.specification.editionId),
      attestation: await this.attestations.of(tx, id), files: await this.evidence.byIds(tx, [...new Set(fileIds)]),
    });
    const anchor = { requestId, statementId: id, editionId: document.specification.editionId };
    const thread = await this.threads.of(tx, anchor, 'answer', await this.day.today(tx));
    return new Page('responses/show', view, { title: document.request.number, thread });
  }

  private async specification(tx: TenantTx, id: string): Promise<SpecificationDocument | null> {
    try {
      return (await this.specifications.edition(tx, id)).document;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') return null;
      throw error;
    }
  }
}
