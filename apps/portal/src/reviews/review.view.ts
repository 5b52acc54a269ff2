import type { Attestation } from '@pure/attestation';
import type { SecurityRequest } from '@libs/request';
import type { FrozenStatement } from '@libs/response';
import type { Agreement } from '@libs/review';
import type { ReviewState } from '@pure/review';
import type { SpecificationDocument } from '@pure/specification';
import { day, fact, instant, link, phrase, status, words } from '../web/cells.view.js';
import type { Cell, FactView } from '../web/cells.view.js';
import type { TextRef } from '../web/text.rules.js';
import { text } from '../web/text.rules.js';
import { summaryKey } from './review-item.view.js';
import type { ItemView } from './review-item.view.js';

export const SHOWS = ['all', 'deviations', 'unseen', 'must', 'findings'] as const;
export type Show = (typeof SHOWS)[number];
export const showOf = (value: unknown): Show => SHOWS.find((known) => known === value) ?? 'all';

const KEEPS: Readonly<Record<Show, (item: ItemView) => boolean>> = {
  all: () => true, deviations: (item) => item.deviates, unseen: (item) => item.opinion === null, must: (item) => item.binding, findings: (item) => item.finding !== null || item.findings.length > 0,
};

export interface ReviewInput {
  readonly statement: FrozenStatement;
  readonly specification: SpecificationDocument;
  readonly attestation: Attestation | undefined;
  readonly request: SecurityRequest;
  readonly agreement: Agreement | undefined;
  readonly state: ReviewState;
  /** Every item, whatever is shown. */
  readonly items: readonly ItemView[];
  readonly show: Show;
  readonly may: { readonly note: boolean; readonly return: boolean; readonly agree: boolean; readonly order: boolean };
  /** A later statement exists, or this one was returned: it is only read. */
  readonly current: boolean;
}

export interface ReviewView {
  readonly id: string;
  readonly heading: TextRef;
  readonly status: Cell;
  readonly facts: readonly FactView[];
  readonly unsigned: boolean;
  readonly show: Show;
  readonly filters: readonly { readonly show: Show; readonly count: number; readonly current: boolean }[];
  readonly items: readonly ItemView[];
  readonly progress: TextRef;
  readonly seen: number;
  readonly all: number;
  readonly prepared: number;
  readonly deviations: number;
  readonly acts: { readonly returns: boolean; readonly agrees: boolean; readonly order: string | null };
  readonly past: boolean;
}

const TONES = { nothing_released: 'wait', to_review: 'info', returned: 'back', agreed: 'done' } as const;

export function reviewView(input: ReviewInput): ReviewView {
  const { statement, items, show, agreement, state, may, current } = input;
  const acting = state === 'to_review' && current;
  const unsigned = statement.proxyEvidenceId !== null;
  return {
    id: statement.id, heading: text('portal_reviews.heading', { number: statement.document.request.number, revision: statement.document.revision }),
    status: status({ tone: TONES[state], key: `review.state.${state}` }), facts: reviewFacts(input), unsigned, show,
    filters: SHOWS.map((one) => ({ show: one, count: items.filter(KEEPS[one]).length, current: one === show })), items: items.filter(KEEPS[show]),
    progress: summaryKey(items), seen: items.filter(({ opinion }) => opinion !== null).length, all: items.length,
    prepared: items.filter(({ finding }) => finding !== null).length, deviations: items.filter(({ deviates }) => deviates).length, past: state !== 'agreed' && !current,
    acts: { returns: acting && may.return && !unsigned, agrees: acting && may.agree, order: orderLink(input.request, agreement, may.order) },
  };
}

const orderLink = ({ supplierSiteId }: SecurityRequest, agreement: Agreement | undefined, mayOrder: boolean): string | null =>
  (agreement && supplierSiteId && mayOrder ? `/orders/new?supplier=${supplierSiteId}&agreement=${agreement.id}` : null);

function reviewFacts({ statement, attestation, request, agreement }: ReviewInput): FactView[] {
  const { document } = statement;
  const signed = attestation ? [fact('attestation.field.signer', words(attestation.name, attestation.department)), fact('attestation.field.signed_at', instant(attestation.signedAt))] : [];
  const agreed = agreement ? [
    fact('review.field.agreed_by', words(agreement.document.agreedBy.name, agreement.document.agreedBy.department)), fact('review.field.agreed_at', instant(agreement.agreedAt)),
    fact('review.field.price_talk', phrase(`review.price_talk.${agreement.document.priceTalk.state}`)), ...(agreement.document.priceTalk.note ? [fact('portal_reviews.price_talk_note', words(agreement.document.priceTalk.note))] : []),
  ] : [];
  return [
    fact('request.respondent', words(document.respondent.name, document.respondent.factoryName)), fact('common.noun.request', link(document.request.number, `/requests/${request.id}`)),
    fact('request.due_on', day(request.dueOn)), ...signed, fact('portal_reviews.as_frozen', link({ ja: '提出された回答書を読む', en: 'Read the statement as submitted' }, `/responses/${statement.id}`)), ...agreed,
  ];
}
