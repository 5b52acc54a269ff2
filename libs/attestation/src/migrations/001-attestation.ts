import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A named person's act over exact bytes, and the organisation's seal over both. Neither is ever changed or deleted. */
export class Attestation1764000019001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.attestation (
        id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        statement_kind text not null check (statement_kind in ('response_statement')),
        statement_id uuid not null unique,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        role text not null,
        name text not null,
        department text,
        person_key text,
        member_id uuid,
        method text not null check (method in ('passkey', 'password_totp', 'password_mail_code')),
        -- signer and submitter are the same person: allowed for a supplier of one, and on record
        without_separation boolean not null,
        signed_at timestamptz not null,
        foreign key (statement_id, buyer_organization_id, supplier_organization_id)
          references app.response_statement (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      create index attestation_of_supplier on app.attestation (supplier_organization_id, signed_at desc);
      alter table app.attestation enable row level security;
      alter table app.attestation force row level security;
      create policy attestation_seen_when_released on app.attestation for select to kenshu_runtime, kenshu_sealer
        using (supplier_organization_id = app.current_organization()
          or (buyer_organization_id = app.current_organization()
            and exists (select from app.response_release r
              where r.statement_id = attestation.statement_id and r.buyer_organization_id = app.current_organization())));
      create policy attestation_by_supplier on app.attestation for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.attestation to kenshu_runtime;
      grant select on app.attestation to kenshu_sealer;

      create table app.seal (
        id uuid primary key,
        -- whose seal it is
        organization_id uuid not null,
        buyer_organization_id uuid not null,
        -- null while nobody has joined for the factory: the supplier then reads it through a grant of the sealed object
        supplier_organization_id uuid,
        object_kind text not null,
        object_id uuid not null,
        envelope text not null,
        sha256 text not null,
        sealed_at timestamptz not null,
        check (sha256 = encode(sha256(convert_to(envelope, 'UTF8')), 'hex')),
        unique (organization_id, object_kind, object_id),
        check (organization_id = buyer_organization_id or organization_id = supplier_organization_id)
      );
      create index seal_of_object on app.seal (object_kind, object_id);
      alter table app.seal enable row level security;
      alter table app.seal force row level security;
      create policy seal_seen_by_the_parties on app.seal for select to kenshu_runtime, kenshu_sealer
        using (app.current_organization() in (organization_id, buyer_organization_id, supplier_organization_id)
          or app.granted(object_kind, object_id, organization_id));
      create policy seal_set_by_sealer on app.seal for insert to kenshu_sealer
        with check (organization_id = app.current_organization());
      grant select on app.seal to kenshu_runtime;
      grant select, insert on app.seal to kenshu_sealer;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
