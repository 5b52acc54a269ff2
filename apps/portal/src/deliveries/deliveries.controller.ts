import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { AttachDeliveryDocument, DeliveryActs, ReturnDelivery } from '@libs/delivery';
import { InspectionActs, OpenInspection } from '@libs/inspection';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page, TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { DeliveryPages } from './delivery-pages.js';
import { EvidenceUploads } from './evidence-uploads.js';
import { ReasonForm } from './forms.js';

@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly db: TenantDb, private readonly pages: DeliveryPages, private readonly returnDelivery: ReturnDelivery, private readonly openInspection: OpenInspection,
    private readonly attach: AttachDeliveryDocument, private readonly uploads: EvidenceUploads,
  ) {}

  @Get()
  @May(DeliveryActs.read)
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.pages.list(tx, query));
  }

  @Get(':id')
  @May(DeliveryActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  @Post(':id/return')
  @May(DeliveryActs.return)
  return(@Param('id', IdPipe) id: string, @Body() form: ReasonForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.returnDelivery.execute(actor, { deliveryId: id, reason: form.reason ?? '' });
      leaveNotice(request, 'portal_deliveries.notice.returned');
      return new SeeOther(`/deliveries/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { typed: form, problems })));
  }

  @Post(':id/inspection')
  @May(InspectionActs.open)
  open(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return orRedraw(async () => new SeeOther(`/inspections/${await this.openInspection.execute(actor, { deliveryId: id })}/work`),
      (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { typed: {}, problems })));
  }

  @Post(':id/documents')
  @May(DeliveryActs.attach)
  addDocument(@Param('id', IdPipe) id: string, @Files('scan') files: readonly UploadedFile[], @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.db.run(actor, (tx) => this.pages.show(tx, id)); // nothing is stored for somebody else's lot
      const kept = await this.uploads.keep(actor, files);
      if (kept.length > 0) await this.attach.execute(actor, { deliveryId: id, evidenceIds: kept.map((file) => file.id) });
      leaveNotice(request, kept.length > 0 ? 'portal_deliveries.notice.kept' : 'portal_deliveries.notice.nothing_chosen');
      return new SeeOther(`/deliveries/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { typed: {}, problems })));
  }
}
