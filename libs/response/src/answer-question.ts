import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { DomainError, conflict, invalid, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { AnswerValue } from './answer-kinds/index.js';
import { AnswersRepository, columnsOf } from './answers.repository.js';
import type { AnswerRow } from './answers.repository.js';
import { cleanContent, sameContent } from './answer.rules.js';
import type { DraftContent } from './answer.rules.js';
import { ResponseActs } from './response.policy.js';
import type { ResponseId } from './response.states.js';

export interface AnswerInput {
  readonly responseId: ResponseId;
  /** Where the caller knows it: an answer to another request is then not found. */
  readonly requestId?: string;
  readonly requirementKey: string;
  /** The version this answer was typed on; 0 for a question nobody has answered. */
  readonly version: number;
  /** "Not applicable" may come without its reason: a draft is kept as it is, the submission asks for it. */
  readonly answer: AnswerValue | null;
  readonly comment?: string | null;
  readonly compensatingMeasure?: string | null;
}

/** Two colleagues typed at once: the first save stands, and the second hears what stands now, with his own words still in his form. */
export class AnswerChangedMeanwhile extends DomainError {
  constructor(readonly current: AnswerRow) {
    super('conflict', 'response.answer_changed', { version: current.version, by: current.answeredBy ?? '' });
  }
}

/** Autosave, the hot path: one statement between begin and commit, a revision row, no audit event (design §4). */
@Injectable()
export class AnswerQuestion {
  constructor(private readonly db: TenantDb, private readonly answers: AnswersRepository, private readonly clock: Clock) {}

  /**
   * @throws notFound; AnswerChangedMeanwhile; conflict `response.not_editable`; invalid `response.answer_not_on_scale`,
   *   `response.compensation_not_accepted`, `response.text_too_long`, `response.text_malformed`
   */
  async execute(actor: Actor, input: AnswerInput): Promise<{ readonly version: number }> {
    authorize(actor, ResponseActs.answer, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: AnswerInput): Promise<{ readonly version: number }> {
    const content = cleanContent(input);
    const version = await this.answers.save(tx, input, content, this.clock.now());
    return version === undefined ? { version: await this.whyNot(tx, input, content) } : { version };
  }

  /** A save that touched nothing: find out why. A repeated save (the first reply got lost) is no conflict. */
  private async whyNot(tx: TenantTx, input: AnswerInput, content: DraftContent): Promise<number> {
    const current = await this.answers.find(tx, input.responseId, input.requirementKey, input.requestId);
    if (!current) throw notFound('answer');
    const { value } = columnsOf(content.answer);
    if (value !== null && !current.allowed.includes(value)) throw invalid('response.answer_not_on_scale', { value });
    if (content.compensatingMeasure !== null && !current.acceptsCompensation) throw invalid('response.compensation_not_accepted');
    if (!(await this.answers.isEditable(tx, input.responseId))) throw conflict('response.not_editable');
    if (!sameContent(current, content)) throw new AnswerChangedMeanwhile(current);
    return current.version;
  }
}
