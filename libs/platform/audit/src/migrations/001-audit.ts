import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail is each organisation's own and append-only; `reaction_done` makes the expansion of an event happen once. */
export class Audit1764000002001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table app.audit_event (
        id uuid primary key,
        organization_id uuid not null,
        act text not null,
        object_kind text not null,
        object_id uuid not null,
        actor_name text not null,
        member_id uuid,
        identity_id uuid,
        via text not null check (via in ('session', 'token', 'system')),
        step_up text,
        detail jsonb not null,
        at timestamptz not null,
        unique (id, organization_id)
      );
      create index audit_event_object on app.audit_event (organization_id, object_kind, object_id, at);
      create index audit_event_time on app.audit_event (organization_id, at);
      alter table app.audit_event enable row level security;
      alter table app.audit_event force row level security;
      create policy audit_event_own_read on app.audit_event for select to kenshu_runtime, kenshu_sealer
        using (organization_id = app.current_organization());
      create policy audit_event_own_append on app.audit_event for insert to kenshu_runtime, kenshu_sealer
        with check (organization_id = app.current_organization());
      grant select, insert on app.audit_event to kenshu_runtime, kenshu_sealer;

      create table app.reaction_done (
        event_id uuid not null,
        reaction text not null,
        organization_id uuid not null,
        at timestamptz not null,
        primary key (event_id, reaction),
        -- of its own event: a stranger who claimed a reaction of ours would keep it from ever running
        foreign key (event_id, organization_id) references app.audit_event (id, organization_id) on delete cascade
      );
      alter table app.reaction_done enable row level security;
      alter table app.reaction_done force row level security;
      create policy reaction_done_own_read on app.reaction_done for select to kenshu_runtime
        using (organization_id = app.current_organization());
      create policy reaction_done_own_append on app.reaction_done for insert to kenshu_runtime
        with check (organization_id = app.current_organization());
      grant select, insert on app.reaction_done to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
