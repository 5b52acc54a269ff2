import { Injectable } from '@nestjs/common';
import { SendRequest } from '@libs/request';
import { DomainError, conflict, notFound } from '@platform-pure/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Addressees } from './addressees.js';
import { factsOf } from './forms.js';
import type { SendForm } from './forms.js';
import { inputFor, said } from './sending.rules.js';

/** Sends to each addressee by itself: what one of them prevents does not stop the others. */
@Injectable()
export class Sender {
  constructor(private readonly db: TenantDb, private readonly addressees: Addressees, private readonly send: SendRequest) {}

  /** Where the outcome stands. @throws the first refusal when nothing could be sent, NotFound for an addressee that is nobody's here. */
  async toAll(actor: Actor, form: SendForm): Promise<string> {
    const content = said(form, factsOf(form));
    if (!isId(content.sending) || !isId(content.specification)) throw notFound('specification');
    const addressees = await this.db.run(actor, (tx) => this.addressees.chosen(tx, content.sites));
    const refusals: { readonly siteId: string; readonly error: DomainError }[] = [];
    for (const one of addressees) {
      const error = await this.refusal(() => this.send.execute(actor, inputFor(content, one.id, one.own)));
      if (error) refusals.push({ siteId: one.id, error });
    }
    if (refusals.length === addressees.length) throw refusals[0]?.error ?? conflict('request.request_invalid', { count: 1 });
    const failed = refusals.map(({ siteId, error }) => `failed=${siteId}~${encodeURIComponent(error.code)}`).join('&');
    return `/requests/sendings/${content.sending}${failed ? `?${failed}` : ''}`;
  }

  /** Who cannot be reached, or has meanwhile left the ledger, is named; a defect of ours is not hidden. */
  private async refusal(work: () => Promise<unknown>): Promise<DomainError | null> {
    try {
      await work();
      return null;
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'forbidden') return error;
      throw error;
    }
  }
}
