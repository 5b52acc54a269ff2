import { Injectable } from '@nestjs/common';
import { AnswerChangedMeanwhile, AnswerQuestion, Responses } from '@libs/response';
import type { ResponseId } from '@libs/response';
import { DomainError } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { cleanContent, sameContent } from '@pure/response';
import type { DraftContent, Question } from '@pure/response';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import type { Redrawn } from './question.view.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';
import { contentOf, typedOf } from './section-form.rules.js';
import type { Typed } from './section-form.rules.js';

interface Change { readonly question: Question; readonly typed: Typed; readonly content: DraftContent }
interface Read { readonly responseId: ResponseId; readonly changes: Change[]; readonly refused: Map<string, Redrawn> }

/** A whole section saved at once, for browsers without scripts: what can be kept is kept, the rest comes back with what was typed. */
@Injectable()
export class SectionSaver {
  constructor(private readonly db: TenantDb, private readonly desk: QuestionnaireDesk, private readonly responses: Responses, private readonly answer: AnswerQuestion) {}

  /** What could not be saved, by question; empty when all of it was. @throws NotFound */
  async save(actor: Actor, at: { readonly requestId: string; readonly section: string }, body: unknown): Promise<ReadonlyMap<string, Redrawn>> {
    const { responseId, changes, refused } = await this.read(actor, at, body);
    for (const { question: { requirement: { key } }, typed, content } of changes) {
      try {
        await this.answer.execute(actor, { responseId, requestId: at.requestId, requirementKey: key, version: typed.version, ...content });
      } catch (error) {
        refused.set(key, { typed, problem: problemOf(error), theirs: error instanceof AnswerChangedMeanwhile ? error.current : null });
      }
    }
    return refused;
  }

  private read(actor: Actor, { requestId, section }: { readonly requestId: string; readonly section: string }, body: unknown): Promise<Read> {
    return this.db.run(actor, async (tx) => {
      const { opened, section: { questions } } = await this.desk.section(tx, requestId, section);
      const asked = questions.filter(({ applies }) => applies);
      const typed = typedOf(body, asked);
      const read: Read = { responseId: opened.response.id, changes: [], refused: new Map() };
      for (const question of asked) {
        const mine = typed.get(question.requirement.key);
        if (mine) await this.sort(tx, read, question, mine);
      }
      return read;
    });
  }

  private async sort(tx: TenantTx, { responseId, changes, refused }: Read, question: Question, typed: Typed): Promise<void> {
    const { draft, requirement: { key } } = question;
    const content = clean(question, typed);
    if ('problem' in content) refused.set(key, { typed, problem: content.problem, theirs: null });
    else if (!sameContent(content, draft) && !(await this.untouched(tx, { responseId, key, typed, content, now: draft.version }))) changes.push({ question, typed, content });
  }

  /** A colleague changed it since the page was opened; who typed nothing here has nothing to say about it. */
  private async untouched(tx: TenantTx, one: { responseId: ResponseId; key: string; typed: Typed; content: DraftContent; now: number }): Promise<boolean> {
    const { version } = one.typed;
    if (version === one.now) return false;
    const before = version === 0 ? BLANK : (await this.responses.revisions(tx, one.responseId, one.key)).find((revision) => revision.version === version);
    return before !== undefined && sameContent(one.content, before);
  }
}

const BLANK: DraftContent = { answer: null, comment: null, compensatingMeasure: null };

function clean(question: Question, typed: Typed): DraftContent | { readonly problem: TextRef } {
  const content = contentOf(question, typed);
  if (!content) return { problem: text('response.errors.answer_not_on_scale', { value: typed.answer }) };
  try {
    return cleanContent(content);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** What the person can do something about; everything else is thrown on. */
export function problemOf(error: unknown): TextRef {
  if (!(error instanceof DomainError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
  return text(error.messageKey, error.params);
}
