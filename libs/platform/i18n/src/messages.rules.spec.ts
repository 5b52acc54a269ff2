import { compareLanguages, fill, paramsOf } from './messages.rules.js';

describe('filling a text', () => {
  it('puts each value in its place, as often as it is asked for', () => expect(fill('{n}件中{n}件', { n: 3 })).toBe('3件中3件'));
  it('a value with braces is printed, not filled again', () => expect(fill('{a}', { a: '{b}', b: 'x' })).toBe('{b}'));
  it('a missing value is an error, also for names every object inherits', () => {
    expect(() => fill('{name}様', {})).toThrow('{name}');
    expect(() => fill('{toString}')).toThrow('{toString}');
  });
  it('a value nobody asked for is ignored', () => expect(fill('はい', { noun: 'response' })).toBe('はい'));
  it('names its parameters once and sorted', () => expect(paramsOf('{b} {a} {b}')).toEqual(['a', 'b']));
});

describe('comparing the languages', () => {
  const compare = (ja: Record<string, string>, en: Record<string, string>): readonly string[] =>
    compareLanguages(new Map(Object.entries(ja)), new Map(Object.entries(en)));
  it('equal sets have no problem', () => expect(compare({ a: '{n}件' }, { a: '{n} items' })).toEqual([]));
  it('a key in one language only is a problem', () => expect(compare({ a: 'x' }, { b: 'x' })).toEqual(['a: missing in en', 'b: missing in ja']));
  it('different parameters are a problem', () => expect(compare({ a: '{n}' }, { a: '{m}' })).toEqual(['a: {n} in ja, {m} in en']));
  it('an empty text is a problem', () => expect(compare({ a: ' ' }, { a: 'x' })).toEqual(['a: empty']));
});
