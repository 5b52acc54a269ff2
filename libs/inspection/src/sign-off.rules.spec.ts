import type { DomainError } from '@platform-pure/errors';
import { assertMaySign, needsThreePersons } from './sign-off.rules.js';
import type { Hands, Person, SignOffStep } from './sign-off.rules.js';

const person = (personKey: string | null, memberId: string | null = personKey && `member-${personKey}`): Person => ({ personKey, memberId });
const [inspector, confirmer, approver, receiver] = ['I', 'C', 'A', 'R'].map((key) => person(key)) as [Person, Person, Person, Person];
const hands: Hands = { inspectors: [inspector], confirmer, receiver };

function refusal(step: SignOffStep, who: Person, threePersons: boolean, given: Hands = hands): string | null {
  try {
    assertMaySign(step, who, given, threePersons);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('sign-off', () => {
  it.each([
    ['confirm', confirmer, false, null], ['confirm', confirmer, true, null],
    ['confirm', inspector, false, null], ['confirm', inspector, true, 'inspection.confirmer_is_inspector'],
    ['confirm', receiver, true, null],
    ['approve', approver, false, null], ['approve', approver, true, null],
    ['approve', confirmer, false, 'inspection.approver_is_confirmer'], ['approve', confirmer, true, 'inspection.approver_is_confirmer'],
    ['approve', inspector, false, 'inspection.approver_is_inspector'], ['approve', inspector, true, 'inspection.approver_is_inspector'],
    ['approve', receiver, false, 'inspection.approver_is_receiver'], ['approve', receiver, true, 'inspection.approver_is_receiver'],
    ['judge', inspector, true, null], ['judge', receiver, true, null],
  ] as const)('%s by %j, three persons %p: %p', (step, who, three, expected) => expect(refusal(step, who, three)).toBe(expected));

  it('goes by the person, whatever account is used', () =>
    expect(refusal('approve', person('C', 'another account'), false)).toBe('inspection.approver_is_confirmer'));
  it('goes by the account where no employee number was kept', () =>
    expect(refusal('approve', person('A'), false, { ...hands, receiver: person(null, 'member-A') })).toBe('inspection.approver_is_receiver'));
  it('everybody who recorded a result is an inspector', () =>
    expect(refusal('approve', approver, false, { ...hands, inspectors: [inspector, person('A', 'x')] })).toBe('inspection.approver_is_inspector'));
  it.each([null, ' '])('needs an employee number, %p is none', (key) =>
    expect(refusal('judge', person(key, 'm'), false)).toBe('inspection.person_key_missing'));
  it.each([['high', false, true], ['middle', true, true], ['low', true, true], ['middle', false, false], ['low', false, false]] as const)(
    'criticality %s, policy %p: three persons %p', (criticality, policy, expected) => expect(needsThreePersons(criticality, policy)).toBe(expected));
});
