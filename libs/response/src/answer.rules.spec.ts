import { cleanContent, cleanText, sameContent } from './answer.rules.js';

describe('what was typed', () => {
  it('keeps its line breaks and loses blanks around it', () => expect(cleanText('  一行目\r\n二行目 ')).toBe('一行目\n二行目'));
  it('is nothing when it is blank', () => expect(cleanText(' \u3000\n')).toBeNull());
  it('is refused when it is longer than a page', () => expect(() => cleanText('あ'.repeat(4001))).toThrow('response.text_too_long'));
  it.each(['a\u0000b', '\uD842'])('is refused when it cannot be stored or hashed', (text) => expect(() => cleanText(text)).toThrow('response.text_malformed'));
  it('keeps "not applicable" without a reason as a draft', () =>
    expect(cleanContent({ answer: { kind: 'not_applicable', reason: ' ' } })).toEqual({ answer: { kind: 'not_applicable', reason: '' }, comment: null, compensatingMeasure: null }));
});

describe('the same content', () => {
  const content = { answer: { kind: 'level', value: 3 }, comment: null, compensatingMeasure: null } as const;
  it('is the same answer, comment and measure', () => expect(sameContent(content, { ...content })).toBe(true));
  it.each([
    { ...content, answer: { kind: 'level', value: 4 } as const }, { ...content, answer: null },
    { ...content, answer: { kind: 'unknown' } as const }, { ...content, comment: '補足' }, { ...content, compensatingMeasure: '代替' },
  ])('is not another one', (other) => expect(sameContent(content, other)).toBe(false));
  it('differs by the reason of "not applicable"', () =>
    expect(sameContent({ ...content, answer: { kind: 'not_applicable', reason: 'a' } }, { ...content, answer: { kind: 'not_applicable', reason: 'b' } })).toBe(false));
});
