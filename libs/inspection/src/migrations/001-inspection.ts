import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One inspection per lot: opened by a checklist that cannot change, filled with results, frozen by the judgement, signed by two or three people. */
export class Inspection1764000023001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(INSPECTION);
    await db.query(RESULT);
    await db.query(STATEMENT);
    await db.query(SEPARATION);
    await db.query(NONCONFORMITY);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

// The supplier sees an inspection when it is approved (released_at): what is being looked at, and by whom, is the buyer's business until then.
const INSPECTION = `
  create table app.inspection (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid,
    order_line_id uuid not null,
    delivery_id uuid not null unique,
    kind text not null check (kind in ('acceptance', 'observation')),
    agreement_id uuid,
    lot jsonb not null,
    basis jsonb not null,
    criticality text not null check (criticality in ('high', 'middle', 'low')),
    three_persons boolean not null,
    facts jsonb not null,
    items jsonb not null,
    opened_by text not null,
    opened_at timestamptz not null,
    released_at timestamptz,
    unique (id, buyer_organization_id),
    unique (id, buyer_organization_id, order_line_id),
    foreign key (delivery_id, buyer_organization_id, order_line_id) references app.delivery (id, buyer_organization_id, order_line_id) on delete restrict,
    foreign key (delivery_id, buyer_organization_id, supplier_organization_id)
      references app.delivery (id, buyer_organization_id, supplier_organization_id) on delete restrict,
    foreign key (agreement_id, buyer_organization_id) references app.agreement (id, buyer_organization_id) on delete restrict,
    check ((kind = 'acceptance') = (agreement_id is not null)),
    check (three_persons or criticality <> 'high')
  );
  alter table app.inspection enable row level security;
  alter table app.inspection force row level security;
  create policy inspection_seen_by_buyer on app.inspection for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  create policy inspection_seen_by_supplier on app.inspection for select to kenshu_runtime
    using (released_at is not null and (supplier_organization_id = app.current_organization()
      or app.granted('order_line', order_line_id, buyer_organization_id)));
  create policy inspection_opened_by_buyer on app.inspection for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy inspection_released_by_buyer on app.inspection for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection to kenshu_runtime;
  grant update (released_at) on app.inspection to kenshu_runtime;
`;

const RESULT = `
  create table app.inspection_result (
    inspection_id uuid not null,
    buyer_organization_id uuid not null,
    item_key text not null,
    method text not null check (method in ('document', 'interview', 'on_site', 'own_test', 'third_party', 'goods_check')),
    result text not null check (result in ('conform', 'conform_by_compensation', 'nonconform', 'not_applicable', 'unverifiable')),
    note text,
    checked_on date not null,
    evidence jsonb not null,
    recorded_by text not null,
    recorded_by_person_key text,
    recorded_by_member_id uuid,
    recorded_at timestamptz not null,
    primary key (inspection_id, item_key),
    foreign key (inspection_id, buyer_organization_id) references app.inspection (id, buyer_organization_id) on delete restrict,
    check (result = 'conform' or note is not null)
  );
  -- everybody who ever recorded a result of the lot, also where another result stands now: none of them approves it
  create table app.inspection_recorder (
    inspection_id uuid not null,
    buyer_organization_id uuid not null,
    person_key text not null,
    member_id uuid not null,
    primary key (inspection_id, person_key, member_id),
    foreign key (inspection_id, buyer_organization_id) references app.inspection (id, buyer_organization_id) on delete restrict
  );
  alter table app.inspection_recorder enable row level security;
  alter table app.inspection_recorder force row level security;
  create policy inspection_recorder_own_read on app.inspection_recorder for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  create policy inspection_recorder_own_write on app.inspection_recorder for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection_recorder to kenshu_runtime;

  alter table app.inspection_result enable row level security;
  alter table app.inspection_result force row level security;
  -- seen with its inspection: the inner query runs under the inspection's own policies
  create policy inspection_result_seen_with_inspection on app.inspection_result for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id));
  create policy inspection_result_recorded_by_buyer on app.inspection_result for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy inspection_result_corrected_by_buyer on app.inspection_result for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection_result to kenshu_runtime;
  grant update (method, result, note, checked_on, evidence, recorded_by, recorded_by_person_key, recorded_by_member_id, recorded_at)
    on app.inspection_result to kenshu_runtime;
`;

// A sign-off carries the hash of the statement by foreign key: nobody can sign other bytes than those that were judged.
const STATEMENT = `
  create table app.inspection_statement (
    inspection_id uuid primary key,
    buyer_organization_id uuid not null,
    canonical text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    verdict text check (verdict in ('passed', 'rejected')),
    inspected_on date not null,
    judged_at timestamptz not null,
    unique (inspection_id, sha256),
    unique (inspection_id, buyer_organization_id, sha256),
    foreign key (inspection_id, buyer_organization_id) references app.inspection (id, buyer_organization_id) on delete restrict,
    check (encode(sha256(convert_to(canonical, 'UTF8')), 'hex') = sha256)
  );
  alter table app.inspection_statement enable row level security;
  alter table app.inspection_statement force row level security;
  create policy inspection_statement_seen_with_inspection on app.inspection_statement for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id));
  create policy inspection_statement_frozen_by_buyer on app.inspection_statement for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection_statement to kenshu_runtime;

  create function app.inspection_result_frozen() returns trigger language plpgsql as $$
  begin
    if exists (select from app.inspection_statement s where s.inspection_id = new.inspection_id) then
      raise exception 'the inspection is judged' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger inspection_result_frozen before insert or update on app.inspection_result
    for each row execute function app.inspection_result_frozen();

  create table app.inspection_sign_off (
    inspection_id uuid not null,
    buyer_organization_id uuid not null,
    step text not null check (step in ('judge', 'confirm', 'approve')),
    name text not null,
    department text,
    member_id uuid not null,
    person_key text not null check (person_key <> ''),
    method text not null check (method in ('passkey', 'password_totp', 'password_mail_code', 'session')),
    at timestamptz not null,
    statement_sha256 text not null,
    primary key (inspection_id, step),
    foreign key (inspection_id, buyer_organization_id, statement_sha256)
      references app.inspection_statement (inspection_id, buyer_organization_id, sha256) on delete restrict,
    -- a confirmation or an approval without a second factor does not exist
    check (step = 'judge' or method <> 'session')
  );
  alter table app.inspection_sign_off enable row level security;
  alter table app.inspection_sign_off force row level security;
  create policy inspection_sign_off_seen_with_inspection on app.inspection_sign_off for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id));
  create policy inspection_sign_off_by_buyer on app.inspection_sign_off for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection_sign_off to kenshu_runtime;
`;

/** domain.md §0b.16 and §3.4 once more, where no code can go round them: compared by person key, and by member where a key is missing. */
const SEPARATION = `
  create function app.inspection_separation() returns trigger language plpgsql as $$
  declare
    three boolean;
  begin
    perform pg_advisory_xact_lock(hashtextextended('inspection:' || new.inspection_id, 0));
    select i.three_persons into strict three from app.inspection i where i.id = new.inspection_id;
    if new.step <> 'judge' and not exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id
        and s.step = case new.step when 'confirm' then 'judge' else 'confirm' end) then
      raise exception 'signed out of order' using errcode = '23514';
    end if;
    if (new.step = 'approve' or (new.step = 'confirm' and three)) and (
        exists (select from app.inspection_recorder r where r.inspection_id = new.inspection_id
          and (r.person_key = new.person_key or r.member_id = new.member_id))
        or exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.step = 'judge'
          and (s.person_key = new.person_key or s.member_id = new.member_id))) then
      raise exception 'the inspector cannot %', new.step using errcode = '23514';
    end if;
    if new.step = 'approve' and (
        exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.step = 'confirm'
          and (s.person_key = new.person_key or s.member_id = new.member_id))
        or exists (select from app.inspection i join app.delivery d on d.id = i.delivery_id where i.id = new.inspection_id
          and (d.received_by_person_key = new.person_key or d.received_by_member_id = new.member_id))) then
      raise exception 'who confirmed or received the lot cannot approve it' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger inspection_separation before insert on app.inspection_sign_off for each row execute function app.inspection_separation();
`;

const NONCONFORMITY = `
  create table app.nonconformity (
    id uuid primary key,
    buyer_organization_id uuid not null,
    inspection_id uuid not null,
    item_key text not null,
    item_code text not null,
    title jsonb not null,
    description text not null,
    found_on date not null,
    found_by text not null,
    -- 商法526条: when the supplier was told matters as much as what was found
    notified_at timestamptz,
    unique (inspection_id, item_key),
    foreign key (inspection_id, buyer_organization_id) references app.inspection (id, buyer_organization_id) on delete restrict
  );
  alter table app.nonconformity enable row level security;
  alter table app.nonconformity force row level security;
  create policy nonconformity_seen_with_inspection on app.nonconformity for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id));
  create policy nonconformity_found_by_buyer on app.nonconformity for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy nonconformity_notified_by_buyer on app.nonconformity for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.nonconformity to kenshu_runtime;
  grant update (notified_at) on app.nonconformity to kenshu_runtime;
`;
