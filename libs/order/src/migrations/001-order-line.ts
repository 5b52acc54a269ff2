import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The procurement ledger. What was ordered, and the agreement it was ordered under, cannot be changed once the order is placed. */
export class OrderLine1764000021001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(FROZEN);
    await db.query(DOORS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

// supplier_organization_id stays null while nobody has joined for the factory; the supplier then reads the line, and everything below it,
// through a grant of kind 'order_line'.
const TABLE = `
  create table app.order_line (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid,
    supplier_site_id uuid not null,
    job_number text not null,
    po_number text not null,
    line_no int not null check (line_no > 0),
    governing_document text not null check (governing_document in ('purchase_spec', 'outsourcing_spec', 'contract')),
    secure_requirement boolean not null,
    no_requirement_reason text,
    contract_form text not null check (contract_form in ('ukeoi', 'jun_inin', 'haken')),
    item_name text not null,
    model text,
    quantity numeric(15, 3) not null check (quantity > 0),
    -- kept by the deliveries: more than was ordered cannot be received, whoever asks
    received_quantity numeric(15, 3) not null default 0 check (received_quantity between 0 and quantity),
    unit text not null,
    ordered_on date not null,
    due_on date not null check (due_on >= ordered_on),
    delivery_place text,
    inspection_due_on date check (inspection_due_on >= due_on),
    amount numeric(15, 2) check (amount >= 0),
    payment_terms_days int not null check (payment_terms_days between 1 and 60),
    criticality text check (criticality in ('high', 'middle', 'low')),
    spec_criticality text check (spec_criticality in ('high', 'middle', 'low')),
    facts jsonb,
    agreement_id uuid,
    registered_by text not null,
    registered_at timestamptz not null,
    placed_by text,
    placed_at timestamptz,
    cancelled_by text,
    cancelled_at timestamptz,
    cancel_reason text,
    state text not null generated always as (
      case when cancelled_at is not null then 'cancelled' when placed_at is not null then 'ordered' else 'draft' end) stored,
    unique (buyer_organization_id, po_number, line_no),
    unique (id, buyer_organization_id),
    unique (id, buyer_organization_id, supplier_organization_id),
    foreign key (supplier_site_id, buyer_organization_id) references app.supplier_site (id, organization_id) on delete restrict,
    foreign key (agreement_id, buyer_organization_id) references app.agreement (id, buyer_organization_id) on delete restrict,
    check (secure_requirement = (no_requirement_reason is null)),
    check (placed_at is null or inspection_due_on is not null),
    check (placed_at is null or facts is not null),
    check (agreement_id is null or (placed_at is not null and spec_criticality is not null)),
    check (received_quantity = 0 or (placed_at is not null and cancelled_at is null)),
    check ((cancelled_at is null) = (cancel_reason is null))
  );
  create index order_line_site on app.order_line (supplier_site_id);
  create index order_line_supplier on app.order_line (supplier_organization_id) where supplier_organization_id is not null;
  create index order_line_agreement on app.order_line (agreement_id) where agreement_id is not null;
`;

const FROZEN = `
  create function app.order_line_frozen() returns trigger language plpgsql as $$
  begin
    if old.placed_at is not null and (to_jsonb(new) - array['cancelled_by', 'cancelled_at', 'cancel_reason', 'state', 'received_quantity'])
        is distinct from (to_jsonb(old) - array['cancelled_by', 'cancelled_at', 'cancel_reason', 'state', 'received_quantity']) then
      raise exception 'a placed order is not changed' using errcode = '23514';
    end if;
    if old.cancelled_at is not null then
      raise exception 'a cancelled order is not changed' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger order_line_frozen before update on app.order_line for each row execute function app.order_line_frozen();
`;

const DOORS = `
  alter table app.order_line enable row level security;
  alter table app.order_line force row level security;
  create policy order_line_seen_by_buyer on app.order_line for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  -- a draft is the buyer's own: the supplier sees an order when it is one
  create policy order_line_seen_by_supplier on app.order_line for select to kenshu_runtime
    using (placed_at is not null and (supplier_organization_id = app.current_organization()
      or app.granted('order_line', id, buyer_organization_id)));
  create policy order_line_registered_by_buyer on app.order_line for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization() and placed_at is null and cancelled_at is null);
  create policy order_line_changed_by_buyer on app.order_line for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.order_line to kenshu_runtime;
  grant update (supplier_organization_id, spec_criticality, facts, agreement_id, placed_by, placed_at, cancelled_by, cancelled_at, cancel_reason,
    received_quantity)
    on app.order_line to kenshu_runtime;
`;
