import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { VERIFIER } from '@platform/database';
import type { ReadinessCheck } from '@platform/http';

export type PublishedStatus = 'issued' | 'superseded' | 'revoked';

export interface PublishedEntry {
  readonly number: string;
  readonly status: PublishedStatus;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  /** Of the sealed PDF, hex; null between sealing and printing. */
  readonly pdfSha256: string | null;
  readonly replacedBy: string | null;
  readonly reasonKind: string | null;
}

/** With the box that the code opens. */
export interface HeldEntry extends PublishedEntry { readonly holderCard: Buffer }

const COLUMNS = 'number, status, issued_on as "issuedOn", pdf_sha256 as "pdfSha256", replaced_by as "replacedBy", reason_kind as "reasonKind"';

/** Schema `published`, as strangers may see it: one row per certificate, found by what its holder knows. */
@Injectable()
export class PublishedRegister {
  constructor(@Inject(VERIFIER) private readonly source: DataSource) {}

  /** For who holds the printed code; only its sha-256 is kept. */
  async byCode(code: string): Promise<HeldEntry | undefined> {
    const [row]: HeldEntry[] = await this.source.query(
      `select ${COLUMNS}, holder_card as "holderCard" from published.certificate where code_sha256 = $1`, [createHash('sha256').update(code).digest('hex')]);
    return row;
  }

  byNumber(number: string): Promise<PublishedEntry | undefined> {
    return this.one('number = $1', [number]);
  }

  /** For who holds the document: number and digest together, so that a number alone proves nothing. */
  ofStatement(number: string, statementSha256: string): Promise<PublishedEntry | undefined> {
    return this.one('number = $1 and statement_sha256 = $2', [number, statementSha256]);
  }

  /** Certificates (PEM) of the authorities of this installation, the newest first. */
  async anchors(): Promise<string[]> {
    const rows: { pem: string }[] = await this.source.query('select pem from published.trust_anchor order by created_at desc, sha256');
    return rows.map((row) => row.pem);
  }

  private async one(where: string, values: readonly string[]): Promise<PublishedEntry | undefined> {
    const [row]: PublishedEntry[] = await this.source.query(`select ${COLUMNS} from published.certificate where ${where}`, [...values]);
    return row;
  }
}

/** This role sees neither the queue nor the list of migrations: what it needs is the register, in the form this version reads. */
export const registerChecks = (source: DataSource): readonly ReadinessCheck[] => [
  { name: 'database', check: async () => { await source.query('select 1'); } },
  { name: 'register', check: async () => { await source.query(`select ${COLUMNS} from published.certificate limit 0`); } },
  { name: 'anchors', check: async () => { await source.query('select pem from published.trust_anchor limit 0'); } },
];
