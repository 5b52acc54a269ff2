import type { SealedEnvelope } from '@platform-pure/signing';
import { actsAreBound, needsSeparation, separationProblem } from './acts.rules.js';

const [OWN, INSPECTION, STRANGE] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

function envelope(people: [role: string, personKey: string | null, digest?: string][], statement: Record<string, unknown> = {}): SealedEnvelope {
  return {
    format: 'kenshu.sealed/1', digest: OWN, sealedAt: '', jws: '', chain: [],
    statement: { type: 'kenshu.certificate/1', inspection: { statementDigest: INSPECTION }, note: STRANGE, ...statement },
    acts: people.map(([role, personKey, digest = OWN]) => ({ role, personKey, name: role, department: null, method: 'passkey', at: '', digest })),
  };
}

describe('acts', () => {
  it('are bound to the statement, or to a document that it cites by digest', () => {
    expect(actsAreBound(envelope([['confirmer', '1'], ['approver', '2', INSPECTION]]))).toBe(true);
    expect(actsAreBound(envelope([['confirmer', '1'], ['approver', '2', STRANGE]]))).toBe(false);
    expect(actsAreBound(envelope([['confirmer', '1', '']]))).toBe(false);
  });
});

describe('separation of duty', () => {
  it('is a matter of certificates', () => {
    expect([needsSeparation(envelope([])), needsSeparation(envelope([], { type: 'kenshu.response/1' }))]).toEqual([true, false]);
  });

  it('holds when confirmer and approver are two people, and the inspector may be the confirmer', () => {
    expect(separationProblem(envelope([['inspector', '1'], ['confirmer', '1'], ['approver', '2']]))).toBeNull();
  });

  it.each<[string, [string, string | null][]]>([
    ['same_person', [['confirmer', '1'], ['approver', '1']]],
    ['same_person', [['confirmer', '1'], ['confirmer', '2'], ['approver', '2']]],
    ['missing: approver', [['confirmer', '1']]],
    ['person_key_missing', [['confirmer', '1'], ['approver', null]]],
    ['person_key_missing', [['confirmer', '1'], ['approver', ' ']]],
  ])('does not hold: %s %j', (problem, people) => expect(separationProblem(envelope(people))).toBe(problem));

  it('asks for three people when criticality is high', () => {
    const high = { criticality: 'high' };
    expect(separationProblem(envelope([['inspector', '1'], ['confirmer', '1'], ['approver', '2']], high))).toBe('same_person');
    expect(separationProblem(envelope([['confirmer', '1'], ['approver', '2']], high))).toBe('missing: inspector');
    expect(separationProblem(envelope([['inspector', '1'], ['confirmer', '2'], ['approver', '3']], high))).toBeNull();
  });
});
