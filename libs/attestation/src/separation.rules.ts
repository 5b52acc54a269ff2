/** A member as sign-off rules see him: persons are compared, not accounts (domain.md §3.4 rule 10). */
export interface Person { readonly memberId: string | null; readonly personKey: string | null }

/** The same person, by account or by employee number. Two accounts without a number count as two people. */
export function samePerson(a: Person, b: Person): boolean {
  if (a.memberId !== null && a.memberId === b.memberId) return true;
  return a.personKey !== null && a.personKey === b.personKey;
}
