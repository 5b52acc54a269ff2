import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A draft can be changed, and can name the agreement it is to be placed under. The trigger of 001 keeps a placed line as it is; `version`
 * tells an edit over somebody else's edit.
 */
export class OrderDraftChange1764000021002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app.order_line add column version int not null default 1, add column planned_agreement_id uuid;
      alter table app.order_line
        add foreign key (planned_agreement_id, buyer_organization_id) references app.agreement (id, buyer_organization_id) on delete restrict,
        add check (planned_agreement_id is null or (secure_requirement and placed_at is null));
      create index order_line_newest on app.order_line (buyer_organization_id, ordered_on desc, po_number, line_no);
      grant update (supplier_site_id, job_number, po_number, line_no, governing_document, secure_requirement, no_requirement_reason, contract_form, item_name, model,
        quantity, unit, ordered_on, due_on, delivery_place, inspection_due_on, amount, payment_terms_days, criticality, planned_agreement_id, version)
        on app.order_line to kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
