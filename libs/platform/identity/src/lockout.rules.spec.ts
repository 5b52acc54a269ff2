import { ADDRESS_RULE, NO_ATTEMPTS, SOURCE_RULE, afterFailure, delayAfter, secondsLocked } from './lockout.rules.js';
import type { Attempts } from './lockout.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const failing = (times: number, rule = ADDRESS_RULE): Attempts => {
  let state = NO_ATTEMPTS;
  for (let time = 0; time < times; time += 1) state = afterFailure(state, rule, now);
  return state;
};

describe('lockout', () => {
  it('forgives four mistakes of one person', () => expect(secondsLocked(failing(4), now)).toBe(0));
  it('makes the fifth wait half a minute and doubles from there', () =>
    expect([5, 6, 7, 8, 9].map((failures) => delayAfter(failures, ADDRESS_RULE))).toEqual([30, 60, 120, 240, 480]));
  it('never waits longer than a quarter of an hour', () => {
    expect(delayAfter(10, ADDRESS_RULE)).toBe(900);
    expect(delayAfter(1000, ADDRESS_RULE)).toBe(900);
  });
  it('ends on its own', () => {
    const state = failing(5);
    expect(secondsLocked(state, later(29))).toBe(1);
    expect(secondsLocked(state, later(30))).toBe(0);
  });
  it('counts on after the wait, and from one again after a day', () => {
    expect(afterFailure(failing(5), ADDRESS_RULE, later(31)).failures).toBe(6);
    expect(afterFailure(failing(9), ADDRESS_RULE, later(86_400)).failures).toBe(1);
  });
  it('gives a source many people share more room than one address', () => {
    expect(secondsLocked(failing(49, SOURCE_RULE), now)).toBe(0);
    expect(secondsLocked(failing(50, SOURCE_RULE), now)).toBe(30);
  });
});
