import { sumQuantities } from './quantity.rules.js';

export type OrderLineState = 'draft' | 'ordered' | 'part_delivered' | 'fully_delivered' | 'accepted' | 'closed_rejected' | 'cancelled';

/** What later stages know about one lot of the line. */
export interface LotSummary {
  readonly quantity: number;
  readonly returned: boolean;
  /** Approved verdict of its inspection; null before that. */
  readonly verdict: 'passed' | 'rejected' | null;
}

export interface OrderLineFacts {
  readonly quantity: number;
  readonly placed: boolean;
  readonly cancelled: boolean;
}

/** The line's state is a function of its lots (domain.md §2.4, 分納): it is stored nowhere, so it cannot disagree with them. */
export function orderLineState(line: OrderLineFacts, lots: readonly LotSummary[] = []): OrderLineState {
  if (line.cancelled) return 'cancelled';
  if (!line.placed) return 'draft';
  const kept = lots.filter((lot) => !lot.returned);
  const delivered = sumQuantities(kept.map((lot) => lot.quantity));
  if (delivered === 0) return 'ordered';
  if (delivered < line.quantity) return 'part_delivered';
  if (kept.every((lot) => lot.verdict === 'passed')) return 'accepted';
  return kept.every((lot) => lot.verdict === 'rejected') ? 'closed_rejected' : 'fully_delivered';
}
