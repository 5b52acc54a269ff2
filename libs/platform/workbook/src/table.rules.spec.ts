import { formulaSafe, sheetName } from './table.rules.js';

describe('a cell that leaves the product', () => {
  it.each([['=1+1', "'=1+1"], ['+81-3', "'+81-3"], ['-', "'-"], ['@sum', "'@sum"], ['\t=1', "'\t=1"], ['＝1', "'＝1"]])('never starts a formula: %j', (given, kept) => expect(formulaSafe(given)).toBe(kept));
  it.each([['髙﨑精機'], [''], ['a=b'], [null], [-5]])('is left alone otherwise: %j', (given) => expect(formulaSafe(given)).toBe(given));
});

describe('the name of a sheet', () => {
  it('is what Excel takes', () => {
    expect(sheetName('依頼[状況]/一覧')).toBe('依頼 状況  一覧');
    expect(sheetName('あ'.repeat(40))).toHaveLength(31);
    expect(sheetName('/')).toBe('Sheet1');
  });
});
