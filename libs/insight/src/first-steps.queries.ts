import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';

/** What a buyer does first; true where it has been done. */
export interface FirstStepsDone { readonly colleagues: boolean; readonly suppliers: boolean; readonly specification: boolean }

/** For the home page of an organisation that has only just begun. */
@Injectable()
export class FirstSteps {
  /** Null once everything is done, and for a supplier, who begins with the request that was sent. */
  async of(tx: TenantTx): Promise<FirstStepsDone | null> {
    const [done] = await tx.query<FirstStepsDone & { supplier: boolean }>(
      `select exists (select from app.member offset 1) or exists (select from app.member_invitation) as colleagues,
         exists (select from app.supplier_site where organization_id = $1) as suppliers,
         exists (select from app.specification where organization_id = $1) as specification,
         exists (select from app.supplier_acceptance where supplier_organization_id = $1) as supplier`, [tx.organizationId]);
    if (done.supplier || (done.colleagues && done.suppliers && done.specification)) return null;
    return { colleagues: done.colleagues, suppliers: done.suppliers, specification: done.specification };
  }
}
