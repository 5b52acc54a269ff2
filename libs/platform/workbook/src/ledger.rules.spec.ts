import { readLedger } from './ledger.rules.js';
import type { LedgerColumn } from './ledger.rules.js';
import type { ReadSheet } from './read-sheet.rules.js';

const COLUMNS: readonly LedgerColumn[] = [
  { field: 'code', label: 'c', names: ['取引先コード', 'Code'], needed: true }, { field: 'maker', label: 'm', names: ['メーカ名', 'Maker'], needed: true },
  { field: 'makerEn', label: 'e', names: ['メーカ名（英語）'] }, { field: 'factory', label: 'f', names: ['工場名', 'Factory'], needed: true },
];
const sheet = (rows: readonly (readonly (string | number | null)[])[], name = '台帳', hidden = false): ReadSheet => ({ name, hidden, rows: rows.map((cells, index) => ({ number: index + 1, cells })) });

describe('a ledger in somebody’s file', () => {
  it('is found below its title, in any order and language', () => {
    const { rows, unread } = readLedger([sheet([['サプライヤ台帳'], ['2026年度', '取引先コード順'], ['#', 'Factory', '取引先 コード', 'maker', '備考'], [1, '第二工場', 'E1', '髙﨑', 'x']])], COLUMNS);
    expect(rows).toEqual([{ sheet: '台帳', number: 4, cells: { factory: '第二工場', code: 'E1', maker: '髙﨑' }, raw: [1, '第二工場', 'E1', '髙﨑', 'x'] }]);
    expect(unread).toEqual(['備考']);
  });

  it('keeps メーカ名 and メーカ名（英語） apart, whichever comes first', () => {
    const { rows } = readLedger([sheet([['メーカ名（英語）', 'メーカ名', '取引先コード', '工場名（事業所）'], ['T', '髙﨑', 'E1', '第二']])], COLUMNS);
    expect(rows[0]!.cells).toEqual({ makerEn: 'T', maker: '髙﨑', code: 'E1', factory: '第二' });
  });

  it('passes over sheets without it, hidden ones, blank rows and headings that are repeated on the next page', () => {
    const table = [['取引先コード', 'メーカ名', '工場名'], ['E1', 'x', 'y'], [null, '', null], ['取引先コード', 'メーカ名', '工場名'], ['E2', 'x', 'y']];
    const { rows, sheets } = readLedger([sheet([['説明'], ['取引先コードを入力する']], '説明'), sheet(table), sheet(table, 'old', true)], COLUMNS);
    expect([rows.map(({ number }) => number), sheets.map(({ name }) => name)]).toEqual([[2, 5], ['台帳']]);
  });

  it('without a needed column is none, and says which one is missing', () => {
    const { rows, missing } = readLedger([sheet([['取引先コード', 'メーカ名', 'メーカ名（英語）'], ['E1', 'x', 'y']])], COLUMNS);
    expect([rows, missing.map(({ field }) => field)]).toEqual([[], ['factory']]);
    expect(readLedger([sheet([['hello']])], COLUMNS).missing).toHaveLength(3);
  });

  it('tells a column that is missing from an empty cell', () => {
    const [row] = readLedger([sheet([['取引先コード', 'メーカ名', '工場名'], ['E1', 'x']])], COLUMNS).rows;
    expect(row!.cells).toEqual({ code: 'E1', maker: 'x', factory: null });
    expect('makerEn' in row!.cells).toBe(false);
  });
});
