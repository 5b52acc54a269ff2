import { Injectable } from '@nestjs/common';
import { BusinessDay } from '@libs/insight';
import { OrderLines } from '@libs/order';
import { SupplierSites } from '@libs/supplier';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { PublicAddress } from './inspection-pages.js';
import { WorkPages } from './work-pages.js';
import { worksheetView } from './worksheet.view.js';

@Injectable()
export class WorksheetPages {
  constructor(private readonly work: WorkPages, private readonly lines: OrderLines, private readonly sites: SupplierSites, private readonly day: BusinessDay, private readonly address: PublicAddress) {}

  async worksheet(tx: TenantTx, id: string): Promise<Page> {
    const inspection = await this.work.own(tx, id);
    const line = await this.lines.byId(tx, inspection.lot.orderLineId);
    const { makerName, factoryName } = await this.sites.byId(tx, line.supplierSiteId);
    const view = worksheetView({
      inspection, item: [line.itemName, line.model].filter(Boolean).join(' '), supplier: `${makerName} ${factoryName}`, address: this.address.of(`/inspections/${id}/work`), printedOn: await this.day.today(tx),
    });
    return new Page('inspections/worksheet', view, { title: 'portal_inspections.worksheet', scripts: ['print'] });
  }
}
