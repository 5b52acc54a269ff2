import { Body, Controller, Headers, Param, Post, Req } from '@nestjs/common';
import { AttachInspectionFiles, DetachInspectionFile, InspectionActs, RecordResult } from '@libs/inspection';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import { EvidenceUploads } from '../deliveries/evidence-uploads.js';
import type { PortalRequest } from '../web/http.js';
import type { Fragment, Page, SeeOther } from '../web/page.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { FileForm, ResultForm } from './forms.js';
import { ResultAnswers } from './result-answers.js';

type Answer = Promise<Page | SeeOther | Fragment>;

/** What the inspector finds, item by item: by a script as soon as it is chosen, or by the button of the form. */
@Controller('inspections')
export class ResultsController {
  constructor(
    private readonly record: RecordResult, private readonly attach: AttachInspectionFiles, private readonly detach: DetachInspectionFile,
    private readonly uploads: EvidenceUploads, private readonly answers: ResultAnswers,
  ) {}

  @Post(':id/results')
  @May(InspectionActs.record)
  save(@Param('id', IdPipe) id: string, @Body() form: ResultForm, @Files('photo') files: readonly UploadedFile[], @CurrentActor() actor: Actor, @Headers('x-part') part: string | undefined, @Req() request: PortalRequest): Answer {
    const itemKey = form.itemKey ?? '';
    return this.answers.after({ actor, id, itemKey, part: part !== undefined, typed: form, request }, async () => {
      await this.keep(actor, id, itemKey, files);
      const { result = '', method = '', note, checkedOn } = form;
      if (result !== '' || files.length === 0) await this.record.execute(actor, { inspectionId: id, itemKey, result: result as never, method: method as never, note, ...(checkedOn && { checkedOn }) });
    });
  }

  /** Pictures of an item, or (without one) scans of the filled-in worksheet. */
  @Post(':id/files')
  @May(InspectionActs.attach)
  addFiles(@Param('id', IdPipe) id: string, @Body() form: FileForm, @Files('photo') files: readonly UploadedFile[], @CurrentActor() actor: Actor, @Headers('x-part') part: string | undefined, @Req() request: PortalRequest): Answer {
    const itemKey = form.itemKey ?? '';
    return this.answers.after({ actor, id, itemKey, part: part !== undefined, typed: form, request }, async () => {
      if (form.evidence.length > 0) await this.attach.execute(actor, { inspectionId: id, itemKey: itemKey || null, evidenceIds: form.evidence });
      await this.keep(actor, id, itemKey, files);
    });
  }

  @Post(':id/files/remove')
  @May(InspectionActs.detach)
  removeFile(@Param('id', IdPipe) id: string, @Body() form: FileForm, @CurrentActor() actor: Actor, @Headers('x-part') part: string | undefined, @Req() request: PortalRequest): Answer {
    const itemKey = form.itemKey ?? '';
    return this.answers.after({ actor, id, itemKey, part: part !== undefined, typed: form, request },
      () => this.detach.execute(actor, { inspectionId: id, itemKey: itemKey || null, evidenceId: form.evidenceId ?? '' }));
  }

  private async keep(actor: Actor, id: string, itemKey: string, files: readonly UploadedFile[]): Promise<void> {
    if (files.length === 0) return;
    const kept = await this.uploads.keep(actor, files);
    await this.attach.execute(actor, { inspectionId: id, itemKey: itemKey || null, evidenceIds: kept.map((file) => file.id) });
  }
}
