import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApproveSupplierSite, ChangeSupplierSite, RegisterSupplierSite, SupplierActs } from '@libs/supplier';
import type { SupplierKind, SupplierSiteInput } from '@libs/supplier';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import type { TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { ApprovalForm, SiteForm } from './forms.js';
import { SupplierPages } from './supplier-pages.js';
import { siteFormView } from './supplier.view.js';

@Controller('suppliers')
export class SuppliersController {
  constructor(
    private readonly db: TenantDb, private readonly pages: SupplierPages, private readonly register: RegisterSupplierSite, private readonly edit: ChangeSupplierSite,
    private readonly approval: ApproveSupplierSite,
  ) {}

  @Get()
  @May(SupplierActs.read)
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.pages.list(tx, query));
  }

  @Get('new')
  @May(SupplierActs.register)
  blank(): Page {
    return new Page('suppliers/form', siteFormView({ kind: 'equipment', sme: 'no' }), { title: 'portal_suppliers.new' });
  }

  @Post()
  @May(SupplierActs.register)
  create(@Body() form: SiteForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const id = await this.register.execute(actor, { ...siteOf(form), ...(form.registeredOn && { registeredOn: form.registeredOn }) });
      leaveNotice(request, 'portal_suppliers.registered');
      return new SeeOther(`/suppliers/${id}`);
    }, (problems) => new Page('suppliers/form', siteFormView(form, problems), { title: 'portal_suppliers.new' }));
  }

  @Get(':id')
  @May(SupplierActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  @Get(':id/change')
  @May(SupplierActs.change)
  change(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.change(tx, id));
  }

  @Post(':id/change')
  @May(SupplierActs.change)
  save(@Param('id', IdPipe) id: string, @Body() form: SiteForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.edit.execute(actor, id, versionOf(form.version), siteOf(form));
      leaveNotice(request, 'portal_suppliers.changed');
      return new SeeOther(`/suppliers/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.changeAgain(tx, id, form, problems)));
  }

  @Post(':id/approval')
  @May(SupplierActs.approve)
  approve(@Param('id', IdPipe) id: string, @Body() form: ApprovalForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.approval.execute(actor, id, form.approvedOn ? form.approvedOn : undefined);
      leaveNotice(request, 'portal_suppliers.approved');
      return new SeeOther(`/suppliers/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, problems)));
  }
}

/** A version that is none fits no row: the edit is then a conflict, not a defect. */
const versionOf = (typed: string | undefined): number => /^\d{1,9}$/.test(typed ?? '') ? Number(typed) : 0;

function siteOf(form: SiteForm): SupplierSiteInput {
  const { counterpartyCode = '', makerName = '', factoryName = '', address = '', kind = '' } = form;
  return {
    counterpartyCode, makerName, factoryName, address, kind: kind as SupplierKind, sme: form.sme === 'yes', makerNameEn: form.makerNameEn ?? null, contactName: form.contactName ?? null,
    contactEmail: form.contactEmail ?? null,
  };
}
