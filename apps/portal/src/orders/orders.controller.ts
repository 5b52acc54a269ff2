import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { CancelOrder, ChangeOrderDraft, OrderActs, RegisterOrderLine } from '@libs/order';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { invalid } from '@platform-pure/errors';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { CancelForm, OrderForm } from './forms.js';
import { OrderForms } from './order-forms.js';
import { OrderPages } from './order-pages.js';
import { draftOf, orderOf } from './typed-order.js';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly db: TenantDb, private readonly pages: OrderPages, private readonly forms: OrderForms, private readonly register: RegisterOrderLine,
    private readonly edit: ChangeOrderDraft, private readonly withdraw: CancelOrder,
  ) {}

  @Get('new')
  @May(OrderActs.register)
  blank(@Query('supplier') supplier: unknown, @Query('agreement') agreement: unknown, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.forms.blank(tx, supplier, agreement));
  }

  @Post()
  @May(OrderActs.register)
  create(@Body() form: OrderForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const id = await this.register.execute(actor, orderOf(withSite(form)));
      leaveNotice(request, 'portal_orders.registered');
      return new SeeOther(`/orders/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.forms.again(tx, form, problems)));
  }

  @Get(':id')
  @May(OrderActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  @Get(':id/change')
  @May(OrderActs.change)
  change(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.forms.change(tx, id));
  }

  @Post(':id/change')
  @May(OrderActs.change)
  save(@Param('id', IdPipe) id: string, @Body() form: OrderForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.edit.execute(actor, draftOf(id, withSite(form)));
      leaveNotice(request, 'portal_orders.changed');
      return new SeeOther(`/orders/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.forms.changeAgain(tx, id, form, problems)));
  }

  @Post(':id/cancellation')
  @May(OrderActs.cancel)
  cancel(@Param('id', IdPipe) id: string, @Body() form: CancelForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.withdraw.execute(actor, { orderLineId: id, reason: form.reason ?? '' });
      leaveNotice(request, 'portal_orders.cancelled');
      return new SeeOther(`/orders/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, problems)));
  }
}

/** @throws `order.terms_invalid` when no factory was chosen: an empty choice is nobody's id. */
function withSite(form: OrderForm): OrderForm {
  const { supplierSiteId = '', agreementId = '' } = form;
  if (!isId(supplierSiteId)) throw invalid('order.terms_invalid', { count: 1 }, [{ field: 'supplierSiteId', code: 'common.choose_one' }]);
  if (agreementId !== '' && !isId(agreementId)) throw invalid('order.terms_invalid', { count: 1 }, [{ field: 'agreementId', code: 'common.choose_one' }]);
  return form;
}
