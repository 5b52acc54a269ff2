import type { Actor } from '@platform-pure/tenancy';

/** Who wrote, as far as separation of duty and the document need it. */
export interface Writer {
  readonly memberId: string | null;
  readonly name: string;
  readonly department: string | null;
  readonly personKey: string | null;
  /** `person:1024`, `identity:0190…`: every way in which we know this to be the same human being. */
  readonly marks: readonly string[];
}

/** Checks are by person, not by account or role (domain.md §3.4 rule 10): the employee number first, the sign-in identity besides. */
export function writerOf(actor: Pick<Actor, 'memberId' | 'identityId' | 'personKey' | 'name' | 'department'>): Writer {
  const { memberId, identityId, personKey, name, department } = actor;
  const marks = [...(personKey === null ? [] : [`person:${personKey}`]), ...(identityId === null ? [] : [`identity:${identityId}`])];
  return { memberId, name, department, personKey, marks };
}

/** True when somebody among those who wrote is this person. */
export function isAmong(writer: Writer, marks: readonly string[]): boolean {
  return writer.marks.some((mark) => marks.includes(mark));
}

export function addMarks(marks: readonly string[], writer: Writer): string[] {
  return [...new Set([...marks, ...writer.marks])];
}
