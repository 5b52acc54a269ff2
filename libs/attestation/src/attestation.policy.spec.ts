import { authorize, systemActor } from '@platform-pure/tenancy';
import type { Act, Actor, OrganizationId } from '@platform-pure/tenancy';
import { AttestationActs } from './attestation.policy.js';

const now = new Date('2026-11-20T00:00:00Z');
const system = systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId);
const stepUp: Actor['stepUp'] = { method: 'passkey', grantedAt: now, expiresAt: new Date(now.getTime() + 60_000) };
const person = (role: string, other: Partial<Actor> = {}): Actor => ({ ...system, via: 'session', roles: [role], stepUp, ...other });
const outcome = (actor: Actor, act: Act): string => {
  try { authorize(actor, act, now); return 'allowed'; } catch (error) { return (error as { kind: string }).kind; }
};

describe('signing', () => {
  it('is for the signer alone', () => {
    expect(outcome(person('supplier_signer'), AttestationActs.sign)).toBe('allowed');
    for (const role of ['supplier_respondent', 'supplier_contact', 'tenant_admin', 'procurement']) expect(outcome(person(role), AttestationActs.sign)).toBe('forbidden');
  });
  it('needs a second factor and a session', () => {
    expect(outcome(person('supplier_signer', { stepUp: null }), AttestationActs.sign)).toBe('step_up');
    expect(outcome(person('supplier_signer', { via: 'token' }), AttestationActs.sign)).toBe('forbidden');
  });
});

it('nobody seals but the worker', () => {
  expect(outcome(person('supplier_signer'), AttestationActs.seal)).toBe('forbidden');
  expect(outcome(system, AttestationActs.seal)).toBe('allowed');
});

it('a buyer cannot send a submission back to the supplier’s own respondents', () => {
  expect(outcome(person('procurement'), AttestationActs.decline)).toBe('forbidden');
  expect(outcome(person('supplier_respondent', { stepUp: null }), AttestationActs.decline)).toBe('allowed');
});
