import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import { answerOf } from '../answers.repository.js';
import type { AnswerColumns } from '../answers.repository.js';
import type { DraftContent } from '../answer.rules.js';
import type { ResponseId } from '../response.states.js';

const BLANK: DraftContent = { answer: null, comment: null, compensatingMeasure: null };

/** What answers said at a version: a workbook that went out then is compared with it when it comes back. */
@Injectable()
export class AnswerBases {
  /** By key; a version that never was is left out, version 0 is blank. */
  async at(tx: TenantTx, id: ResponseId, versions: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, DraftContent>> {
    const rows = await tx.query<AnswerColumns & Omit<DraftContent, 'answer'> & { key: string }>(
      `select r.requirement_key as key, r.kind, r.value, r.reason, r.comment, r.compensating_measure as "compensatingMeasure"
       from app.answer_revision r join jsonb_to_recordset($2::jsonb) as v(key text, version int) on v.key = r.requirement_key and v.version = r.version
       where r.response_id = $1`, [id, JSON.stringify([...versions].map(([key, version]) => ({ key, version })))]);
    const known = rows.map(({ key, comment, compensatingMeasure, ...answer }): [string, DraftContent] => [key, { answer: answerOf(answer), comment, compensatingMeasure }]);
    const untouched = [...versions].filter(([, version]) => version === 0).map(([key]): [string, DraftContent] => [key, BLANK]);
    return new Map([...untouched, ...known]);
  }
}
