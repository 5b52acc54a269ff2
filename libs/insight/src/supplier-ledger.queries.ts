import { Injectable } from '@nestjs/common';
import type { SupplierKind } from '@pure/supplier';
import type { TenantTx } from '@platform/tenancy';

export interface SupplierLedgerLine {
  readonly id: string;
  readonly counterpartyCode: string;
  readonly makerName: string;
  readonly makerNameEn: string | null;
  readonly factoryName: string;
  readonly address: string;
  readonly kind: SupplierKind;
  readonly sme: boolean;
  readonly registeredOn: string;
  readonly approvedOn: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly joinedAt: Date | null;
  /** Sent, not agreed and not withdrawn. */
  readonly openRequests: number;
  readonly version: number;
}

export const SUPPLIER_SORTS = ['code', 'maker', 'factory', 'registered', 'approved', 'open'] as const;
export interface SupplierLedgerQuery {
  /** For `ilike`; null looks for nothing. */
  readonly pattern: string | null;
  readonly approved: boolean | null;
  readonly joined: boolean | null;
  readonly kind: string | null;
  readonly sort: string | null;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A letter to the contact of a factory that nobody has joined for. */
export interface InvitationSent { readonly recipient: string; readonly sentAt: Date }

const OPEN = `(select count(*)::int from app.security_request r where r.supplier_site_id = s.id and r.withdrawn_at is null
  and not exists (select from app.agreement g where g.request_id = r.id))`;
const ORDER: Readonly<Record<string, string>> = { code: 's.counterparty_code', maker: 's.maker_name', factory: 's.factory_name', registered: 's.registered_on', approved: 's.approved_on', open: '"openRequests"' };

/** The supplier ledger with what later stages know of a factory; the buyer's own rows. */
@Injectable()
export class SupplierLedger {
  async page(tx: TenantTx, query: SupplierLedgerQuery): Promise<{ readonly rows: readonly SupplierLedgerLine[]; readonly total: number }> {
    const where = `($1::text is null or s.counterparty_code ilike $1 or s.maker_name ilike $1 or s.maker_name_en ilike $1 or s.factory_name ilike $1 or s.address ilike $1
        or s.contact_name ilike $1 or s.contact_email ilike $1)
      and ($2::boolean is null or (s.approved_on is not null) = $2) and ($3::boolean is null or (s.joined_at is not null) = $3) and ($4::text is null or s.kind = $4)`;
    const asked = [query.pattern, query.approved, query.joined, query.kind];
    const [count] = await tx.query<{ total: number }>(`select count(*)::int as total from app.supplier_site s where ${where}`, asked);
    const rows = await tx.query<SupplierLedgerLine>(
      `select s.id, s.counterparty_code as "counterpartyCode", s.maker_name as "makerName", s.maker_name_en as "makerNameEn", s.factory_name as "factoryName", s.address, s.kind,
         s.sme, s.registered_on as "registeredOn", s.approved_on as "approvedOn", s.contact_name as "contactName", s.contact_email as "contactEmail", s.joined_at as "joinedAt",
         ${OPEN} as "openRequests", s.version
       from app.supplier_site s where ${where} order by ${orderOf(query)} limit $5 offset $6`, [...asked, query.limit, query.offset]);
    return { rows, total: count?.total ?? 0 };
  }

  /** Letters to the factory's contacts, newest first. */
  async invitations(tx: TenantTx, siteId: string): Promise<InvitationSent[]> {
    return tx.query(
      `select m.recipient, m.sent_at as "sentAt" from app.mail_sent m join app.audit_event e on e.id = m.event_id join app.security_request r on r.id = e.object_id
       where r.supplier_site_id = $1 and m.reaction = 'invite_supplier' order by m.sent_at desc limit 20`, [siteId]);
  }
}

/** As on paper unless asked otherwise: by counterparty code, then factory. Only names of this list reach the statement. */
function orderOf({ sort, descending }: SupplierLedgerQuery): string {
  const by = sort === null ? undefined : ORDER[sort];
  return `${by ? `${by} ${descending ? 'desc' : 'asc'} nulls last, ` : ''}s.counterparty_code, s.factory_name, s.id`;
}
