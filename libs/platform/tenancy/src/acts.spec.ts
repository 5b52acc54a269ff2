import { DomainError } from '@platform-pure/errors';
import { acts, authorize, may } from './acts.js';
import { systemActor } from './actor.js';
import type { Actor } from './actor.js';
import type { OrganizationId } from './ids.js';

const ThingActs = acts('thing', { read: ['anyone'], change: ['editor'], sign: { roles: ['signer'], stepUp: true }, seal: ['system'] });
const now = new Date('2026-11-20T00:00:00Z');
const system = systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId);
const person = (roles: string[], extra: Partial<Actor> = {}): Actor => ({ ...system, via: 'session', roles, ...extra });
const grant = (endsInMinutes: number): Actor['stepUp'] =>
  ({ method: 'password_mail_code', grantedAt: now, expiresAt: new Date(now.getTime() + endsInMinutes * 60_000) });
const refusal = (actor: Actor, act = ThingActs.sign): string => {
  try { authorize(actor, act, now); return 'allowed'; } catch (error) { return (error as DomainError).kind; }
};

describe('acts', () => {
  it('names an act noun.verb', () => expect(ThingActs.sign.name).toBe('thing.sign'));
  it('lets every member do what anyone may, and nobody what no role of theirs may', () => {
    expect(may(person([]), ThingActs.read)).toBe(true);
    expect(may(person(['viewer']), ThingActs.change)).toBe(false);
    expect(refusal(person(['viewer']), ThingActs.change)).toBe('forbidden');
  });
  it('does not take the system for a member', () => {
    expect(may(system, ThingActs.read)).toBe(false);
    expect(may(system, ThingActs.seal)).toBe(true);
  });
  it('asks for a second factor before a sign-off, and again when the grant has ended', () => {
    expect(refusal(person(['signer']))).toBe('step_up');
    expect(refusal(person(['signer'], { stepUp: grant(0) }))).toBe('step_up');
    expect(refusal(person(['signer'], { stepUp: grant(5) }))).toBe('allowed');
  });
  it('refuses a sign-off by an access token whatever it holds', () =>
    expect(refusal(person(['signer'], { via: 'token', stepUp: grant(5) }))).toBe('forbidden'));
});
