import type { FactName, Facts } from '@pure/catalog';
import type { FieldError } from '@platform-pure/errors';

export interface FactsCorrection {
  readonly facts: Facts;
  readonly at: Date;
  /** UUID v7: breaks a tie of the same millisecond in the order of writing. */
  readonly id: string;
}

/** Facts as they count now: what was stated at sending, overlaid by each side's corrections in the order they were made (domain.md §0b.18). */
export function effectiveFacts(atSending: Facts, corrections: readonly FactsCorrection[]): Facts {
  return [...corrections]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .reduce<Facts>((facts, correction) => ({ ...facts, ...correction.facts }), atSending);
}

/** At sending every fact that a condition tests is stated, and no other: an unstated one would leave the supplier guessing what applies. */
export function sendingProblems(facts: Facts, asked: readonly FactName[]): FieldError[] {
  return [
    ...asked.filter((name) => typeof facts[name] !== 'boolean').map((name) => ({ field: `facts.${name}`, code: 'request.fact_missing' })),
    ...unasked(facts, asked),
  ];
}

/** A correction states at least one of the asked facts, differently than they stand. */
export function correctionProblems(correction: Facts, current: Facts, asked: readonly FactName[]): FieldError[] {
  const names = Object.keys(correction) as FactName[];
  if (names.length === 0) return [{ field: 'facts', code: 'request.correction_empty' }];
  return [
    ...unasked(correction, asked),
    ...names.filter((name) => typeof correction[name] !== 'boolean').map((name) => ({ field: `facts.${name}`, code: 'request.fact_missing' })),
    ...(names.every((name) => correction[name] === current[name]) ? [{ field: 'facts', code: 'request.correction_empty' }] : []),
  ];
}

function unasked(facts: Facts, asked: readonly FactName[]): FieldError[] {
  return Object.keys(facts).filter((name) => !asked.includes(name as FactName)).map((name) => ({ field: `facts.${name}`, code: 'request.fact_unasked' }));
}
