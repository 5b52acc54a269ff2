import { isMust } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import { counts, isDue } from './items.rules.js';
import type { InspectionItem } from './items.rules.js';
import { needsOwnTest } from './results.rules.js';
import type { RecordedResult } from './results.rules.js';

export type Verdict = 'passed' | 'rejected';
export type RecordedResults = ReadonlyMap<string, Pick<RecordedResult, 'result' | 'method'>>;

/** The items that decide: applicable, before service, the supplier's, of the must family. Recommended ones never reject (domain.md §3.5). */
export function decides(item: InspectionItem): boolean {
  return counts(item) && isMust(item.necessity);
}

/** Codes of deciding items nobody has looked at yet: while there are any, the lot cannot be judged. */
export function unjudged(items: readonly InspectionItem[], results: RecordedResults): string[] {
  return items.filter((item) => decides(item) && !results.has(item.key)).map((item) => item.code);
}

/** Codes of items that pass on paper where high criticality wants our own test; at judging too, because results may have come before the criticality was known. */
export function untested(items: readonly InspectionItem[], results: RecordedResults, criticality: Criticality): string[] {
  return items.filter((item) => {
    const result = results.get(item.key);
    return isDue(item) && result !== undefined && needsOwnTest(item, result, criticality);
  }).map((item) => item.code);
}

/** Deciding items that are not met. `unverifiable` on a must item is not a pass (domain.md §3.5). */
export function unmet(items: readonly InspectionItem[], results: RecordedResults): InspectionItem[] {
  return items.filter((item) => {
    const result = results.get(item.key)?.result;
    return decides(item) && (result === 'nonconform' || result === 'unverifiable' || (result === 'conform_by_compensation' && item.necessity !== 'must_alt'));
  });
}

/** The verdict of a lot whose deciding items are all judged (domain.md §3.5, restricted to passed and rejected). */
export function verdictOf(items: readonly InspectionItem[], results: RecordedResults): Verdict {
  return unmet(items, results).length > 0 ? 'rejected' : 'passed';
}
