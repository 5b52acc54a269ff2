import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, their sites, members and invitations. What separates duties is also a check constraint here (domain.md §3.4). */
export class Organization1764000010001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.organization (
        id uuid primary key,
        name text not null check (name <> ''),
        name_en text,
        corporate_number text check (corporate_number ~ '^[0-9]{13}$'),
        address text not null,
        time_zone text not null,
        default_language text not null check (default_language in ('ja', 'en')),
        -- numbers of certificates run under it and are looked up by strangers: no two organisations share one
        certificate_prefix text unique check (certificate_prefix ~ '^[A-Z0-9]{2,8}$'),
        sign_off_policy jsonb not null check (jsonb_typeof(sign_off_policy -> 'threePersons') = 'boolean'),
        disclosure_class text not null check (disclosure_class in ('public', 'parties', 'restricted', 'secret')),
        retention_years int not null check (retention_years between 2 and 100),
        created_at timestamptz not null,
        version int not null
      );
      alter table app.organization enable row level security;
      alter table app.organization force row level security;
      create policy organization_seen_by_itself_and_grantees on app.organization for select to kenshu_runtime
        using (id = app.current_organization() or app.granted('organization', id, id));
      create policy organization_seen_by_its_sealer on app.organization for select to kenshu_sealer
        using (id = app.current_organization() or app.granted('organization', id, id));
      create policy organization_founded_as_itself on app.organization for insert to kenshu_runtime
        with check (id = app.current_organization());
      create policy organization_changed_by_itself on app.organization for update to kenshu_runtime
        using (id = app.current_organization()) with check (id = app.current_organization());
      grant select, insert on app.organization to kenshu_runtime;
      grant select on app.organization to kenshu_sealer;
      grant update (name, name_en, corporate_number, address, time_zone, default_language, certificate_prefix, sign_off_policy,
        disclosure_class, retention_years, version) on app.organization to kenshu_runtime;

      create table app.site (
        id uuid primary key,
        organization_id uuid not null references app.organization (id) on delete restrict,
        name text not null check (name <> ''),
        name_en text,
        address text not null,
        created_at timestamptz not null,
        unique (organization_id, name),
        unique (organization_id, id)
      );
      alter table app.site enable row level security;
      alter table app.site force row level security;
      create policy site_own_read on app.site for select to kenshu_runtime, kenshu_sealer using (organization_id = app.current_organization());
      create policy site_own_insert on app.site for insert to kenshu_runtime with check (organization_id = app.current_organization());
      grant select, insert on app.site to kenshu_runtime;
      grant select on app.site to kenshu_sealer;

      create table app.member (
        id uuid primary key,
        organization_id uuid not null references app.organization (id) on delete restrict,
        identity_id uuid not null references identity.identity (id) on delete restrict,
        display_name text not null check (display_name <> ''),
        email text not null,
        department text,
        title text,
        person_key text check (person_key <> ''),
        roles text[] not null check (roles <@ array['requester', 'procurement', 'spec_approver', 'supplier_contact', 'supplier_respondent',
          'supplier_signer', 'supplier_psirt', 'external_expert', 'receiver', 'inspector', 'confirmer', 'approver', 'risk_owner', 'auditor', 'tenant_admin']),
        language text not null check (language in ('ja', 'en')),
        joined_at timestamptz not null,
        left_at timestamptz,
        unique (organization_id, identity_id),
        unique (organization_id, person_key),
        unique (organization_id, id),
        constraint member_signs_as_a_person check (person_key is not null
          or not roles && array['supplier_signer', 'spec_approver', 'inspector', 'confirmer', 'approver', 'risk_owner']),
        constraint member_admin_does_not_judge check (not 'tenant_admin' = any (roles)
          or not roles && array['spec_approver', 'inspector', 'confirmer', 'approver', 'risk_owner']),
        constraint member_auditor_stands_alone check (not 'auditor' = any (roles) or cardinality(roles) = 1)
      );
      alter table app.member enable row level security;
      alter table app.member force row level security;
      create policy member_own_read on app.member for select to kenshu_runtime, kenshu_sealer using (organization_id = app.current_organization());
      create policy member_own_insert on app.member for insert to kenshu_runtime with check (organization_id = app.current_organization());
      create policy member_own_update on app.member for update to kenshu_runtime
        using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
      grant select, insert on app.member to kenshu_runtime;
      grant select on app.member to kenshu_sealer;
      grant update (display_name, email, department, title, person_key, roles, language, joined_at, left_at) on app.member to kenshu_runtime;

      create table app.member_invitation (
        id uuid primary key,
        organization_id uuid not null references app.organization (id) on delete restrict,
        email text not null,
        display_name text not null,
        department text,
        title text,
        person_key text,
        roles text[] not null,
        language text not null check (language in ('ja', 'en')),
        invited_by uuid not null,
        invited_at timestamptz not null,
        withdrawn_at timestamptz,
        accepted_at timestamptz,
        accepted_member_id uuid,
        foreign key (organization_id, invited_by) references app.member (organization_id, id) on delete restrict,
        foreign key (organization_id, accepted_member_id) references app.member (organization_id, id) on delete restrict,
        check ((accepted_at is null) = (accepted_member_id is null)),
        check (accepted_at is null or withdrawn_at is null)
      );
      create unique index member_invitation_open on app.member_invitation (organization_id, email) where accepted_at is null and withdrawn_at is null;
      alter table app.member_invitation enable row level security;
      alter table app.member_invitation force row level security;
      create policy member_invitation_own_read on app.member_invitation for select to kenshu_runtime using (organization_id = app.current_organization());
      create policy member_invitation_own_insert on app.member_invitation for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      create policy member_invitation_own_update on app.member_invitation for update to kenshu_runtime
        using (organization_id = app.current_organization()) with check (organization_id = app.current_organization());
      grant select, insert on app.member_invitation to kenshu_runtime;
      grant update (withdrawn_at, accepted_at, accepted_member_id) on app.member_invitation to kenshu_runtime;

      alter table app.notification add constraint notification_member foreign key (organization_id, member_id)
        references app.member (organization_id, id) on delete cascade;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
