import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A judged inspection can be sent back to the inspector, and files can be added to an item before anything is found out about it. Nothing that was
 * frozen is touched: a judgement belongs to a round, sending back is a row of its own, and the next judgement is a new statement beside the old one.
 */
export class InspectionRoundsAndFiles1764000023002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ROUNDS);
    await db.query(RETURNS);
    await db.query(FILES);
    await db.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const ROUNDS = `
  alter table app.inspection add column round int not null default 1 check (round > 0);
  grant update (round) on app.inspection to kenshu_runtime;

  alter table app.inspection_statement add column round int not null default 1;
  alter table app.inspection_statement drop constraint inspection_statement_pkey;
  alter table app.inspection_statement add primary key (inspection_id, round);
  alter table app.inspection_statement add unique (inspection_id, buyer_organization_id, round, sha256);

  alter table app.inspection_sign_off add column round int not null default 1;
  alter table app.inspection_sign_off drop constraint inspection_sign_off_pkey;
  alter table app.inspection_sign_off add primary key (inspection_id, round, step);
  -- a signature of one round cannot stand under the statement of another
  alter table app.inspection_sign_off add foreign key (inspection_id, buyer_organization_id, round, statement_sha256)
    references app.inspection_statement (inspection_id, buyer_organization_id, round, sha256) on delete restrict;

  alter table app.nonconformity add column round int not null default 1;
  alter table app.nonconformity drop constraint nonconformity_inspection_id_item_key_key;
  alter table app.nonconformity add unique (inspection_id, round, item_key);

  -- what was sent back stays in the house: the supplier sees the round that was approved
  drop policy inspection_statement_seen_with_inspection on app.inspection_statement;
  create policy inspection_statement_seen_with_inspection on app.inspection_statement for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id
      and (i.buyer_organization_id = app.current_organization() or i.round = inspection_statement.round)));
  drop policy inspection_sign_off_seen_with_inspection on app.inspection_sign_off;
  create policy inspection_sign_off_seen_with_inspection on app.inspection_sign_off for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id
      and (i.buyer_organization_id = app.current_organization() or i.round = inspection_sign_off.round)));
  drop policy nonconformity_seen_with_inspection on app.nonconformity;
  create policy nonconformity_seen_with_inspection on app.nonconformity for select to kenshu_runtime
    using (exists (select from app.inspection i where i.id = inspection_id
      and (i.buyer_organization_id = app.current_organization() or i.round = nonconformity.round)));
`;

const RETURNS = `
  create table app.inspection_return (
    inspection_id uuid not null,
    buyer_organization_id uuid not null,
    round int not null,
    statement_sha256 text not null,
    reason text not null check (reason <> ''),
    returned_by text not null,
    returned_by_department text,
    returned_by_member_id uuid,
    returned_by_person_key text,
    returned_at timestamptz not null,
    primary key (inspection_id, round),
    foreign key (inspection_id, buyer_organization_id, round, statement_sha256)
      references app.inspection_statement (inspection_id, buyer_organization_id, round, sha256) on delete restrict
  );
  alter table app.inspection_return enable row level security;
  alter table app.inspection_return force row level security;
  create policy inspection_return_own_read on app.inspection_return for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  create policy inspection_return_own_write on app.inspection_return for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection_return to kenshu_runtime;
`;

// A file may be the supplier's that was granted; whose it is stands beside its id, and the pair is held by the foreign key.
const FILES = `
  create table app.inspection_file (
    inspection_id uuid not null,
    buyer_organization_id uuid not null,
    kind text not null check (kind in ('item', 'worksheet')),
    item_key text not null default '',
    evidence_id uuid not null,
    evidence_organization_id uuid not null,
    file_name text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    byte_size bigint not null check (byte_size > 0),
    attached_by text not null,
    attached_by_member_id uuid,
    attached_at timestamptz not null,
    detached_by text,
    detached_at timestamptz,
    primary key (inspection_id, item_key, evidence_id),
    foreign key (inspection_id, buyer_organization_id) references app.inspection (id, buyer_organization_id) on delete restrict,
    foreign key (evidence_id, evidence_organization_id) references app.evidence (id, organization_id) on delete restrict,
    check ((kind = 'worksheet') = (item_key = '')),
    check ((detached_at is null) = (detached_by is null))
  );
  alter table app.inspection_file enable row level security;
  alter table app.inspection_file force row level security;
  create policy inspection_file_own_read on app.inspection_file for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  -- only a file one may read oneself: the inner query runs under the policies of evidence
  create policy inspection_file_own_write on app.inspection_file for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization()
      and exists (select from app.evidence e where e.id = evidence_id and e.organization_id = evidence_organization_id));
  create policy inspection_file_own_change on app.inspection_file for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization()) with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.inspection_file to kenshu_runtime;
  grant update (detached_by, detached_at) on app.inspection_file to kenshu_runtime;
`;

const RULES = `
  create or replace function app.inspection_result_frozen() returns trigger language plpgsql as $$
  begin
    if exists (select from app.inspection_statement s join app.inspection i on i.id = s.inspection_id and i.round = s.round where i.id = new.inspection_id) then
      raise exception 'the inspection is judged' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger inspection_file_frozen before insert or update on app.inspection_file
    for each row execute function app.inspection_result_frozen();

  create function app.inspection_round_kept() returns trigger language plpgsql as $$
  begin
    if new.round <> old.round + 1 or not exists (select from app.inspection_return r where r.inspection_id = old.id and r.round = old.round) then
      raise exception 'a round ends by being sent back' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger inspection_round_kept before update of round on app.inspection
    for each row when (new.round is distinct from old.round) execute function app.inspection_round_kept();

  create function app.inspection_in_round() returns trigger language plpgsql as $$
  begin
    if not exists (select from app.inspection i where i.id = new.inspection_id and i.round = new.round) then
      raise exception 'this round of the inspection is over' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger inspection_statement_in_round before insert on app.inspection_statement for each row execute function app.inspection_in_round();
  create trigger inspection_sign_off_in_round before insert on app.inspection_sign_off for each row execute function app.inspection_in_round();

  create function app.inspection_return_open() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('inspection:' || new.inspection_id, 0));
    if not exists (select from app.inspection i where i.id = new.inspection_id and i.round = new.round and i.released_at is null)
        or exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.round = new.round and s.step = 'approve') then
      raise exception 'what is approved is not sent back' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger inspection_return_open before insert on app.inspection_return for each row execute function app.inspection_return_open();

  -- the order of signatures is that of a round; who once judged the lot stays one of its inspectors in every round
  create or replace function app.inspection_separation() returns trigger language plpgsql as $$
  declare
    three boolean;
  begin
    perform pg_advisory_xact_lock(hashtextextended('inspection:' || new.inspection_id, 0));
    select i.three_persons into strict three from app.inspection i where i.id = new.inspection_id;
    if new.step <> 'judge' and not exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.round = new.round
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
        exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.round = new.round and s.step = 'confirm'
          and (s.person_key = new.person_key or s.member_id = new.member_id))
        or exists (select from app.inspection i join app.delivery d on d.id = i.delivery_id where i.id = new.inspection_id
          and (d.received_by_person_key = new.person_key or d.received_by_member_id = new.member_id))) then
      raise exception 'who confirmed or received the lot cannot approve it' using errcode = '23514';
    end if;
    return new;
  end $$;
`;
