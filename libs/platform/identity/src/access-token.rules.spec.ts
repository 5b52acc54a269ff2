import { accessTokenState, isTokenShaped, readAccessToken } from './access-token.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const at = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);
const wrong = (change: object): string[] => {
  try { readAccessToken({ name: '基幹システム連携', scopes: ['read'], days: 90, ...change }); return []; } catch (error) { return (error as { fields: { field: string }[] }).fields.map(({ field }) => field); }
};

describe('what is asked of a new access token', () => {
  it('is a name, at least one scope and an end within a year', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ name: ' ' })).toEqual(['name']);
    expect(wrong({ scopes: [] })).toEqual(['scopes']);
    expect(wrong({ scopes: ['admin'] })).toEqual(['scopes']);
    expect(wrong({ days: 366 })).toEqual(['days']);
    expect(wrong({ days: 0 })).toEqual(['days']);
    expect(wrong({ days: 1.5 })).toEqual(['days']);
  });
  it('keeps each scope once, in the fixed order', () => expect(readAccessToken({ name: 'x', scopes: ['write', 'read', 'write'], days: 1 }).scopes).toEqual(['read', 'write']));
});

describe('an access token', () => {
  it('lives until its last millisecond, and never after it was revoked', () => {
    expect(accessTokenState({ expiresAt: at(1), revokedAt: null }, now)).toBe('live');
    expect(accessTokenState({ expiresAt: at(0), revokedAt: null }, now)).toBe('expired');
    expect(accessTokenState({ expiresAt: at(1), revokedAt: at(-1) }, now)).toBe('revoked');
  });
  it('is told by its shape from anything else', () => {
    expect(isTokenShaped(`knsh_${'a'.repeat(43)}`)).toBe(true);
    expect(isTokenShaped(`knsh_${'a'.repeat(42)}`)).toBe(false);
    expect(isTokenShaped(`knsh_${'a'.repeat(42)}'`)).toBe(false);
  });
});
