import { cleanFileName, isDisclosureClass } from './evidence.rules.js';

describe('a file name', () => {
  it('stays as it was typed in Japanese', () => expect(cleanFileName('髙﨑工場_構成図㈱（2026年）.pdf')).toBe('髙﨑工場_構成図㈱（2026年）.pdf'));
  it('is composed: a voiced sound sent in two characters becomes one', () => expect(cleanFileName('か\u3099いど.pdf')).toBe('がいど.pdf'));
  it('loses the path some browsers send', () => {
    expect(cleanFileName('C:\\Users\\sato\\証跡.xlsx')).toBe('証跡.xlsx');
    expect(cleanFileName('../../etc/passwd')).toBe('passwd');
  });
  it('cannot be turned round to hide its extension', () => expect(cleanFileName('図\u202Egpj.exe')).toBe('図gpj.exe'));
  it('loses line breaks, which would end a header', () => expect(cleanFileName('a\r\nX-Evil: 1.pdf')).toBe('aX-Evil_ 1.pdf'));
  it('is empty when nothing is left', () => expect(cleanFileName(' \u200B..')).toBe(''));
  it('keeps its extension when it is too long, and whole characters', () => {
    const name = cleanFileName(`${'𠮷'.repeat(300)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(name.endsWith('𠮷.pdf')).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });
});

it('a disclosure class is one of four', () => {
  expect(isDisclosureClass('parties')).toBe(true);
  expect(isDisclosureClass('everybody')).toBe(false);
});
