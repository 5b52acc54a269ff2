import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The paper that came with the goods: a photo or scan of the 納品書, kept as evidence of the receipt. Our own file only, held by the foreign key. */
export class DeliveryDocument1764000022002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.delivery_document (
        delivery_id uuid not null,
        buyer_organization_id uuid not null,
        evidence_id uuid not null,
        file_name text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        byte_size bigint not null check (byte_size > 0),
        attached_by text not null,
        attached_at timestamptz not null,
        primary key (delivery_id, evidence_id),
        foreign key (delivery_id, buyer_organization_id) references app.delivery (id, buyer_organization_id) on delete restrict,
        foreign key (evidence_id, buyer_organization_id) references app.evidence (id, organization_id) on delete restrict
      );
      alter table app.delivery_document enable row level security;
      alter table app.delivery_document force row level security;
      create policy delivery_document_own_read on app.delivery_document for select to kenshu_runtime
        using (buyer_organization_id = app.current_organization());
      create policy delivery_document_own_write on app.delivery_document for insert to kenshu_runtime
        with check (buyer_organization_id = app.current_organization());
      grant select, insert on app.delivery_document to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
