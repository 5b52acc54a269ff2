import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { Writer } from './authorship.rules.js';
import { documentNumber } from './number.rules.js';
import type { SpecificationDocument } from './specification.document.js';
import { Specification } from './specification.entity.js';
import type { SpecificationNumber } from './specification.entity.js';
import type { SpecificationEditionId } from './specifications.queries.js';

export interface NewEdition {
  readonly id: SpecificationEditionId;
  readonly specification: Specification;
  readonly document: SpecificationDocument;
  readonly canonical: string;
  readonly sha256: string;
  readonly approver: Writer;
  readonly approvedAt: Date;
}

@Injectable()
export class SpecificationsRepository {
  /** Alone with the specification until the end of the transaction. Throws not_found. */
  async locked(tx: TenantTx, id: string): Promise<Specification> {
    await tx.lock('specification', id);
    const found = await tx.manager.findOneBy(Specification, { id: id as Specification['id'] });
    if (!found) throw notFound('specification');
    return found;
  }

  async save(tx: TenantTx, specification: Specification): Promise<Specification> {
    return tx.manager.save(specification);
  }

  /** The next number of the year without a gap: rows are never deleted, and only one transaction at a time counts them. */
  async nextNumber(tx: TenantTx, year: number): Promise<SpecificationNumber> {
    await tx.lock('specification_number', tx.organizationId);
    const [row] = await tx.query<{ last: number | null }>(
      'select max(number_sequence) as last from app.specification where organization_id = $1 and number_year = $2', [tx.organizationId, year]);
    const sequence = (row?.last ?? 0) + 1;
    return { number: documentNumber('SPEC', year, sequence), year, sequence };
  }

  async addEdition(tx: TenantTx, made: NewEdition): Promise<void> {
    await tx.query(
      `insert into app.specification_edition (id, organization_id, specification_id, edition, document, canonical, sha256, writer_marks,
         approved_by_member_id, approved_by_name, approved_by_person_key, approved_at)
       values ($1, $2, $3, $4, $5::text::jsonb, $5, $6, $7, $8, $9, $10, $11)`,
      [made.id, tx.organizationId, made.specification.id, made.document.edition, made.canonical, made.sha256, made.specification.writerMarks,
        made.approver.memberId, made.approver.name, made.approver.personKey, made.approvedAt]);
  }
}
