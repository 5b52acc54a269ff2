/** The seven forms of necessity found in the IPA smart-factory examples (domain.md §1d); more than must/recommended. */
export const NECESSITIES = ['must', 'must_if', 'must_alt', 'must_unless', 'must_scaled', 'recommended', 'rec_scoped'] as const;
export type Necessity = (typeof NECESSITIES)[number];

/** The must family: an unanswered item blocks submission, an unmet one needs a finding, a waiver or a plan. */
export function isMust(necessity: Necessity): boolean {
  return necessity !== 'recommended' && necessity !== 'rec_scoped';
}

/** Only `must_alt` says by itself that a compensating measure is as good; for the others it is the buyer's decision. */
export function acceptsCompensation(necessity: Necessity): boolean {
  return necessity === 'must_alt';
}

/** `must_if` and `rec_scoped` mean nothing without the fact they depend on. */
export function needsCondition(necessity: Necessity): boolean {
  return necessity === 'must_if' || necessity === 'rec_scoped';
}
