import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the buyer does after sending: who is written to, reminders, mails that did not arrive; and what both sides say about cost and objections. */
export class RequestChasing1764000014002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [SENDING, RECIPIENT, REMINDER, BOUNCE, SETTINGS, TALK]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const SENDING = `
  -- one press of "send": the same press again finds what it sent, per addressee
  alter table app.security_request add column sending_id uuid,
    add unique (buyer_organization_id, sending_id, supplier_site_id), add unique (buyer_organization_id, sending_id, own_site_id);
  create index security_request_newest on app.security_request (buyer_organization_id, sent_at desc, id desc);
`;

const RECIPIENT = `
  create table app.request_recipient (
    id uuid primary key,
    buyer_organization_id uuid not null,
    request_id uuid not null,
    email text not null check (email = lower(email)),
    name text,
    added_by text not null,
    added_at timestamptz not null,
    replaced_at timestamptz,
    foreign key (request_id, buyer_organization_id) references app.security_request (id, buyer_organization_id) on delete restrict
  );
  create unique index request_recipient_once on app.request_recipient (request_id, email) where replaced_at is null;
  alter table app.request_recipient enable row level security;
  alter table app.request_recipient force row level security;
  create policy request_recipient_own_read on app.request_recipient for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  create policy request_recipient_own_insert on app.request_recipient for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy request_recipient_own_update on app.request_recipient for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization())
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.request_recipient to kenshu_runtime;
  grant update (replaced_at) on app.request_recipient to kenshu_runtime;
`;

const REMINDER = `
  create table app.request_reminder (
    id uuid primary key,
    buyer_organization_id uuid not null,
    request_id uuid not null,
    kind text not null check (kind in ('by_hand', 'before_7', 'before_1', 'after_3')),
    -- of which due date it reminds: an extension begins anew
    due_on date not null,
    -- the day where the buyer is: nobody is written to twice on one day
    reminded_on date not null,
    reminded_by text not null,
    reminded_at timestamptz not null,
    unique (buyer_organization_id, request_id, reminded_on),
    foreign key (request_id, buyer_organization_id) references app.security_request (id, buyer_organization_id) on delete restrict
  );
  create unique index request_reminder_once on app.request_reminder (request_id, kind, due_on) where kind <> 'by_hand';
  alter table app.request_reminder enable row level security;
  alter table app.request_reminder force row level security;
  create policy request_reminder_own_read on app.request_reminder for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  create policy request_reminder_own_insert on app.request_reminder for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.request_reminder to kenshu_runtime;
`;

const BOUNCE = `
  create table app.request_bounce (
    id uuid primary key,
    buyer_organization_id uuid not null,
    request_id uuid not null,
    address text not null check (address = lower(address)),
    reason text not null,
    source text not null check (source in ('refused', 'came_back')),
    -- of a mail that the server refused: the event it was sent for
    event_id uuid,
    recorded_by text not null,
    recorded_at timestamptz not null,
    settled_at timestamptz,
    settled_by text,
    unique (request_id, address, event_id),
    check ((settled_at is null) = (settled_by is null)),
    foreign key (request_id, buyer_organization_id) references app.security_request (id, buyer_organization_id) on delete restrict
  );
  create index request_bounce_open on app.request_bounce (buyer_organization_id, request_id) where settled_at is null;
  alter table app.request_bounce enable row level security;
  alter table app.request_bounce force row level security;
  create policy request_bounce_own_read on app.request_bounce for select to kenshu_runtime
    using (buyer_organization_id = app.current_organization());
  create policy request_bounce_own_insert on app.request_bounce for insert to kenshu_runtime
    with check (buyer_organization_id = app.current_organization());
  create policy request_bounce_own_update on app.request_bounce for update to kenshu_runtime
    using (buyer_organization_id = app.current_organization())
    with check (buyer_organization_id = app.current_organization());
  grant select, insert on app.request_bounce to kenshu_runtime;
  grant update (settled_at, settled_by) on app.request_bounce to kenshu_runtime;
`;

const SETTINGS = `
  create table app.request_settings (
    organization_id uuid primary key references app.organization (id) on delete restrict,
    reminders boolean not null,
    changed_by text not null,
    changed_at timestamptz not null
  );
  alter table app.request_settings enable row level security;
  alter table app.request_settings force row level security;
  create policy request_settings_own_read on app.request_settings for select to kenshu_runtime
    using (organization_id = app.current_organization());
  create policy request_settings_own_insert on app.request_settings for insert to kenshu_runtime
    with check (organization_id = app.current_organization());
  create policy request_settings_own_update on app.request_settings for update to kenshu_runtime
    using (organization_id = app.current_organization())
    with check (organization_id = app.current_organization());
  grant select, insert on app.request_settings to kenshu_runtime;
  grant update (reminders, changed_by, changed_at) on app.request_settings to kenshu_runtime;
`;

const TALK = `
  create table app.request_talk (
    id uuid primary key,
    buyer_organization_id uuid not null,
    supplier_organization_id uuid not null,
    request_id uuid not null,
    written_by uuid not null,
    kind text not null check (kind in ('objection', 'price_talk')),
    text text not null check (text <> ''),
    said_by text not null,
    said_at timestamptz not null,
    foreign key (request_id, buyer_organization_id, supplier_organization_id)
      references app.security_request (id, buyer_organization_id, supplier_organization_id) on delete restrict
  );
  create index request_talk_of_request on app.request_talk (request_id, said_at);
  alter table app.request_talk enable row level security;
  alter table app.request_talk force row level security;
  create policy request_talk_seen_by_both on app.request_talk for select to kenshu_runtime
    using (app.current_organization() in (buyer_organization_id, supplier_organization_id));
  create policy request_talk_own_insert on app.request_talk for insert to kenshu_runtime
    with check (written_by = app.current_organization() and app.current_organization() in (buyer_organization_id, supplier_organization_id));
  grant select, insert on app.request_talk to kenshu_runtime;
`;
