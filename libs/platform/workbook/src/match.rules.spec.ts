import { bareHeading, readChoice, readSwitch, sameKey, unmarked } from './match.rules.js';

describe('two spellings', () => {
  it.each([['Ｅ１００１', 'e1001'], ['第二　工場', '第二工場'], ['メーカ名 *', 'メーカ名'], ['㈱', '(株)']])('%s and %s are the same', (a, b) => expect(sameKey(a)).toBe(sameKey(b)));
  it('of different things are not', () => expect(sameKey('第二工場')).not.toBe(sameKey('第三工場')));
  it('of a heading are compared without what stands in brackets', () => expect(bareHeading('数量（個）')).toBe('数量'));
});

describe('a text that a CSV marked', () => {
  it.each([["'=1+1", '=1+1'], ["'-12", '-12'], ["'x", "'x"], ['x', 'x']])('%s is %s', (given, text) => expect(unmarked(given)).toBe(text));
});

describe('a word of a choice', () => {
  const words = { high: ['高', 'High'], low: ['低'] };
  it('is known in any language, width and case', () => expect([readChoice('ＨＩＧＨ', words), readChoice(' 低 ', words), readChoice('low', words)]).toEqual(['high', 'low', 'low']));
  it('is nothing when blank and unknown otherwise', () => expect([readChoice('', words), readChoice(null, words), readChoice('中', words)]).toEqual([null, null, undefined]));
  it.each([['はい', true], ['あり', true], ['○', true], [true, true], [1, true], ['なし', false], ['×', false], ['－', false], ["'-", false], [0, false], ['', null], ['たぶん', undefined]] as const)('%s as yes or no is %s', (given, meant) => expect(readSwitch(given)).toBe(meant));
});
