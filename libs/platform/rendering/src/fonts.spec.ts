import { fontsConf, missingGlyphs, printable } from './fonts.js';

describe('what the font can print', () => {
  it.each(['髙﨑', '𠮷田', '㈱', '①', '鷗', '検収確認書', '№ ℡ ㎡ ✓ ● ▲', '—–…「」・〜～', 'Ångström'])('%s prints', (text) => {
    expect(missingGlyphs(text)).toEqual([]);
  });
  it('an emoji and a letter outside the font are named, each once, in order', () => {
    expect(missingGlyphs('合格😀Ł合格😀')).toEqual(['😀', 'Ł']);
  });
  it('half a surrogate pair cannot be printed', () => expect(missingGlyphs('a\ud842b')).toEqual(['\ud842']));
  it('line ends, tabs and invisible characters are nothing to print', () => expect(missingGlyphs('a\r\n\tb\u200b\u2060\ufeff')).toEqual([]));
  it('kana written in two parts, as a Mac does, is the same kana', () => expect(missingGlyphs('が'.normalize('NFD'))).toEqual([]));
  it('a variation selector falls back to the plain form of the character', () => expect(missingGlyphs('葛\u{e0100}城')).toEqual([]));
});

it('the font configuration names one directory and is well-formed for odd paths', () => {
  const conf = fontsConf('/a & <b>', '/cache');
  expect(conf.match(/<dir>/g)).toHaveLength(1);
  expect(conf).toContain('<dir>/a &amp; &lt;b></dir>');
});

describe('characters that share a glyph', () => {
  it('an odd one is printed as the plain one, which looks the same', () => {
    expect(printable('\u2f2f業・\u2027\u2215')).toBe('工業・・／');
    expect(printable('<p>髙﨑 𠮷田 ㈱ 〜～</p>')).toBe('<p>髙﨑 𠮷田 ㈱ 〜～</p>');
  });
  it('an odd one is not missing: it prints', () => expect(missingGlyphs('\u2f2f')).toEqual([]));
});
