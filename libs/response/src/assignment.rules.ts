import type { Id, MemberId } from '@platform-pure/tenancy';

export type AssignmentId = Id<'Assignment'>;

/** Items of a questionnaire handed to one colleague. `dueOn` is a day, 'YYYY-MM-DD', inside the house. */
export interface Assignment {
  readonly id: AssignmentId;
  readonly responseId: string;
  readonly memberId: MemberId;
  readonly memberName: string;
  /** The colleague has left since: somebody else has to be asked. */
  readonly memberLeft: boolean;
  readonly requirementKeys: readonly string[];
  readonly note: string | null;
  readonly dueOn: string | null;
  readonly assignedByName: string;
  readonly assignedAt: Date;
}

/** With whom each item is now: handing it on takes it from the one before. `assignments` are live ones, oldest first. */
export function holders(assignments: readonly Assignment[]): ReadonlyMap<string, Assignment> {
  return new Map(assignments.flatMap((one) => one.requirementKeys.map((key): [string, Assignment] => [key, one])));
}

/** Keys that are with this member now. */
export function heldBy(assignments: readonly Assignment[], memberId: MemberId | null): ReadonlySet<string> {
  return new Set([...holders(assignments)].filter(([, one]) => one.memberId === memberId).map(([key]) => key));
}
