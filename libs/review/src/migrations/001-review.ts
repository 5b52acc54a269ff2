import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The buyer's examination: notes nobody else sees, findings the supplier answers, and the agreement. */
export class Review1764000020001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.review (
        id uuid primary key,
        organization_id uuid not null,
        statement_id uuid not null,
        requirement_key text not null,
        opinion text not null check (opinion in ('accepted', 'question', 'not_accepted')),
        note text,
        reviewed_by_member_id uuid,
        reviewed_by_name text not null,
        reviewed_at timestamptz not null,
        foreign key (statement_id, organization_id) references app.response_statement (id, buyer_organization_id) on delete restrict
      );
      create index review_of_statement on app.review (statement_id, requirement_key, reviewed_at desc);
      alter table app.review enable row level security;
      alter table app.review force row level security;
      -- internal to the buyer: a supplier never sees what was thought about its answers
      create policy review_seen_by_buyer on app.review for select to kenshu_runtime using (organization_id = app.current_organization());
      create policy review_written_by_buyer on app.review for insert to kenshu_runtime
        with check (organization_id = app.current_organization()
          and exists (select from app.response_statement s where s.id = statement_id and s.buyer_organization_id = app.current_organization()));
      grant select, insert on app.review to kenshu_runtime;

      create table app.finding (
        id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        response_id uuid not null,
        statement_id uuid not null,
        return_id uuid not null,
        requirement_key text not null,
        text text not null check (text <> ''),
        target text,
        due_on date,
        found_by_name text not null,
        found_at timestamptz not null,
        unique (id, buyer_organization_id, supplier_organization_id),
        foreign key (statement_id, buyer_organization_id, supplier_organization_id)
          references app.response_statement (id, buyer_organization_id, supplier_organization_id) on delete restrict,
        foreign key (return_id, buyer_organization_id, supplier_organization_id)
          references app.response_return (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      create index finding_of_statement on app.finding (statement_id);
      create index finding_of_response on app.finding (response_id, found_at);
      alter table app.finding enable row level security;
      alter table app.finding force row level security;
      create policy finding_seen_by_both on app.finding for select to kenshu_runtime
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
      create policy finding_by_buyer on app.finding for insert to kenshu_runtime
        with check (buyer_organization_id = app.current_organization());
      grant select, insert on app.finding to kenshu_runtime;

      create table app.finding_reply (
        id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        finding_id uuid not null,
        text text not null check (text <> ''),
        replied_by_name text not null,
        replied_at timestamptz not null,
        foreign key (finding_id, buyer_organization_id, supplier_organization_id)
          references app.finding (id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      create index finding_reply_of_finding on app.finding_reply (finding_id, replied_at);
      alter table app.finding_reply enable row level security;
      alter table app.finding_reply force row level security;
      create policy finding_reply_seen_by_both on app.finding_reply for select to kenshu_runtime
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
      create policy finding_reply_by_supplier on app.finding_reply for insert to kenshu_runtime
        with check (supplier_organization_id = app.current_organization());
      grant select, insert on app.finding_reply to kenshu_runtime;

      create table app.agreement (
        id uuid primary key,
        buyer_organization_id uuid not null,
        supplier_organization_id uuid not null,
        request_id uuid not null unique,
        statement_id uuid not null unique,
        document jsonb not null,
        canonical text not null,
        sha256 text not null,
        agreed_by_name text not null,
        agreed_at timestamptz not null,
        check (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
        check (document = canonical::jsonb),
        unique (id, buyer_organization_id),
        unique (id, buyer_organization_id, supplier_organization_id),
        foreign key (request_id, buyer_organization_id, supplier_organization_id)
          references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict,
        -- only what was released, that is signed and sealed, can be agreed to
        foreign key (statement_id, buyer_organization_id, supplier_organization_id)
          references app.response_release (statement_id, buyer_organization_id, supplier_organization_id) on delete restrict
      );
      create index agreement_of_buyer on app.agreement (buyer_organization_id, agreed_at desc);
      create index agreement_of_supplier on app.agreement (supplier_organization_id, agreed_at desc);
      alter table app.agreement enable row level security;
      alter table app.agreement force row level security;
      create policy agreement_seen_by_both on app.agreement for select to kenshu_runtime, kenshu_sealer
        using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
      create policy agreement_by_buyer on app.agreement for insert to kenshu_runtime
        with check (buyer_organization_id = app.current_organization());
      grant select, insert on app.agreement to kenshu_runtime;
      grant select on app.agreement to kenshu_sealer;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
