import { day, isBlank, link, number, table, withoutLinks, words } from './cells.view.js';

describe('a table', () => {
  it('gives every cell the name of its column, for a screen that shows one row under the other', () => {
    const { rows } = table('c', ['a', 'b'], [[words('x'), number(3)]], 'none');
    expect(rows[0].cells.map(({ label }) => label.$text)).toEqual(['a', 'b']);
  });

  it('says how many rows it does not show', () => {
    expect(table('c', ['a'], [[words('x')], [words('y')], [words('z')]], 'none', 2).more).toEqual({ $text: 'portal.table.more', params: { count: 1 } });
    expect(table('c', ['a'], [[words('x')]], 'none', 2).more).toBeNull();
  });

  it('knows which cells say nothing', () => {
    expect([words(''), words(null), day(null), number(null)].every(isBlank)).toBe(true);
    expect([words('x'), words('', 'below'), day('2026-11-20'), number(0)].some(isBlank)).toBe(false);
  });

  it('can be shown without its links', () => {
    const [cell] = withoutLinks(table('c', ['a', 'b'], [[link('REQ-1', '/requests/1', '要求'), number(1)]], 'none')).rows[0].cells;
    expect(cell).toMatchObject({ cell: { text: { ja: 'REQ-1' }, href: null, sub: { ja: '要求' } } });
  });

  it('keeps a number on one line, and nothing that people wrote', () => {
    const kept = (value: string, sub: string) => { const cell = link(value, '/', sub); return cell.kind === 'link' && [cell.numbered, cell.subNumbered]; };
    expect([kept('REQ-2026-0001', 'PO-26-70010-1'), kept('枚葉式洗浄装置', 'cleaning tool'), kept('', 'PO-1 / NS-PO-26-70010-1')]).toEqual([[true, true], [false, false], [false, false]]);
  });

  it('sets numbers to the right only where the whole column is numbers', () => {
    expect(table('c', ['a', 'b'], [[number(1), number(2)], [number(1), words('-')]], 'none').columns.map(({ numeric }) => numeric)).toEqual([true, false]);
  });
});
