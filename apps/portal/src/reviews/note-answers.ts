import { Injectable } from '@nestjs/common';
import { DomainError } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Fragment, SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { orRedraw, problemsOf } from '../web/problems.js';
import type { NoteForm } from './forms.js';
import { ReviewPages } from './review-pages.js';
import { ReviewReads } from './review-reads.js';
import { showOf } from './review.view.js';

/** The answer to an opinion: the item as it stands now, or with what is wrong. */
@Injectable()
export class NoteAnswers {
  constructor(private readonly db: TenantDb, private readonly pages: ReviewPages, private readonly reads: ReviewReads) {}

  async item(actor: Actor, id: string, form: NoteForm, work: () => Promise<unknown>): Promise<Fragment> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      const refused = { form, problems: problemsOf(error) };
      return new Fragment('reviews/item-part', await this.db.run(actor, (tx) => this.pages.item(tx, id, form.requirementKey ?? '', refused)), 422);
    }
    return new Fragment('reviews/item-part', await this.db.run(actor, async (tx) => ({ ...await this.pages.item(tx, id, form.requirementKey ?? ''), show: form.show ?? '' })));
  }

  page(actor: Actor, id: string, form: NoteForm, work: () => Promise<void>): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await work();
      const { item } = await this.db.run(actor, (tx) => this.pages.item(tx, id, form.requirementKey ?? ''));
      const show = showOf(form.show);
      return new SeeOther(`/reviews/${id}${show === 'all' ? '' : `?show=${show}`}#${item.anchor}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, form.show, { form, problems })));
  }

  /** @throws NotFound */
  async back(actor: Actor, id: string): Promise<SeeOther> {
    await this.db.run(actor, (tx) => this.reads.statement(tx, id));
    return new SeeOther(`/reviews/${id}`);
  }
}
