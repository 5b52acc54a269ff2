import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What must be known before the tenant is: persons, their credentials and sessions, and which organisations they belong to.
 * These tables carry no tenant policy (reason per table in the README); only `runtime` may use them, by listed columns.
 */
export class Identity1764000001001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema identity;
      grant usage on schema identity to kenshu_runtime;

      create table identity.identity (
        id uuid primary key,
        email text not null check (email = lower(email) and email like '_%@_%'),
        display_name text not null check (display_name <> ''),
        password_hash text check (password_hash like '$argon2id$%'),
        language text not null check (language in ('ja', 'en')),
        time_zone text not null,
        created_at timestamptz not null,
        password_changed_at timestamptz
      );
      create unique index identity_email on identity.identity (lower(email));
      grant select, insert on identity.identity to kenshu_runtime;
      grant update (display_name, password_hash, language, time_zone, password_changed_at) on identity.identity to kenshu_runtime;

      create table identity.membership (
        identity_id uuid not null references identity.identity (id) on delete restrict,
        organization_id uuid not null,
        member_id uuid not null unique,
        active boolean not null,
        changed_at timestamptz not null,
        primary key (identity_id, organization_id)
      );
      grant select, insert on identity.membership to kenshu_runtime;
      grant update (active, changed_at) on identity.membership to kenshu_runtime;

      create table identity.session (
        sid_hash text primary key check (sid_hash ~ '^[0-9a-f]{64}$'),
        identity_id uuid references identity.identity (id) on delete cascade,
        organization_id uuid,
        data jsonb not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        absolute_expires_at timestamptz not null
      );
      create index session_identity on identity.session (identity_id, organization_id);
      create index session_expiry on identity.session (absolute_expires_at);
      grant select, insert, delete on identity.session to kenshu_runtime;
      grant update (identity_id, organization_id, data, last_seen_at) on identity.session to kenshu_runtime;

      create table identity.one_time_token (
        id uuid primary key,
        kind text not null check (kind in ('password_reset', 'member_invitation', 'supplier_invitation')),
        token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
        email text not null,
        payload jsonb not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        consumed_at timestamptz,
        consumed_by uuid references identity.identity (id) on delete restrict,
        consumed_for_organization uuid,
        check (consumed_at is not null or (consumed_by is null and consumed_for_organization is null))
      );
      create index one_time_token_email on identity.one_time_token (email, kind);
      grant select, insert, delete on identity.one_time_token to kenshu_runtime;
      grant update (expires_at, consumed_at, consumed_by, consumed_for_organization) on identity.one_time_token to kenshu_runtime;

      -- keyed by hashes: people type passwords into the address field, and addresses of visitors are nobody's business
      create table identity.sign_in_attempt (
        subject text not null check (subject in ('address', 'source')),
        key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
        failures int not null check (failures >= 0),
        last_failed_at timestamptz not null,
        locked_until timestamptz,
        primary key (subject, key_hash)
      );
      grant select, insert, delete on identity.sign_in_attempt to kenshu_runtime;
      grant update (failures, last_failed_at, locked_until) on identity.sign_in_attempt to kenshu_runtime;

      create table identity.password_reset_request (
        id uuid primary key,
        email text not null,
        source_hash text not null,
        requested_at timestamptz not null,
        handled_at timestamptz
      );
      create index password_reset_request_email on identity.password_reset_request (email, requested_at);
      create index password_reset_request_source on identity.password_reset_request (source_hash, requested_at);
      grant select, insert, delete on identity.password_reset_request to kenshu_runtime;
      grant update (handled_at) on identity.password_reset_request to kenshu_runtime;

      create table identity.step_up_challenge (
        id uuid primary key,
        sid_hash text not null references identity.session (sid_hash) on delete cascade,
        identity_id uuid not null references identity.identity (id) on delete cascade,
        code_hash text,
        attempts int not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        finished_at timestamptz
      );
      create index step_up_challenge_identity on identity.step_up_challenge (identity_id, created_at);
      create index step_up_challenge_session on identity.step_up_challenge (sid_hash);
      grant select, insert, delete on identity.step_up_challenge to kenshu_runtime;
      grant update (code_hash, attempts, finished_at) on identity.step_up_challenge to kenshu_runtime;

      create table identity.step_up_grant (
        sid_hash text primary key references identity.session (sid_hash) on delete cascade,
        method text not null check (method in ('passkey', 'password_totp', 'password_mail_code')),
        granted_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > granted_at)
      );
      grant select, insert, delete on identity.step_up_grant to kenshu_runtime;
      grant update (method, granted_at, expires_at) on identity.step_up_grant to kenshu_runtime;

      create table identity.event (
        id uuid primary key,
        identity_id uuid not null references identity.identity (id) on delete restrict,
        kind text not null,
        at timestamptz not null
      );
      create index event_identity on identity.event (identity_id, at);
      grant select, insert on identity.event to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
