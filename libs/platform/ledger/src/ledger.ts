import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '@platform/clock';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { ChainedLink, LedgerLink } from './chain.rules.js';

/** One chain per request. The supplier is null until somebody joined for that site; then it reads older links through a grant (`ledger_chain`). */
export interface Chain {
  readonly id: string;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId | null;
}

export interface LedgerSubject { readonly kind: string; readonly objectId: string; readonly objectSha256: string }

export const linkHash = (link: LedgerLink): string => createHash('sha256').update(canonicalize(link) as string).digest('hex');

/** The proof: append-only, both parties read it, each link carries the hash of the one before. */
@Injectable()
export class Ledger {
  constructor(private readonly clock: Clock) {}

  async append(tx: TenantTx, chain: Chain, subject: LedgerSubject): Promise<ChainedLink> {
    await tx.lock('ledger', chain.id);
    const [head] = await tx.query<{ sequence: number; hash: string }>(
      'select sequence, hash from app.ledger_entry where chain_id = $1 order by sequence desc limit 1', [chain.id]);
    const link: LedgerLink = {
      chain: chain.id, sequence: (head?.sequence ?? 0) + 1, kind: subject.kind, objectId: subject.objectId,
      objectSha256: subject.objectSha256, previous: head?.hash ?? null, at: this.clock.now().toISOString(),
    };
    const hash = linkHash(link);
    await tx.query(
      `insert into app.ledger_entry (chain_id, sequence, buyer_organization_id, supplier_organization_id, written_by,
         kind, object_id, object_sha256, previous, hash, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [link.chain, link.sequence, chain.buyerOrganizationId, chain.supplierOrganizationId, tx.organizationId,
        link.kind, link.objectId, link.objectSha256, link.previous, hash, link.at]);
    return { ...link, hash };
  }

  /** The links of one chain, oldest first. */
  async links(tx: TenantTx, chainId: string): Promise<ChainedLink[]> {
    const rows = await tx.query<Omit<ChainedLink, 'at'> & { at: Date }>(
      `select chain_id as chain, sequence, kind, object_id as "objectId", object_sha256 as "objectSha256", previous, hash, at
       from app.ledger_entry where chain_id = $1 order by sequence`, [chainId]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
