import { isMust } from './necessity.rules.js';
import type { Necessity } from './necessity.rules.js';

/**
 * Facts of a request (and, copied, of an order line) that conditions test (domain.md §0b.17, §0b.18). The first eight are about the
 * goods and the work, `wlan` and `internet_access` about the factory that answers, the last three about what is delivered.
 */
export const FACT_NAMES = [
  'has_computing', 'has_os', 'remote', 'confidential', 'onsite', 'network', 'wlan', 'internet_access', 'cloud', 'cots', 'software',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** A fact nobody has stated yet is absent: unlike false, it switches nothing off. */
export type Facts = Readonly<Partial<Record<FactName, boolean>>>;

export interface Conditional {
  readonly necessity: Necessity;
  readonly condition: FactName | null;
}

/** True without a condition; undefined while the fact has not been stated. */
export function conditionHolds(condition: FactName | null, facts: Facts): boolean | undefined {
  return condition === null ? true : facts[condition];
}

/**
 * Whether an item is asked and judged. `must_unless` names the excepted case, so there a true fact takes the item away; everywhere
 * else a false one does. While the fact is unknown the item stays: leaving a fact blank must not be a way round a requirement.
 */
export function applies(record: Conditional, facts: Facts): boolean {
  const holds = conditionHolds(record.condition, facts);
  if (record.necessity === 'must_unless' && record.condition !== null) return holds !== true;
  return holds !== false;
}

/** Applies and belongs to the must family: blocks submission while unanswered and acceptance while unmet. */
export function isBinding(record: Conditional, facts: Facts): boolean {
  return isMust(record.necessity) && applies(record, facts);
}

/** The facts that decide about these items, in the fixed order: what a sender is asked to state, and nothing else. */
export function factsNeeded(records: readonly Conditional[]): FactName[] {
  return FACT_NAMES.filter((name) => records.some((record) => record.condition === name));
}
