import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { AnnounceDelivery, DeliveryActs, ReceiveNote } from '@libs/delivery';
import { CurrentActor, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { EvidenceUploads } from './evidence-uploads.js';
import { AnnounceForm, ReceiveForm } from './forms.js';
import { ReceivingPages, typedLine } from './receiving-pages.js';
import { typedLot } from './typed.rules.js';

const many = (value: unknown): string[] => [value].flat().filter((one): one is string => typeof one === 'string' && one !== '').slice(0, 20);

/** Goods come in: from a paper 納品書 or from what the supplier announced. */
@Controller('deliveries')
export class ReceivingController {
  constructor(
    private readonly db: TenantDb, private readonly pages: ReceivingPages, private readonly receiveNote: ReceiveNote, private readonly announceDelivery: AnnounceDelivery,
    private readonly uploads: EvidenceUploads,
  ) {}

  @Get('new')
  @May(DeliveryActs.receive)
  form(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page> {
    const named = { order: many(query.order), announcement: many(query.announcement) };
    return this.db.run(actor, (tx) => named.order.length + named.announcement.length > 0 ? this.pages.receive(tx, named) : this.pages.find(tx, 'receive', query));
  }

  @Post()
  @May(DeliveryActs.receive)
  async receive(@Body() form: ReceiveForm, @Files('scan') files: readonly UploadedFile[], @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const known = { ...form, evidence: [...form.evidence] };
    return orRedraw(async () => {
      await this.db.run(actor, (tx) => this.pages.receive(tx, known)); // a stranger's order is none, and nothing is stored for it
      known.evidence.push(...(await this.uploads.keep(actor, files)).map(({ id }) => id as string));
      const lots = await this.receiveNote.execute(actor, noteOf(known));
      leaveNotice(request, 'portal_deliveries.notice.received');
      return new SeeOther(lots.length === 1 ? `/deliveries/${lots[0]}` : `/deliveries?q=${encodeURIComponent(form.noteNumber?.trim() ?? '')}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.receive(tx, known, problems)));
  }

  @Get('announce')
  @May(DeliveryActs.announce)
  announceForm(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page> {
    const [order] = many(query.order);
    return this.db.run(actor, (tx) => order ? this.pages.announce(tx, order) : this.pages.find(tx, 'announce', query));
  }

  @Post('announcements')
  @May(DeliveryActs.announce)
  announce(@Body() form: AnnounceForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const order = form.order ?? '';
    return orRedraw(async () => {
      await this.db.run(actor, (tx) => this.pages.announce(tx, order)); // a stranger's order is none, whatever else the form says
      await this.announceDelivery.execute(actor, { ...typedLot(typedOne(form)), orderLineId: order, noteNumber: form.noteNumber ?? '', arrivesOn: form.arrivesOn || null });
      leaveNotice(request, 'portal_deliveries.notice.announced');
      return new SeeOther('/deliveries');
    }, (problems) => this.db.run(actor, (tx) => this.pages.announce(tx, order, form, problems)));
  }
}

function noteOf(form: ReceiveForm) {
  const lines = form.order.map((orderLineId, index) => ({ ...typedLot(typedLine(form, index)), orderLineId, announcementId: form.announcement[index] || null }));
  return { noteNumber: form.noteNumber ?? '', ...(form.receivedOn && { receivedOn: form.receivedOn }), lines, evidenceIds: form.evidence };
}

const typedOne = ({ quantity = '', total = '', serials = '', versions = '' }: AnnounceForm) => ({ quantity, total, serials, versions });
