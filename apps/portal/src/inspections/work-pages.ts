import { Injectable } from '@nestjs/common';
import { EvidenceFiles } from '@libs/evidence';
import { BusinessDay } from '@libs/insight';
import { InspectionActs, Inspections } from '@libs/inspection';
import type { InspectionDetail } from '@libs/inspection';
import { Specifications } from '@libs/specification';
import { isDue } from '@pure/inspection';
import { notFound } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Fragment, Page } from '../web/page.js';
import { claimsFor } from './claims.view.js';
import type { ClaimView } from './claims.view.js';
import { itemView, progressView, workView, worksheetFiles } from './work.view.js';
import type { WorkInput } from './work.view.js';

/** The inspector's page of one lot, and the parts of it that change when something was saved. */
@Injectable()
export class WorkPages {
  constructor(private readonly inspections: Inspections, private readonly specifications: Specifications, private readonly evidence: EvidenceFiles, private readonly day: BusinessDay) {}

  /** @throws not_found for everybody but the buyer: an inspection is worked on in the house. */
  async work(tx: TenantTx, id: string, refused: WorkInput['refused'] = null): Promise<Page> {
    const input = await this.input(tx, id, refused);
    return new Page('inspections/work', workView(input), { title: `${input.inspection.lot.noteNumber}`, scripts: ['inspection-work'] });
  }

  /** After a save by script: state, pictures and progress; the fields stay as the person left them. */
  async part(tx: TenantTx, id: string, itemKey: string, refused: WorkInput['refused'] = null): Promise<Fragment> {
    const input = { ...await this.input(tx, id, refused), saved: refused ? null : itemKey };
    const due = input.inspection.items.filter(isDue);
    const index = due.findIndex(({ key }) => key === itemKey);
    if (index < 0) {
      if (itemKey !== '') throw notFound('inspection');
      return new Fragment('inspections/saved-worksheet', { id, open: input.inspection.state === 'open' && input.records, files: worksheetFiles(input.inspection) }, refused ? 422 : 200);
    }
    return new Fragment('inspections/saved', { item: itemView(input, due[index]!, index + 1), progress: progressView(input.inspection, input.records) }, refused ? 422 : 200);
  }

  async own(tx: TenantTx, id: string): Promise<InspectionDetail> {
    const inspection = await this.inspections.byId(tx, id);
    if (inspection.buyerOrganizationId !== tx.organizationId) throw notFound('inspection');
    return inspection;
  }

  private async input(tx: TenantTx, id: string, refused: WorkInput['refused']): Promise<WorkInput> {
    const inspection = await this.own(tx, id);
    return {
      inspection, refused, claims: await this.claims(tx, inspection), returns: await this.inspections.returns(tx, id), today: await this.day.today(tx), records: may(tx.actor, InspectionActs.record),
    };
  }

  /** What the supplier answered to the questions an item comes from, and the files of it that we may open. */
  private async claims(tx: TenantTx, { id, basis }: InspectionDetail): Promise<ReadonlyMap<string, ClaimView[]>> {
    if (!basis.specification) return new Map();
    const { document } = await this.specifications.edition(tx, basis.specification.editionId);
    const answers = await this.inspections.claimedAnswers(tx, id);
    const files = await this.evidence.byIds(tx, [...new Set(answers.flatMap((answer) => answer.evidence.map((file) => file.id)))]);
    const readable = new Set(files.map((file) => file.id as string));
    return new Map(document.checklist.map((item) => [item.key, claimsFor(item.source, answers, document.scales, readable)]));
  }
}
