import { higherCriticality } from '@pure/specification';
import type { Criticality } from '@pure/specification';

/** An order line may raise what the specification says, never lower it: the higher of the two counts; middle when neither says anything. */
export function effectiveCriticality(specification: Criticality | null, line: Criticality | null): Criticality {
  if (specification === null || line === null) return specification ?? line ?? 'middle';
  return higherCriticality(specification, line);
}

export function lowers(line: Criticality | null, specification: Criticality): boolean {
  return line !== null && line !== specification && higherCriticality(line, specification) === specification;
}
