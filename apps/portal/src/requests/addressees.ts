import { Injectable } from '@nestjs/common';
import { Sites } from '@libs/organization';
import { SupplierSites } from '@libs/supplier';
import { notFound } from '@platform-pure/errors';
import type { TenantTx } from '@platform/tenancy';

/** Somebody a request may go to: a factory of the ledger, or one of one's own. */
export interface Addressee {
  readonly id: string;
  readonly own: boolean;
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly joined: boolean;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
}

@Injectable()
export class Addressees {
  constructor(private readonly suppliers: SupplierSites, private readonly sites: Sites) {}

  /** Own factories last. */
  async all(tx: TenantTx): Promise<Addressee[]> {
    const suppliers = (await this.suppliers.list(tx)).map((site): Addressee => ({
      id: site.id, own: false, code: site.counterpartyCode, name: site.makerName, place: site.factoryName, joined: site.joinedOrganizationId !== null,
      contactName: site.contactName, contactEmail: site.contactEmail,
    }));
    const own = (await this.sites.list(tx)).map((site): Addressee => ({
      id: site.id, own: true, code: '', name: site.name, place: site.address, joined: true, contactName: null, contactEmail: null }));
    return [...suppliers, ...own];
  }

  /** In the order asked. @throws NotFound for an id that is nobody's here. */
  async chosen(tx: TenantTx, ids: readonly string[]): Promise<Addressee[]> {
    const all = new Map((await this.all(tx)).map((one) => [one.id, one]));
    return ids.map((id) => {
      const found = all.get(id);
      if (!found) throw notFound('supplier');
      return found;
    });
  }
}
