import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates: what will be signed is stored before it is signed, and nothing that was signed is ever changed. */
export class Certificate1764000024001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(NUMBER);
    await db.query(CERTIFICATE);
    await db.query(FILE);
    await db.query(AFTERWARDS);
    await db.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const NUMBER = `
  create table app.certificate_number (
    organization_id uuid not null,
    year int not null,
    last int not null check (last > 0),
    primary key (organization_id, year)
  );
  alter table app.certificate_number enable row level security;
  alter table app.certificate_number force row level security;
  create policy certificate_number_own_read on app.certificate_number for select to kenshu_runtime
    using (organization_id = app.current_organization());
  create policy certificate_number_own_first on app.certificate_number for insert to kenshu_runtime
    with check (organization_id = app.current_organization());
  create policy certificate_number_own_next on app.certificate_number for update to kenshu_runtime
    using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
  grant select, insert on app.certificate_number to kenshu_runtime;
  grant update (last) on app.certificate_number to kenshu_runtime;
`;

// One certificate per inspection, and one replacement per certificate. The statement has no update grant for anybody; only the sealer moves it on.
const CERTIFICATE = `
  create table app.certificate (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid,
    order_line_id uuid not null,
    inspection_id uuid not null,
    replaces_id uuid unique,
    number text not null unique,
    year int not null,
    sequence int not null,
    code text not null unique check (code ~ '^[A-Z2-7]{26}$'),
    canonical text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    acts jsonb not null check (jsonb_array_length(acts) = 3),
    issued_on date not null,
    prepared_at timestamptz not null,
    signing_at timestamptz,
    sealed_at timestamptz,
    issued_at timestamptz,
    unique (id, buyer_organization_id),
    unique (id, inspection_id),
    unique (buyer_organization_id, year, sequence),
    foreign key (inspection_id, buyer_organization_id, order_line_id)
      references app.inspection (id, buyer_organization_id, order_line_id) on delete restrict,
    foreign key (order_line_id, buyer_organization_id, supplier_organization_id)
      references app.order_line (id, buyer_organization_id, supplier_organization_id) on delete restrict,
    foreign key (replaces_id, inspection_id) references app.certificate (id, inspection_id) on delete restrict,
    check (encode(sha256(convert_to(canonical, 'UTF8')), 'hex') = sha256),
    check (signing_at is not null or sealed_at is null),
    check (sealed_at is not null or issued_at is null)
  );
  create unique index certificate_once_per_inspection on app.certificate (inspection_id) where replaces_id is null;
  create index certificate_issued on app.certificate (buyer_organization_id, issued_on desc);
  create index certificate_order_line on app.certificate (order_line_id);
  alter table app.certificate enable row level security;
  alter table app.certificate force row level security;
  create policy certificate_seen_by_buyer on app.certificate for select to kenshu_runtime, kenshu_sealer
    using (buyer_organization_id = app.current_organization());
  create policy certificate_seen_by_supplier on app.certificate for select to kenshu_runtime
    using (issued_at is not null and (supplier_organization_id = app.current_organization()
      or app.granted('order_line', order_line_id, buyer_organization_id)));
  create policy certificate_prepared_by_buyer on app.certificate for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization() and signing_at is null);
  create policy certificate_moved_by_sealer on app.certificate for update to kenshu_sealer
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.certificate to kenshu_runtime;
  grant select on app.certificate to kenshu_sealer;
  grant update (signing_at, sealed_at, issued_at) on app.certificate to kenshu_sealer;
`;

const FILE = `
  create table app.certificate_file (
    certificate_id uuid primary key,
    buyer_organization_id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    byte_size bigint not null check (byte_size > 0),
    stored_at timestamptz not null,
    foreign key (certificate_id, buyer_organization_id) references app.certificate (id, buyer_organization_id) on delete restrict
  );
  alter table app.certificate_file enable row level security;
  alter table app.certificate_file force row level security;
  -- seen with its certificate: the inner query runs under the certificate's own policies
  create policy certificate_file_seen_with_certificate on app.certificate_file for select to kenshu_runtime, kenshu_sealer
    using (exists (select from app.certificate c where c.id = certificate_id));
  create policy certificate_file_stored_by_sealer on app.certificate_file for insert to kenshu_sealer
    with check (buyer_organization_id = app.current_organization());
  grant select on app.certificate_file to kenshu_runtime;
  grant select, insert on app.certificate_file to kenshu_sealer;
`;

/** Decisions of the buyer's approver about an issued certificate; both sides read them. */
const decision = (table: string, columns: string): string => `
  create table app.${table} (
    certificate_id uuid primary key,
    buyer_organization_id uuid not null,
    ${columns}
    reason text not null check (reason <> ''),
    decided_by text not null,
    decided_by_department text,
    decided_by_person_key text not null,
    method text not null check (method in ('passkey', 'password_totp', 'password_mail_code')),
    decided_at timestamptz not null,
    foreign key (certificate_id, buyer_organization_id) references app.certificate (id, buyer_organization_id) on delete restrict
  );
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy ${table}_seen_with_certificate on app.${table} for select to kenshu_runtime, kenshu_sealer
    using (exists (select from app.certificate c where c.id = certificate_id));
  create policy ${table}_decided_by_buyer on app.${table} for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.${table} to kenshu_runtime;
  grant select on app.${table} to kenshu_sealer;
`;
const AFTERWARDS = decision('certificate_supersession', '')
  + decision('certificate_revocation', `reason_kind text not null check (reason_kind in ('defect_found', 'issued_in_error', 'fraud', 'other')),`);

// The public register: numbers, digests and a status; the parties only in a box that the printed code opens. Written with the seal, read by strangers.
const PUBLISHED = `
  create table published.certificate (
    number text primary key,
    code_sha256 text not null unique check (code_sha256 ~ '^[0-9a-f]{64}$'),
    statement_sha256 text not null unique check (statement_sha256 ~ '^[0-9a-f]{64}$'),
    pdf_sha256 text unique check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
    status text not null check (status in ('issued', 'superseded', 'revoked')),
    issued_on date not null,
    replaced_by text references published.certificate (number) on delete restrict,
    reason_kind text,
    holder_card bytea not null,
    changed_at timestamptz not null
  );
  grant select, insert on published.certificate to kenshu_sealer;
  grant update (pdf_sha256, status, replaced_by, reason_kind, changed_at) on published.certificate to kenshu_sealer;
  grant select on published.certificate to kenshu_verifier;
`;
