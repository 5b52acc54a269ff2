import { applies } from '@pure/catalog';
import type { Bilingual, ChecklistItemRecord, Facts, Gate, Method, Necessity } from '@pure/catalog';

/** One line of the acceptance checklist as this lot is judged by it. */
export interface InspectionItem {
  /** `${catalogue}:${code}` */
  readonly key: string;
  readonly code: string;
  readonly gate: Gate;
  readonly title: Bilingual;
  readonly necessity: Necessity;
  readonly methods: readonly Method[];
  readonly evidence: Bilingual;
  readonly owner: 'buyer' | 'supplier';
  /** After service, not for this lot: opens a task later (domain.md §0b.17). */
  readonly later: boolean;
  /** By the facts of the order line. */
  readonly applies: boolean;
}

/** The checklist of an edition under the facts of an order line; nothing is dropped, so that what was skipped stays visible. */
export function itemsFor(checklist: readonly (ChecklistItemRecord & { readonly key: string })[], facts: Facts): InspectionItem[] {
  return checklist.map((item) => ({
    key: item.key, code: item.code, gate: item.gate, title: item.title, necessity: item.necessity, methods: item.methods, evidence: item.evidence,
    owner: item.owner, later: item.gateOnly || item.gate === 'G5', applies: applies(item, facts),
  }));
}

/** To be looked at for this lot: applies, and its gate is G0–G4. */
export function isDue(item: InspectionItem): boolean {
  return item.applies && !item.later;
}

/** Items of the buyer are reminders: they never hold, reject, or count against the supplier (domain.md §0b.17). */
export function counts(item: InspectionItem): boolean {
  return isDue(item) && item.owner === 'supplier';
}
