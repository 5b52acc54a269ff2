import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agreement to a reply that the buyer registered itself: no supplier's organisation stands in it, and only such a reply can be behind it. */
export class ProxyAgreement1764000020090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app.agreement
        alter column supplier_organization_id drop not null,
        add constraint agreement_statement_of_buyer foreign key (statement_id, buyer_organization_id)
          references app.response_statement (id, buyer_organization_id) on delete restrict,
        add constraint agreement_request_of_buyer foreign key (request_id, buyer_organization_id)
          references app.security_request (id, buyer_organization_id) on delete restrict;
      drop policy agreement_by_buyer on app.agreement;
      create policy agreement_by_buyer on app.agreement for insert to kenshu_runtime
        with check (buyer_organization_id = app.current_organization() and (supplier_organization_id is not null
          or exists (select from app.response_statement s where s.id = statement_id and s.proxy_evidence_id is not null)));
      create policy agreement_proxy_seen on app.agreement for select to kenshu_runtime
        using (supplier_organization_id is null
          and exists (select from app.security_request r where r.id = request_id and r.supplier_organization_id = app.current_organization()));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
