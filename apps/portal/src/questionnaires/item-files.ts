import { Injectable } from '@nestjs/common';
import { EvidenceFiles, UploadEvidence } from '@libs/evidence';
import { AttachEvidence, DetachEvidence } from '@libs/response';
import type { ResponseId } from '@libs/response';
import { notFound } from '@platform-pure/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { Question } from '@pure/response';
import { likePattern, windowOf } from '../web/list-query.rules.js';
import type { ListQuery } from '../web/list-query.rules.js';
import type { UploadedFile } from '../web/uploads.js';
import { QuestionnaireDesk, placeOf } from './questionnaire-desk.js';
import type { Opened } from './questionnaire-desk.js';

export interface ItemAt { readonly requestId: string; readonly key: string }
export interface Item { readonly opened: Opened & { readonly response: { readonly id: ResponseId } }; readonly question: Question; readonly place: string; readonly section: string }

/** The files behind one answer: added, chosen among our own, taken away. */
@Injectable()
export class ItemFiles {
  constructor(
    private readonly db: TenantDb, private readonly desk: QuestionnaireDesk, private readonly evidence: EvidenceFiles, private readonly upload: UploadEvidence,
    private readonly attach: AttachEvidence, private readonly detach: DetachEvidence,
  ) {}

  /** @throws NotFound */
  async item(tx: TenantTx, { requestId, key }: ItemAt): Promise<Item> {
    const opened = await this.desk.open(tx, requestId);
    const question = opened.journey.sections.flatMap(({ questions }) => questions).find(({ requirement }) => requirement.key === key);
    if (!opened.response || !question) throw notFound('page');
    const place = placeOf(opened, key);
    return { opened: { ...opened, response: opened.response }, question, place, section: /sections\/(\d+)/.exec(place)![1] };
  }

  read(actor: Actor, at: ItemAt): Promise<Item> {
    return this.db.run(actor, (tx) => this.item(tx, at));
  }

  /** A file that cannot be taken is refused before the others are attached; what was uploaded stays among our files. */
  async add(actor: Actor, at: ItemAt, files: readonly UploadedFile[], chosen: readonly string[]): Promise<void> {
    const { opened: { response } } = await this.read(actor, at);
    if (!chosen.every(isId)) throw notFound('evidence');
    const ids = [...chosen];
    for (const file of files) ids.push((await this.upload.execute(actor, { content: file.open(), fileName: file.fileName })).id);
    for (const evidenceId of ids) await this.attach.execute(actor, { responseId: response.id, requirementKey: at.key, evidenceId });
  }

  async remove(actor: Actor, at: ItemAt, evidenceId: string): Promise<void> {
    const { opened: { response } } = await this.read(actor, at);
    if (!isId(evidenceId)) throw notFound('evidence');
    await this.detach.execute(actor, { responseId: response.id, requirementKey: at.key, evidenceId });
  }

  ours(tx: TenantTx, query: ListQuery) {
    return this.evidence.search(tx, { pattern: query.search ? likePattern(query.search) : '', ...windowOf(query) });
  }
}
