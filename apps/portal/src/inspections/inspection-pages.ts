import { Inject, Injectable } from '@nestjs/common';
import { BusinessDay, InspectionList, Threads, sidesOf } from '@libs/insight';
import { InspectionActs, Inspections } from '@libs/inspection';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Certificates } from '@libs/certificate';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import { Page, TableFile } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { inspectionView } from './inspection.view.js';
import { INSPECTION_ASKS, inspectionsTable, inspectionsView } from './inspections-list.view.js';
import type { Roles } from './inspections-list.view.js';
import { judgementView, signOffView } from './sign-off.view.js';
import type { Signer } from './sign-off.view.js';
import { WorkPages } from './work-pages.js';
import { worksheetFiles } from './work.view.js';

/** The list of inspections, and the record of one with what can be signed on it. */
@Injectable()
export class InspectionPages {
  constructor(
    private readonly inspections: Inspections, private readonly overview: InspectionList, private readonly certificates: Certificates,
    private readonly threads: Threads, private readonly day: BusinessDay, private readonly work: WorkPages,
  ) {}

  async list(tx: TenantTx, asked: Readonly<Record<string, unknown>>): Promise<Page | TableFile> {
    const query = listQuery(asked, INSPECTION_ASKS);
    const { actor } = tx;
    const { waiting, state } = query.filters;
    const found = await this.overview.search(tx, {
      pattern: query.search ? likePattern(query.search) : null, state: (state ?? null) as never, sort: query.sort as never, descending: query.descending, ...windowOf(query),
      waiting: waiting ? { as: waiting as never, memberId: actor.memberId, personKey: actor.personKey } : null,
    });
    const roles = rolesOf(tx);
    if (query.format) return new TableFile('inspections', query.format, inspectionsTable(found.lines, roles));
    return new Page('inspections/list', inspectionsView(found, query, roles), { title: 'portal_inspections.title' });
  }

  /** @throws not_found */
  async show(tx: TenantTx, id: string, again: { readonly typed: object; readonly problems: readonly Problem[] } | null = null): Promise<Page> {
    const inspection = await this.inspections.byId(tx, id);
    const { specification, request, response } = inspection.basis;
    const anchor = { inspectionId: id, editionId: specification?.editionId, requestId: request?.id, statementId: response?.statementId };
    const thread = await this.threads.of(tx, anchor, 'inspection', await this.day.today(tx));
    const own = inspection.buyerOrganizationId === tx.organizationId;
    const view = {
      ...inspectionView(inspection, await this.inspections.nonconformities(tx, id)), id, own, deliveryId: inspection.lot.deliveryId, files: worksheetFiles(inspection), open: inspection.state === 'open' && may(tx.actor, InspectionActs.attach),
      signing: own ? signOffView({ inspection, hands: await this.inspections.hands(tx, id), signer: signerOf(tx), returns: await this.inspections.returns(tx, id), ...again }) : null,
      certificates: (await this.certificates.ofInspection(tx, id)).map((certificate) => ({ id: certificate.id as string, number: certificate.number, state: `insight.certificate.${certificate.state}` })),
    };
    return new Page('inspections/show', view, { title: inspection.lot.noteNumber, thread });
  }

  async judgement(tx: TenantTx, id: string, problems: readonly Problem[] = []): Promise<Page> {
    return new Page('inspections/judgement', judgementView(await this.work.own(tx, id), problems), { title: 'portal_inspections.judge.title' });
  }
}

/** Where links on paper lead; the address people type is the one the mails use. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings) {}

  of(path: string): string {
    return new URL(path, this.settings.publicUrl).href;
  }
}

function rolesOf({ actor }: TenantTx): Roles {
  const [inspector, confirmer, approver] = [may(actor, InspectionActs.judge), may(actor, InspectionActs.confirm), may(actor, InspectionActs.approve)];
  const sides = sidesOf(actor.roles);
  return { inspector, confirmer, approver, supplier: sides.supplier && !sides.buyer };
}

/** A grant in the actor is a fresh one: it is read with the session, and the verb looks at its end again. */
function signerOf({ actor }: TenantTx): Signer {
  return {
    personKey: actor.personKey, memberId: actor.memberId, judge: may(actor, InspectionActs.judge), confirm: may(actor, InspectionActs.confirm), approve: may(actor, InspectionActs.approve),
    sendBack: may(actor, InspectionActs.send_back), steppedUp: actor.stepUp !== null,
  };
}
