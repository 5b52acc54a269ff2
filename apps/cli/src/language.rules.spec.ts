import { languageOf } from './language.rules.js';

describe('the language of a terminal', () => {
  it('is English when the locale says so, and Japanese otherwise', () => {
    expect(['en_US.UTF-8', 'en', 'en-GB', 'C', '', 'ja_JP.UTF-8', 'enochian'].map((LANG) => languageOf({ LANG }))).toEqual(['en', 'en', 'en', 'ja', 'ja', 'ja', 'ja']);
    expect(languageOf({})).toBe('ja');
  });

  it('follows LC_ALL, then LC_MESSAGES, then LANG', () => {
    expect(languageOf({ LC_ALL: '', LC_MESSAGES: 'en_US.UTF-8', LANG: 'ja_JP.UTF-8' })).toBe('en');
    expect(languageOf({ LC_ALL: 'ja_JP.UTF-8', LC_MESSAGES: 'en_US.UTF-8' })).toBe('ja');
  });
});
