import { isClean } from './clean.rules.js';

describe('a text from a stranger', () => {
  it('may be any text', () => expect(isClean({ 名: ['𠮷田 髙﨑', 'a\nb\t', '👩‍🏭'] })).toBe(true));
  it.each([['a zero character', 'a\u0000b'], ['half a pair', '\ud800'], ['the other half', 'x\udc00y']])('holds not %s', (_, text) => {
    expect(isClean(text)).toBe(false);
    expect(isClean({ deep: [{ down: text }] })).toBe(false);
    expect(isClean({ [text]: 1 })).toBe(false);
  });
});
