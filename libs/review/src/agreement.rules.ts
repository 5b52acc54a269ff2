import { conflict, invalid } from '@platform-pure/errors';
import { cleanText } from '@pure/response';
import type { Deviation } from '@pure/response';
import type { PriceTalk } from './agreement.document.js';

/** @throws invalid `review.price_talk_missing`, `review.price_talk_note_missing`: a record without a word is no record */
export function cleanPriceTalk(talk: { readonly state: string; readonly note?: string | null } | null | undefined): PriceTalk {
  if (talk?.state !== 'recorded' && talk?.state !== 'none_needed') throw invalid('review.price_talk_missing');
  const note = cleanText(talk.note);
  if (talk.state === 'recorded' && note === null) throw invalid('review.price_talk_note_missing');
  return { state: talk.state, note };
}

/**
 * What is agreed is what the signed statement says: the buyer confirms exactly the deviations that stand in it. One he has not
 * looked at is an error of his; one that is not in it has to be brought in by the supplier, so the statement is returned (domain.md §0b.18).
 * @throws invalid `review.deviation_not_confirmed`; conflict `review.deviation_not_in_statement`
 */
export function confirmDeviations(standing: readonly Deviation[], confirmed: readonly string[]): Deviation[] {
  const keys = new Set(standing.map((deviation) => deviation.key));
  const foreign = confirmed.find((key) => !keys.has(key));
  if (foreign !== undefined) throw conflict('review.deviation_not_in_statement', { key: foreign });
  const open = standing.filter((deviation) => !confirmed.includes(deviation.key));
  if (open.length > 0) {
    throw invalid('review.deviation_not_confirmed', { count: open.length },
      open.map(({ key, code }) => ({ field: key, code: 'review.deviation_not_confirmed', params: { count: 1, code } })));
  }
  return [...standing];
}
