import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { OPS, RUNTIME } from '@platform/database';
import type { OrganizationId, TenantTx } from '@platform/tenancy';

export interface ChainHead { readonly chain: string; readonly length: number; readonly hash: string }

/** What a check over all chains may read: every head as ops, every link as a party of it. */
@Injectable()
export class LedgerChains {
  constructor(@Inject(OPS) private readonly ops: DataSource, @Inject(RUNTIME) private readonly runtime: DataSource) {}

  /** All chains of the installation, whoever they belong to. */
  heads(): Promise<ChainHead[]> {
    return this.ops.query(
      'select distinct on (chain_id) chain_id as chain, sequence as length, hash from app.ledger_entry order by chain_id, sequence desc');
  }

  /** The links that a checkpoint once saw at the end of their chains, as they are now: `chain sequence` → hash. */
  async hashesAt(ends: readonly { readonly chain: string; readonly sequence: number }[]): Promise<Map<string, string>> {
    const rows: { place: string; hash: string }[] = await this.ops.query(
      `select e.chain_id || ' ' || e.sequence as place, e.hash from app.ledger_entry e
       join unnest($1::uuid[], $2::int[]) as seen (chain_id, sequence) using (chain_id, sequence)`,
      [ends.map(({ chain }) => chain), ends.map(({ sequence }) => sequence)]);
    return new Map(rows.map(({ place, hash }) => [place, hash]));
  }

  /** Everybody who has or had a member; the index is the only list that needs no organisation. */
  async organizations(): Promise<OrganizationId[]> {
    const rows: { id: OrganizationId }[] = await this.runtime.query('select distinct organization_id as id from identity.membership order by 1');
    return rows.map((row) => row.id);
  }

  /** The chains that one organisation started. */
  async ownChains(tx: TenantTx): Promise<string[]> {
    const rows = await tx.query<{ chain: string }>(
      'select distinct chain_id as chain from app.ledger_entry where buyer_organization_id = $1 order by 1', [tx.organizationId]);
    return rows.map((row) => row.chain);
  }
}
