import { columnName, readAmount, readDay, readLine, readText } from './cell.rules.js';

describe('a day', () => {
  it.each([
    ['2026-11-20'], ['2026/11/20'], ['2026.11.20'], ['２０２６／１１／２０'], ['2026年11月20日'], ['2026 年 11 月 20 日'], ['20261120'], [20261120], [46346], [46346.75], ['令和8年11月20日'], ['R8.11.20'], ['ｒ8/11/20'],
    ['2026/11/20(金)'], ['2026年11月20日（金）'], ['2026-11-20 09:30'], ['2026-11-20T00:00:00'], ['20 Nov 2026'], ['November 20, 2026'],
  ])('is understood as people write it: %j', (value) => expect(readDay(value)).toBe('2026-11-20'));
  it.each([['令和元年5月1日', '2019-05-01'], ['平成31年4月30日', '2019-04-30'], ['S63.12.31', '1988-12-31'], ['2026/1/2', '2026-01-02']])('of another year: %s', (value, day) => expect(readDay(value)).toBe(day));
  it.each([[''], ['　'], [null]])('may be blank: %j', (value) => expect(readDay(value)).toBeNull());
  it.each([['11/20/2026'], ['11/20'], ['2026-02-30'], ['2026年13月1日'], ['未定'], ['5'], [5], [true], ['#REF!'], ['令和8年']])('is none: %j', (value) => expect(readDay(value)).toBeUndefined());
});

describe('an amount', () => {
  it.each([['1,234', 1234], ['１２３４', 1234], ['¥1,234', 1234], ['￥１，２３４', 1234], ['1,234円', 1234], ['1234.5', 1234.5], ['-5', -5], ['▲500', -500], ['(500)', -500], ['−5', -5], [7, 7], [' 1 000 ', 1000], ['+3', 3]] as const)('%j is %d', (value, amount) => expect(readAmount(value)).toBe(amount));
  it.each([[''], [null], ['　']])('may be blank: %j', (value) => expect(readAmount(value)).toBeNull());
  it.each([['12,34'], ['1.234,56'], ['一式'], ['3台'], ['(500'], ['--5'], [true], ['=1+1'], ['1e5']])('is none: %j', (value) => expect(readAmount(value)).toBeUndefined());
});

describe('a text', () => {
  it('of one line has neither outer blanks nor breaks; blanks inside stay', () => expect(readLine(' 　髙﨑　精機\r\n第二工場 ')).toBe('髙﨑　精機 第二工場'));
  it.each([[null, ''], [42, '42'], [true, 'TRUE']])('of a cell that is none: %j', (value, text) => expect(readLine(value)).toBe(text));
  it('of several lines keeps them', () => expect(readText(' a \r\n\r\nb ')).toBe('a\n\nb'));
});

it('columns are named as the sheet names them', () => expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']));
