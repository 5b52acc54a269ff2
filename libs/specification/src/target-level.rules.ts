import { isMust } from '@pure/catalog';
import type { Necessity } from '@pure/catalog';

export const CRITICALITIES = ['high', 'middle', 'low'] as const;
/** 高 / 中 / 低 */
export type Criticality = (typeof CRITICALITIES)[number];

const MUST_TARGET = { high: 4, middle: 3, low: 3 } as const;
const RECOMMENDED_TARGET = { high: 3, middle: 3, low: 2 } as const;

/** How far an item should be met, on the scale 1–5: the default of a specification; our own rule, version 1 (domain.md §4.1, T). */
export function defaultTargetLevel(necessity: Necessity, criticality: Criticality): number {
  return isMust(necessity) ? MUST_TARGET[criticality] : RECOMMENDED_TARGET[criticality];
}

/** The stricter of two: an order line may raise the criticality of its specification, never lower it. */
export function higherCriticality(a: Criticality, b: Criticality): Criticality {
  return CRITICALITIES.indexOf(a) <= CRITICALITIES.indexOf(b) ? a : b;
}
