import { sessionAlive, touchDue } from './session.rules.js';

const start = new Date('2026-11-20T00:00:00Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const limits = { idle: 30 * 60_000, absolute: 720 * 60_000 };

describe('a session', () => {
  it('ends when nobody was there for half an hour', () => {
    const session = { lastSeenAt: start, absoluteExpiresAt: after(720) };
    expect(sessionAlive(session, limits, after(29))).toBe(true);
    expect(sessionAlive(session, limits, after(30))).toBe(false);
  });
  it('ends after its absolute time however busy it is', () =>
    expect(sessionAlive({ lastSeenAt: after(719), absoluteExpiresAt: after(720) }, limits, after(720))).toBe(false));
  it('is written down once a minute, not on every page', () => {
    expect(touchDue(start, new Date(start.getTime() + 59_999))).toBe(false);
    expect(touchDue(start, after(1))).toBe(true);
  });
});
