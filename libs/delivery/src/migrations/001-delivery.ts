import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots: the supplier's announcement is its own row, receipt is the buyer's. The day of receipt is written once. */
export class Delivery1764000022001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ANNOUNCEMENT);
    await db.query(DELIVERY);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const ANNOUNCEMENT = `
  create table app.delivery_announcement (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid not null,
    order_line_id uuid not null,
    note_number text not null,
    quantity numeric(15, 3) not null check (quantity > 0),
    installments_total int check (installments_total > 0),
    serials jsonb not null,
    versions jsonb not null,
    arrives_on date,
    announced_by text not null,
    announced_at timestamptz not null,
    unique (order_line_id, note_number),
    unique (id, buyer_organization_id, order_line_id),
    foreign key (order_line_id, buyer_organization_id) references app.order_line (id, buyer_organization_id) on delete restrict
  );
  alter table app.delivery_announcement enable row level security;
  alter table app.delivery_announcement force row level security;
  create policy delivery_announcement_seen_by_both on app.delivery_announcement for select to kenshu_runtime
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
  -- only for a line this supplier can see (its own, or one granted when it joined): the inner query runs under its own policies
  create policy delivery_announcement_made_by_supplier on app.delivery_announcement for insert to kenshu_runtime
    with check (supplier_organization_id = app.current_organization()
      and exists (select from app.order_line l where l.id = order_line_id and l.buyer_organization_id = delivery_announcement.buyer_organization_id
        and (l.supplier_organization_id = app.current_organization() or app.granted('order_line', l.id, l.buyer_organization_id))));
  grant select, insert on app.delivery_announcement to kenshu_runtime;
`;

// received_on, and everything else that was written at the dock, has no update grant: a payment clock that can be set back is none.
const DELIVERY = `
  create table app.delivery (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid,
    order_line_id uuid not null,
    announcement_id uuid,
    note_number text not null,
    installment_no int not null check (installment_no > 0),
    installments_total int check (installments_total >= installment_no),
    quantity numeric(15, 3) not null check (quantity > 0),
    unit text not null,
    serials jsonb not null,
    versions jsonb not null,
    received_on date not null,
    received_at timestamptz not null,
    received_by text not null,
    received_by_department text,
    received_by_member_id uuid,
    received_by_person_key text,
    payment_due_on date not null check (payment_due_on >= received_on and payment_due_on < received_on + 60),
    verdict text check (verdict in ('passed', 'rejected')),
    inspected_on date,
    accepted_on date,
    returned_on date,
    returned_at timestamptz,
    returned_by text,
    return_reason text,
    unique (order_line_id, installment_no),
    unique (id, buyer_organization_id),
    unique (id, buyer_organization_id, supplier_organization_id),
    unique (id, buyer_organization_id, order_line_id),
    foreign key (order_line_id, buyer_organization_id) references app.order_line (id, buyer_organization_id) on delete restrict,
    -- checked unless the supplier is unknown: a lot cannot be shown to somebody else than its order
    foreign key (order_line_id, buyer_organization_id, supplier_organization_id)
      references app.order_line (id, buyer_organization_id, supplier_organization_id) on delete restrict,
    foreign key (announcement_id, buyer_organization_id, order_line_id)
      references app.delivery_announcement (id, buyer_organization_id, order_line_id) on delete restrict,
    check ((returned_at is null) = (return_reason is null) and (returned_at is null) = (returned_on is null)),
    check (returned_at is null or verdict is distinct from 'passed'),
    check (inspected_on >= received_on and accepted_on >= inspected_on),
    check (accepted_on is null or verdict = 'passed')
  );
  create unique index delivery_note_once on app.delivery (order_line_id, note_number) where returned_at is null;
  create index delivery_received on app.delivery (buyer_organization_id, received_on);
  alter table app.delivery enable row level security;
  alter table app.delivery force row level security;
  create policy delivery_seen_by_both on app.delivery for select to kenshu_runtime
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id)
      or app.granted('order_line', order_line_id, buyer_organization_id));
  create policy delivery_received_by_buyer on app.delivery for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy delivery_closed_by_buyer on app.delivery for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.delivery to kenshu_runtime;
  grant update (verdict, inspected_on, accepted_on, returned_on, returned_at, returned_by, return_reason) on app.delivery to kenshu_runtime;
`;
