import { LIMITS, timesOf, windowAt } from './limits.rules.js';

describe('limits', () => {
  it('count within windows that follow one another, and say how long the present one lasts', () => {
    const first = windowAt(LIMITS.sign_in, new Date('2026-11-20T00:00:10Z'));
    expect(first.left).toBe(50);
    expect(windowAt(LIMITS.sign_in, new Date('2026-11-20T00:00:59.999Z'))).toEqual({ number: first.number, left: 1 });
    expect(windowAt(LIMITS.sign_in, new Date('2026-11-20T00:01:00Z'))).toEqual({ number: first.number + 1, left: 60 });
  });
  it('grow with the people behind one network address, not with one person or one mailbox', () => {
    expect([timesOf(LIMITS.verify_upload, 5), timesOf(LIMITS.step_up_mail, 5), timesOf(LIMITS.sign_up_mail, 5)]).toEqual([100, 6, 3]);
  });
  it('each have a reason', () => expect(Object.values(LIMITS).filter((limit) => limit.because.length < 20)).toEqual([]));
});
