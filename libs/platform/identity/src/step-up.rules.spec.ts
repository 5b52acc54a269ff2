import { CODE_ATTEMPTS, challengeState } from './step-up.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const open = { attempts: 0, expiresAt: new Date(now.getTime() + 1), finishedAt: null, codeHash: 'x' };

describe('a one-time code', () => {
  it('can be entered once it has been mailed', () => {
    expect(challengeState({ ...open, codeHash: null }, now)).toBe('waiting');
    expect(challengeState(open, now)).toBe('open');
  });
  it('is dead after five wrong tries', () => {
    expect(challengeState({ ...open, attempts: CODE_ATTEMPTS - 1 }, now)).toBe('open');
    expect(challengeState({ ...open, attempts: CODE_ATTEMPTS }, now)).toBe('exhausted');
  });
  it('is dead after its time', () => expect(challengeState({ ...open, expiresAt: now }, now)).toBe('expired'));
  it('works once', () => expect(challengeState({ ...open, finishedAt: now }, now)).toBe('finished'));
});
