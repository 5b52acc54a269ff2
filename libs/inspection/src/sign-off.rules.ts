import { forbidden, invalid } from '@platform-pure/errors';
import type { DomainError } from '@platform-pure/errors';

export type SignOffStep = 'judge' | 'confirm' | 'approve';

export interface Person { readonly personKey: string | null; readonly memberId: string | null }

/** Who has had a hand in this lot before. */
export interface Hands {
  /** Who judged, and everybody who recorded a result. */
  readonly inspectors: readonly Person[];
  readonly confirmer: Person | null;
  readonly receiver: Person | null;
}

/** By person, not by account or role (domain.md §3.4.10); without an employee number the account decides. */
export function samePerson(a: Person, b: Person): boolean {
  return (a.personKey !== null && a.personKey === b.personKey) || (a.memberId !== null && a.memberId === b.memberId);
}

const among = (person: Person, others: readonly (Person | null)[]): boolean => others.some((other) => other !== null && samePerson(person, other));

/** Three different people at high criticality, or when the organisation says so (domain.md §0b.16). */
export function needsThreePersons(criticality: 'high' | 'middle' | 'low', policyThreePersons: boolean): boolean {
  return criticality === 'high' || policyThreePersons;
}

/** Why this person may not take this step, as an error code; null when nothing stands against it. What a page says before the click. */
export function refusalToSign(step: SignOffStep, person: Person, hands: Hands, threePersons: boolean): string | null {
  try {
    assertMaySign(step, person, hands, threePersons);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}

/**
 * Separation of duty (domain.md §0b.16, §3.4): 確認者 ≠ 承認者; the inspector may be the 確認者 unless three persons are needed; the approver is
 * never an inspector of the lot, nor the one who received it. The database holds the same rules (app.inspection_separation).
 */
export function assertMaySign(step: SignOffStep, person: Person, hands: Hands, threePersons: boolean): void {
  if (person.personKey === null || person.personKey.trim() === '') throw invalid('inspection.person_key_missing');
  if (step === 'confirm' && threePersons && among(person, hands.inspectors)) throw forbidden('inspection.confirmer_is_inspector');
  if (step !== 'approve') return;
  if (among(person, [hands.confirmer])) throw forbidden('inspection.approver_is_confirmer');
  if (among(person, hands.inspectors)) throw forbidden('inspection.approver_is_inspector');
  if (among(person, [hands.receiver])) throw forbidden('inspection.approver_is_receiver');
}
