import { TOKEN_LIFE, tokenState } from './token.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const at = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);

describe('a link that works once', () => {
  it('is live until its last millisecond', () => {
    expect(tokenState({ expiresAt: at(1), consumedAt: null }, now)).toBe('live');
    expect(tokenState({ expiresAt: at(0), consumedAt: null }, now)).toBe('expired');
  });
  it('says that it was used, even long after', () => expect(tokenState({ expiresAt: at(-5), consumedAt: at(-9) }, now)).toBe('consumed'));
  it('gives a reset an hour and a supplier two months', () => {
    expect(TOKEN_LIFE.password_reset).toBe(3_600_000);
    expect(TOKEN_LIFE.supplier_invitation).toBeGreaterThan(TOKEN_LIFE.member_invitation);
  });
});
