import { Injectable } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { OrderActs } from '@libs/order';
import { ReviewActs, reviewState } from '@libs/review';
import { notFound } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import type { NoteForm } from './forms.js';
import { itemViews, refusedItem } from './review-item.view.js';
import type { ItemView } from './review-item.view.js';
import { ReviewReads } from './review-reads.js';
import { reviewView, showOf } from './review.view.js';
import type { ReviewView } from './review.view.js';

/** The form of one item that was refused. */
export interface RefusedNote { readonly form: NoteForm; readonly problems: readonly Problem[] }

@Injectable()
export class ReviewPages {
  constructor(private readonly reads: ReviewReads, private readonly threads: Threads, private readonly day: BusinessDay) {}

  /** @throws NotFound, also for a statement of a request that somebody else sent. */
  async show(tx: TenantTx, statementId: string, asked: unknown, refused: RefusedNote | null = null): Promise<Page> {
    const view = await this.view(tx, statementId, asked, refused);
    const anchor = { requestId: view.requestId, statementId };
    const thread = await this.threads.of(tx, anchor, 'answer', await this.day.today(tx));
    return new Page('reviews/show', view, { title: view.number, thread, scripts: ['review'] });
  }

  async view(tx: TenantTx, statementId: string, asked: unknown, refused: RefusedNote | null = null): Promise<ReviewView & { number: string; requestId: string }> {
    const read = await this.reads.of(tx, statementId);
    const { statement, agreement, newest } = read;
    const items = itemViews({ ...read, statement: statement.document, mayNote: may(tx.actor, ReviewActs.note) && !agreement });
    const shown = refused ? items.map((item) => (item.key === refused.form.requirementKey ? refusedItem(item, refused.form, refused.problems) : item)) : items;
    const view = reviewView({
      ...read, items: shown, show: showOf(asked), state: agreement ? 'agreed' : reviewState(newest, false), current: newest?.id === statementId && !newest.returnedAt,
      may: { note: may(tx.actor, ReviewActs.note), return: may(tx.actor, ReviewActs.return), agree: may(tx.actor, ReviewActs.agree), order: may(tx.actor, OrderActs.register) },
    });
    return { ...view, number: statement.document.request.number, requestId: statement.requestId };
  }

  /** One item and the progress: what a script puts in place of the old one. @throws NotFound */
  async item(tx: TenantTx, statementId: string, key: string, refused: RefusedNote | null = null): Promise<{ item: ItemView; id: string; show: string; progress: object; seen: number; all: number; prepared: number }> {
    const { id, progress, seen, all, prepared, items } = await this.view(tx, statementId, 'all', refused);
    const item = items.find((one) => one.key === key);
    if (!item) throw notFound('answer');
    return { item, id, show: refused?.form.show ?? '', progress, seen, all, prepared };
  }
}
