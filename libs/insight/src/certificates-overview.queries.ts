import { Injectable } from '@nestjs/common';
import { certificateState } from '@pure/certificate';
import type { CertificateFacts, CertificateState } from '@pure/certificate';
import type { TenantTx } from '@platform/tenancy';

export interface CertificateLine {
  readonly id: string;
  readonly number: string;
  readonly state: CertificateState;
  readonly kind: 'partial' | 'final';
  readonly issuer: string;
  readonly supplier: string;
  readonly factory: string;
  readonly item: string;
  readonly poNumber: string;
  readonly noteNumber: string;
  readonly acceptedOn: string;
  readonly issuedOn: string;
}

export interface CertificateQuestion {
  readonly pattern: string | null;
  readonly state?: CertificateState | null;
  /** Issued (発行日) from and to, 'YYYY-MM-DD'. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly sort?: 'number' | 'issued' | 'supplier' | null;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

const SORTS = { number: 'number', issued: '"issuedOn"', supplier: 'supplier' } as const;
const STATE = `case when "revokedAt" is not null then 'revoked' when "supersededAt" is not null then 'superseded' when "issuedAt" is not null then 'issued'
  when "signingAt" is not null then 'issuing' else 'prepared' end`;

interface Row extends Omit<CertificateLine, 'state'>, CertificateFacts {}

/** What a line says stands in the statement, not in the tables behind it. */
const SELECT = `select c.id, c.number, c.signing_at as "signingAt", c.issued_at as "issuedAt", n.issued_at as "supersededAt", v.decided_at as "revokedAt",
    d ->> 'kind' as kind, d -> 'issuer' ->> 'legalName' as issuer, d -> 'supplier' ->> 'name' as supplier, d -> 'supplier' ->> 'factoryName' as factory,
    d -> 'goods' ->> 'itemName' as item, d -> 'order' ->> 'poNumber' as "poNumber", d -> 'delivery' ->> 'noteNumber' as "noteNumber",
    d -> 'dates' ->> 'accepted' as "acceptedOn", c.issued_on as "issuedOn"
  from app.certificate c cross join lateral (select c.canonical::jsonb as d) statement
  left join app.certificate n on n.replaces_id = c.id
  left join app.certificate_revocation v on v.certificate_id = c.id`;

@Injectable()
export class CertificatesOverview {
  /** Newest first; one's own and, for a supplier, those it was issued. */
  async list(tx: TenantTx, limit: number): Promise<CertificateLine[]> {
    const rows = await tx.query<Row>(`${SELECT} order by c.issued_on desc, c.number desc limit $1`, [limit]);
    return rows.map(({ signingAt, issuedAt, supersededAt, revokedAt, ...line }) => ({ ...line, state: certificateState({ signingAt, issuedAt, supersededAt, revokedAt }) }));
  }

  /** As a page asks for them; newest first unless asked otherwise. `total`: of all pages. */
  async search(tx: TenantTx, { pattern, state, from, to, sort, descending, limit, offset }: CertificateQuestion): Promise<{ readonly lines: CertificateLine[]; readonly total: number }> {
    const order = sort ? `${SORTS[sort]} ${descending ? 'desc' : 'asc'}, number desc` : '"issuedOn" desc, number desc';
    const rows = await tx.query<Row & { total: number }>(
      `select *, count(*) over ()::int as total from (${SELECT}) q
        where ($1::text is null or number ilike $1 or item ilike $1 or supplier ilike $1 or factory ilike $1 or issuer ilike $1 or "poNumber" ilike $1 or "noteNumber" ilike $1)
          and ($2::text is null or ${STATE} = $2) and ($3::date is null or "issuedOn" >= $3) and ($4::date is null or "issuedOn" <= $4)
        order by ${order} limit $5 offset $6`, [pattern, state ?? null, from ?? null, to ?? null, limit, offset]);
    return { lines: rows.map(({ signingAt, issuedAt, supersededAt, revokedAt, total: _total, ...line }) => ({ ...line, state: certificateState({ signingAt, issuedAt, supersededAt, revokedAt }) })), total: rows[0]?.total ?? 0 };
  }

  /** The one that stands, or the last that did. */
  async ofInspection(tx: TenantTx, inspectionId: string): Promise<{ id: string; number: string; state: CertificateState } | null> {
    const [row] = await tx.query<Row>(`${SELECT} where c.inspection_id = $1 order by c.prepared_at desc limit 1`, [inspectionId]);
    return row ? { id: row.id, number: row.number, state: certificateState(row) } : null;
  }
}
