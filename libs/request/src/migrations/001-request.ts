import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests and the rows that both sides add to them. Each table is written by one side only; the supplier's column is null until somebody
 * joined for the factory, and is then set once.
 */
export class Request1764000014001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [REQUEST, REQUEST_DOORS, ACKNOWLEDGEMENT, CORRECTION, ACCEPTANCE]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const REQUEST = `
  create table app.security_request (
    id uuid primary key,
    buyer_organization_id uuid not null references app.organization (id) on delete restrict,
    supplier_organization_id uuid references app.organization (id) on delete restrict,
    supplier_site_id uuid,
    own_site_id uuid,
    specification_edition_id uuid not null,
    document_sha256 text not null,
    number text not null,
    number_year int not null,
    number_sequence int not null check (number_sequence > 0),
    due_on date not null,
    original_due_on date not null,
    note text,
    facts jsonb not null,
    level_decision jsonb not null,
    respondent jsonb not null,
    sent_at timestamptz not null,
    sent_by text not null,
    sent_by_member_id uuid,
    extended_at timestamptz,
    extension_reason text,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    unique (id, buyer_organization_id),
    unique (id, buyer_organization_id, supplier_organization_id),
    unique (buyer_organization_id, number),
    unique (buyer_organization_id, number_year, number_sequence),
    -- the digest is that of the edition itself: neither can be swapped
    foreign key (specification_edition_id, buyer_organization_id, document_sha256)
      references app.specification_edition (id, organization_id, sha256) on delete restrict,
    foreign key (supplier_site_id, buyer_organization_id) references app.supplier_site (id, organization_id) on delete restrict,
    foreign key (buyer_organization_id, own_site_id) references app.site (organization_id, id) on delete restrict,
    check (num_nonnulls(supplier_site_id, own_site_id) = 1),
    check (own_site_id is null or supplier_organization_id = buyer_organization_id),
    check (due_on >= original_due_on),
    check ((extended_at is null) = (extension_reason is null)),
    check ((withdrawn_at is null) = (withdrawal_reason is null))
  );
  -- a chain is a request's, and a link names no other parties than it: a stranger cannot append to the chain of two others
  alter table app.ledger_entry
    add foreign key (chain_id, buyer_organization_id) references app.security_request (id, buyer_organization_id) on delete restrict,
    add foreign key (chain_id, buyer_organization_id, supplier_organization_id)
      references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict;
  create index security_request_supplier on app.security_request (supplier_organization_id);
  create index security_request_site on app.security_request (supplier_site_id);
`;

const REQUEST_DOORS = `
  alter table app.security_request enable row level security;
  alter table app.security_request force row level security;
  create policy security_request_seen_by_both on app.security_request for select to kenshu_runtime, kenshu_sealer
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
  create policy security_request_sent_by_buyer on app.security_request for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy security_request_changed_by_buyer on app.security_request for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization())
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.security_request to kenshu_runtime;
  grant select on app.security_request to kenshu_sealer;
  grant update (supplier_organization_id, due_on, extended_at, extension_reason, withdrawn_at, withdrawal_reason)
    on app.security_request to kenshu_runtime;

  create function app.security_request_keeps_supplier() returns trigger language plpgsql as $$
  begin
    raise exception 'the supplier of a request is set once';
  end $$;
  create trigger security_request_keeps_supplier before update of supplier_organization_id on app.security_request
    for each row when (old.supplier_organization_id is not null and new.supplier_organization_id is distinct from old.supplier_organization_id)
    execute function app.security_request_keeps_supplier();
`;

const ACKNOWLEDGEMENT = `
  create table app.request_acknowledgement (
    buyer_organization_id uuid not null,
    supplier_organization_id uuid not null,
    request_id uuid not null,
    acknowledged_by text not null,
    acknowledged_by_member_id uuid,
    acknowledged_at timestamptz not null,
    primary key (buyer_organization_id, request_id),
    foreign key (request_id, buyer_organization_id, supplier_organization_id)
      references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict
  );
  create index request_acknowledgement_request on app.request_acknowledgement (request_id);
  alter table app.request_acknowledgement enable row level security;
  alter table app.request_acknowledgement force row level security;
  create policy request_acknowledgement_seen_by_both on app.request_acknowledgement for select to kenshu_runtime, kenshu_sealer
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
  create policy request_acknowledgement_by_supplier on app.request_acknowledgement for insert to kenshu_runtime
    with check (supplier_organization_id = app.current_organization());
  grant select, insert on app.request_acknowledgement to kenshu_runtime;
  -- the sealing transaction reads a request with its rows
  grant select on app.request_acknowledgement to kenshu_sealer;
`;

// With a null supplier the second foreign key is not checked (match simple): only the buyer's own rows can be so, by the policy.
const CORRECTION = `
  create table app.request_facts_correction (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid,
    request_id uuid not null,
    written_by uuid not null,
    facts jsonb not null check (jsonb_typeof(facts) = 'object'),
    reason text not null,
    corrected_by text not null,
    corrected_at timestamptz not null,
    foreign key (request_id, buyer_organization_id) references app.security_request (id, buyer_organization_id) on delete restrict,
    foreign key (request_id, buyer_organization_id, supplier_organization_id)
      references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict
  );
  create index request_facts_correction_request on app.request_facts_correction (request_id);
  alter table app.request_facts_correction enable row level security;
  alter table app.request_facts_correction force row level security;
  create policy request_facts_correction_seen_by_both on app.request_facts_correction for select to kenshu_runtime, kenshu_sealer
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
  create policy request_facts_correction_own_insert on app.request_facts_correction for insert to kenshu_runtime
    with check (written_by = app.current_organization() and app.current_organization() in (buyer_organization_id, supplier_organization_id));
  create policy request_facts_correction_linked_by_buyer on app.request_facts_correction for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization() and supplier_organization_id is null)
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.request_facts_correction to kenshu_runtime;
  grant update (supplier_organization_id) on app.request_facts_correction to kenshu_runtime;
  grant select on app.request_facts_correction to kenshu_sealer;
`;

const ACCEPTANCE = `
  create table app.supplier_acceptance (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid not null references app.organization (id) on delete restrict,
    supplier_site_id uuid not null,
    token_id uuid not null unique,
    accepted_by text not null,
    accepted_at timestamptz not null,
    foreign key (supplier_site_id, buyer_organization_id) references app.supplier_site (id, organization_id) on delete restrict,
    check (buyer_organization_id <> supplier_organization_id)
  );
  alter table app.supplier_acceptance enable row level security;
  alter table app.supplier_acceptance force row level security;
  create policy supplier_acceptance_seen_by_both on app.supplier_acceptance for select to kenshu_runtime
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
  create policy supplier_acceptance_by_supplier on app.supplier_acceptance for insert to kenshu_runtime
    with check (supplier_organization_id = app.current_organization());
  grant select, insert on app.supplier_acceptance to kenshu_runtime;
`;
