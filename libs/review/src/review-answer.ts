import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { invalid, notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { cleanText } from '@pure/response';
import { ExaminedStatement, askedKeys } from './examined-statement.js';
import { cleanFindings } from './finding.rules.js';
import type { FindingInput } from './finding.rules.js';
import { ReviewActs } from './review.policy.js';
import { isOpinion } from './review.rules.js';
import type { Opinion } from './review.rules.js';
import { ReviewsRepository } from './reviews.repository.js';

export interface NoteInput {
  readonly statementId: string;
  readonly requirementKey: string;
  readonly opinion: Opinion;
  readonly note?: string | null;
  /** What the supplier is to be told when the statement is returned; until then it is as internal as the note. */
  readonly finding?: Omit<FindingInput, 'requirementKey'> | null;
}

/** A note for the buyer's colleagues. The supplier never sees it; what it should hear is a finding. */
@Injectable()
export class ReviewAnswer {
  constructor(
    private readonly db: TenantDb, private readonly examined: ExaminedStatement, private readonly repository: ReviewsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; invalid `review.opinion_unknown`, `review.finding_on_accepted`, and as `cleanFindings` for a finding in preparation */
  async execute(actor: Actor, input: NoteInput): Promise<string> {
    authorize(actor, ReviewActs.note, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { statementId, requirementKey, opinion, note, finding }: NoteInput): Promise<string> {
    if (!isOpinion(opinion)) throw invalid('review.opinion_unknown');
    const statement = await this.examined.read(tx, statementId);
    if (!askedKeys(statement).has(requirementKey)) throw notFound('answer');
    const prepared = finding?.text?.trim() ? cleanFindings([{ ...finding, requirementKey }], new Set([requirementKey]))[0]! : null;
    if (prepared && opinion === 'accepted') throw invalid('review.finding_on_accepted');
    const id = newId();
    await this.repository.addNote(tx, {
      id, statementId, requirementKey, opinion, note: cleanText(note), reviewedBy: tx.actor.name, reviewedAt: this.clock.now(),
      findingText: prepared?.text ?? null, findingTarget: prepared?.target ?? null, findingDueOn: prepared?.dueOn ?? null,
    });
    await this.audit.record(tx, ReviewActs.note, { kind: 'response_statement', id: statementId }, { requirementKey, opinion });
    return id;
  }
}
