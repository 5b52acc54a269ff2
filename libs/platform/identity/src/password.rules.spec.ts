import { normalizePassword, requireGoodPassword, weaknessOf } from './password.rules.js';

const email = 'sakura.mori@example.jp';

describe('a new password', () => {
  it('needs twelve characters of any kind, Japanese ones included', () => {
    expect(weaknessOf('kawa-mizu-7', email)).toBe('password_too_short');
    expect(weaknessOf('川を渡る風と白い月が好き', email)).toBeNull();
  });
  it('counts a character outside the basic plane once', () => expect(weaknessOf('𠮷'.repeat(6) + 'abcde', email)).toBe('password_too_short'));
  it('may not be endless', () => expect(weaknessOf('abcd'.repeat(33), email)).toBe('password_too_long'));
  it('may not repeat a few characters', () => expect(weaknessOf('ababababababab', email)).toBe('password_too_simple'));
  it('may not hold the name of the address, whatever its case', () =>
    expect(weaknessOf('My-Sakura.Mori-2026', email)).toBe('password_contains_address'));
  it('does not fear a short name that stands in half the words', () => expect(weaknessOf('kanata-kawa-0x', 'ka@example.jp')).toBeNull());
  it('is the same in full and half width', () => expect(normalizePassword('ｐａｓｓ１２')).toBe('pass12'));
  it('names the field it was typed into', () =>
    expect(() => requireGoodPassword('short', email, 'newPassword')).toThrow(expect.objectContaining({
      kind: 'invalid', code: 'identity.password_too_short', fields: [expect.objectContaining({ field: 'newPassword' })] })));
});
