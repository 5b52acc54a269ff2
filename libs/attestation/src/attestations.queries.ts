import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { Attestation } from './attestation.document.js';

const COLUMNS = `id, statement_id as "statementId", digest, role, name, department, person_key as "personKey", method,
  without_separation as "withoutSeparation", signed_at as "signedAt"`;

/** Who signed what. The buyer sees it with the released statement. */
@Injectable()
export class Attestations {
  async of(tx: TenantTx, statementId: string): Promise<Attestation | undefined> {
    return (await this.ofStatements(tx, [statementId]))[0];
  }

  async ofStatements(tx: TenantTx, statementIds: readonly string[]): Promise<Attestation[]> {
    return tx.query<Attestation>(`select ${COLUMNS} from app.attestation where statement_id = any($1::uuid[])`, [statementIds]);
  }
}
