import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { localDate } from '@platform-pure/forms';
import { SupplierActs } from './supplier.policy.js';
import { readRegistrationDay, readSite } from './supplier.rules.js';
import type { SupplierSiteId, SupplierSiteInput } from './supplier.rules.js';
import { SupplierSitesRepository } from './supplier-sites.repository.js';

export interface RegisterSupplierSiteInput extends SupplierSiteInput {
  /** Given when an older ledger is carried over; today otherwise. */
  readonly registeredOn?: string;
}

@Injectable()
export class RegisterSupplierSite {
  constructor(
    private readonly db: TenantDb, private readonly sites: SupplierSitesRepository, private readonly organizations: Organizations,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `supplier.site_invalid`, `supplier.already_registered`. */
  async execute(actor: Actor, input: RegisterSupplierSiteInput): Promise<SupplierSiteId> {
    authorize(actor, SupplierActs.register, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: RegisterSupplierSiteInput): Promise<SupplierSiteId> {
    const { timeZone } = await this.organizations.own(tx);
    const content = readSite(input);
    const registeredOn = readRegistrationDay(input.registeredOn, localDate(this.clock.now(), timeZone));
    const id = newId<'SupplierSite'>();
    if (!await this.sites.insert(tx, id, content, registeredOn)) {
      throw conflict('supplier.already_registered', { code: content.counterpartyCode, factory: content.factoryName });
    }
    await this.audit.record(tx, SupplierActs.register, { kind: 'supplier_site', id }, { counterpartyCode: content.counterpartyCode, registeredOn });
    return id;
  }
}
