import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Specifications: drafts are the buyer's own and change; editions are written once and may be granted to a supplier. */
export class Specification1764000013001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DRAFTS);
    await db.query(EDITIONS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const DRAFTS = `
  create table app.specification (
    id uuid primary key,
    organization_id uuid not null references app.organization (id) on delete restrict,
    number text not null,
    number_year int not null,
    number_sequence int not null check (number_sequence > 0),
    draft jsonb not null,
    draft_edition int not null check (draft_edition > 0),
    approved_edition int not null default 0,
    author_member_id uuid,
    author_name text not null,
    author_department text,
    author_person_key text,
    -- every way in which the people who wrote the draft are known: none of them may approve it
    writer_marks text[] not null,
    submitted_at timestamptz,
    submitted_by text,
    sent_back_at timestamptz,
    sent_back_reason text,
    created_at timestamptz not null,
    version int not null,
    unique (id, organization_id),
    unique (organization_id, number),
    unique (organization_id, number_year, number_sequence),
    check (draft_edition in (approved_edition, approved_edition + 1)),
    check ((submitted_at is null) = (submitted_by is null))
  );
  alter table app.specification enable row level security;
  alter table app.specification force row level security;
  create policy specification_own_read on app.specification for select to kenshu_runtime
    using (organization_id = app.current_organization());
  create policy specification_own_insert on app.specification for insert to kenshu_runtime
    with check (organization_id = app.current_organization());
  create policy specification_own_update on app.specification for update to kenshu_runtime
    using (organization_id = app.current_organization())
    with check (organization_id = app.current_organization());
  grant select, insert on app.specification to kenshu_runtime;
  grant update (draft, draft_edition, approved_edition, author_member_id, author_name, author_department, author_person_key, writer_marks,
    submitted_at, submitted_by, sent_back_at, sent_back_reason, version) on app.specification to kenshu_runtime;
`;

const EDITIONS = `
  create table app.specification_edition (
    id uuid primary key,
    organization_id uuid not null,
    specification_id uuid not null,
    edition int not null check (edition > 0),
    document jsonb not null,
    -- RFC 8785; the text is what is hashed, the document is the same thing for queries
    canonical text not null,
    sha256 text not null,
    writer_marks text[] not null,
    approved_by_member_id uuid,
    approved_by_name text not null,
    approved_by_person_key text not null,
    approved_at timestamptz not null,
    unique (specification_id, edition),
    unique (id, organization_id, sha256),
    foreign key (specification_id, organization_id) references app.specification (id, organization_id) on delete restrict,
    constraint specification_edition_digest check (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
    constraint specification_edition_document check (document = canonical::jsonb),
    -- domain.md 3.4 rule 3: who wrote it does not approve it
    constraint specification_edition_two_people check (not (('person:' || approved_by_person_key) = any (writer_marks)))
  );
  alter table app.specification_edition enable row level security;
  alter table app.specification_edition force row level security;
  create policy specification_edition_read on app.specification_edition for select to kenshu_runtime, kenshu_sealer
    using (organization_id = app.current_organization() or app.granted('specification_edition', id, organization_id));
  create policy specification_edition_insert on app.specification_edition for insert to kenshu_runtime
    with check (organization_id = app.current_organization());
  -- no update, no delete: a change is a new edition
  grant select, insert on app.specification_edition to kenshu_runtime;
  grant select on app.specification_edition to kenshu_sealer;
`;
