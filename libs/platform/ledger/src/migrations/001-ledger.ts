import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One hash chain per request, readable by both parties, appended by either, changed by nobody. */
export class Ledger1764000003001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.ledger_entry (
        buyer_organization_id uuid not null,
        chain_id uuid not null,
        sequence int not null check (sequence > 0),
        supplier_organization_id uuid,
        written_by uuid not null,
        kind text not null,
        object_id uuid not null,
        object_sha256 text not null check (object_sha256 ~ '^[0-9a-f]{64}$'),
        previous text,
        hash text not null,
        at timestamptz not null,
        primary key (buyer_organization_id, chain_id, sequence),
        check ((sequence = 1) = (previous is null))
      );
      create unique index ledger_entry_chain on app.ledger_entry (chain_id, sequence);
      alter table app.ledger_entry enable row level security;
      alter table app.ledger_entry force row level security;
      create policy ledger_entry_seen_by_both on app.ledger_entry for select to kenshu_runtime, kenshu_sealer
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id)
          or app.granted('ledger_chain', chain_id, buyer_organization_id));
      create policy ledger_entry_appended_by_a_party on app.ledger_entry for insert to kenshu_runtime, kenshu_sealer
        with check (written_by = app.current_organization()
          and app.current_organization() in (buyer_organization_id, supplier_organization_id));
      -- checkpoints are taken over all chains, by a role that can read heads and nothing else
      create policy ledger_entry_heads_for_ops on app.ledger_entry for select to kenshu_ops using (true);
      grant select, insert on app.ledger_entry to kenshu_runtime, kenshu_sealer;
      grant select (chain_id, sequence, hash, at) on app.ledger_entry to kenshu_ops;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
