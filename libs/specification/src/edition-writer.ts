import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { invalid } from '@platform/errors';
import { canonicalText, sha256Hex } from '@platform/signing';
import type { StepUpMethod, TenantTx } from '@platform/tenancy';
import type { Writer } from './authorship.rules.js';
import { DraftResolver } from './draft-resolver.js';
import { buildSpecification } from './specification.document.js';
import type { SpecificationDocument } from './specification.document.js';
import type { Specification } from './specification.entity.js';

export interface Approval { readonly approver: Writer; readonly method: StepUpMethod; readonly at: Date }
export interface ComposedEdition { readonly document: SpecificationDocument; readonly canonical: string; readonly sha256: string }

/** Writes out a draft as the document that is hashed, sent and agreed on. */
@Injectable()
export class EditionWriter {
  constructor(private readonly resolver: DraftResolver, private readonly organizations: Organizations) {}

  /** Throws `specification.not_ready` with every gap. */
  async compose(tx: TenantTx, specification: Specification, approval: Approval): Promise<ComposedEdition> {
    const { draft, number, draftEdition } = specification;
    const { problems, ...resolved } = await this.resolver.read(tx, draft);
    if (problems.length > 0) throw invalid('specification.not_ready', { count: problems.length }, problems);
    const { id, name, nameEn } = await this.organizations.own(tx);
    const { department, contact, title, governingDocument, criticality, scope } = draft;
    const { approver, method, at } = approval;
    const document = buildSpecification({
      number, edition: draftEdition, title, governingDocument, criticality, scope, ...resolved,
      buyer: { organizationId: id, name, nameEn, department, contact },
      author: { name: specification.authorName, department: specification.authorDepartment, personKey: specification.authorPersonKey! },
      approval: { name: approver.name, department: approver.department, personKey: approver.personKey!, method, at: at.toISOString() },
    });
    const canonical = canonicalText(document);
    return { document, canonical, sha256: sha256Hex(new TextEncoder().encode(canonical)) };
  }
}
