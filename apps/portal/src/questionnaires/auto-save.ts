import { Injectable } from '@nestjs/common';
import { AnswerChangedMeanwhile, AnswerQuestion } from '@libs/response';
import type { ResponseId } from '@libs/response';
import { answerTo } from '@platform/http';
import { DomainError, invalid, notFound } from '@platform-pure/errors';
import { isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { valueOf } from '@pure/response';
import type { PortalRequest } from '../web/http.js';
import { Pages } from '../web/pages.js';
import type { AnswerForm } from './forms.js';
import { plainAnswer } from './section-form.rules.js';

/** What a script is told: the version it types on from now, or why not and what stands there now. */
export type Saved =
  | { readonly status: 200; readonly body: { readonly version: number } }
  | { readonly status: number; readonly body: { readonly code: string; readonly message: string; readonly current?: object } };

/** One answer, saved while it is typed. The hot path: nothing is read that the save does not need (test/bench/portal-autosave). */
@Injectable()
export class AutoSave {
  constructor(private readonly answer: AnswerQuestion, private readonly pages: Pages) {}

  /** @throws NotFound; everything that is not about what was typed */
  async save(actor: Actor, at: { readonly requestId: string; readonly key: string }, form: AnswerForm, request: PortalRequest): Promise<Saved> {
    if (!isId(form.responseId)) throw notFound('response');
    try {
      const answer = plainAnswer(form.answer ?? '', form.reason ?? '');
      if (answer === undefined) throw invalid('response.answer_not_on_scale', { value: form.answer ?? '' });
      const { version } = await this.answer.execute(actor, {
        responseId: form.responseId as unknown as ResponseId, requestId: at.requestId, requirementKey: at.key, version: versionOf(form.version), answer,
        comment: form.comment ?? null, compensatingMeasure: form.measure || null,
      });
      return { status: 200, body: { version } };
    } catch (error) {
      return this.refused(error, request);
    }
  }

  private async refused(error: unknown, request: PortalRequest): Promise<Saved> {
    if (!(error instanceof DomainError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    const { say } = await this.pages.reader(request);
    return { status: answerTo(error).status, body: { code: error.code, message: say(error.messageKey, error.params), ...(error instanceof AnswerChangedMeanwhile ? { current: currentOf(error) } : {}) } };
  }
}

const versionOf = (text: string | undefined): number => /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;

function currentOf({ current: { version, answer, comment, compensatingMeasure, answeredBy } }: AnswerChangedMeanwhile): object {
  return { version, answer: valueOf(answer), reason: answer?.kind === 'not_applicable' ? answer.reason : '', comment: comment ?? '', measure: compensatingMeasure ?? '', by: answeredBy ?? '' };
}
