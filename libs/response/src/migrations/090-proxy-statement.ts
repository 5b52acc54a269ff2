import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 代理登録: a reply that came by mail or on paper, registered by the buyer for a supplier that does not answer here (domain.md §0b.22). It is a
 * statement of the buyer's, unsigned, backed by the file it was taken from, and never becomes the supplier's own: no response, no signature,
 * no release belongs to it. Somebody who joins for that factory later reads it.
 */
export class ProxyStatement1764000017090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app.response_statement
        alter column supplier_organization_id drop not null,
        alter column response_id drop not null,
        add column proxy_evidence_id uuid,
        add constraint response_statement_own_or_proxy check (
          (proxy_evidence_id is null and supplier_organization_id is not null and response_id is not null)
          or (proxy_evidence_id is not null and supplier_organization_id is null and response_id is null)),
        -- the buyer's own file: what somebody else merely showed to it proves nothing here
        add constraint response_statement_proxy_evidence foreign key (proxy_evidence_id, buyer_organization_id)
          references app.evidence (id, organization_id) on delete restrict,
        add constraint response_statement_request_of_buyer foreign key (request_id, buyer_organization_id)
          references app.security_request (id, buyer_organization_id) on delete restrict;
      create unique index response_statement_proxy_revision on app.response_statement (request_id, revision) where proxy_evidence_id is not null;
      create policy response_statement_proxy_seen on app.response_statement for select to kenshu_runtime
        using (proxy_evidence_id is not null and (buyer_organization_id = app.current_organization()
          or exists (select from app.security_request r where r.id = request_id and r.supplier_organization_id = app.current_organization())));
      create policy response_statement_proxy_by_buyer on app.response_statement for insert to kenshu_runtime
        with check (proxy_evidence_id is not null and buyer_organization_id = app.current_organization());
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
