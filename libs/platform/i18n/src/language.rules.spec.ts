import { isLanguage, pickLanguage } from './language.rules.js';

describe('picking a language', () => {
  it('the person’s own choice beats the browser', () => expect(pickLanguage('en', 'ja')).toBe('en'));
  it('an unknown choice is ignored', () => expect(pickLanguage('fr', 'en-GB')).toBe('en'));
  it('the highest weight wins, whatever the order', () => expect(pickLanguage(null, 'ja;q=0.4, en-US;q=0.9')).toBe('en'));
  it('equal weights keep the written order', () => expect(pickLanguage(null, 'fr, en, ja')).toBe('en'));
  it('a language refused by q=0 is not taken', () => expect(pickLanguage(null, 'en;q=0, de')).toBe('ja'));
  it('nothing usable means Japanese', () => {
    expect(pickLanguage(undefined, undefined)).toBe('ja');
    expect(pickLanguage('', '*;q=x')).toBe('ja');
  });
  it('only the two languages are languages', () => {
    expect(isLanguage('ja')).toBe(true);
    expect(isLanguage('JA')).toBe(false);
  });
});
