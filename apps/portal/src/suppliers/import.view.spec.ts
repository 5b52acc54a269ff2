import type { ImportPreview } from '@platform/workbook';
import type { PlannedRow } from '@platform-pure/workbook';
import { importView, refusedFile, valueCell } from './import.view.js';
import type { LedgerWords } from './import.view.js';

const ledger: LedgerWords = {
  path: '/x/import', list: '/x', columns: [{ field: 'code', label: 'k.code', names: [] }, { field: 'kind', label: 'k.kind', names: [] }], word: (field, value) => field === 'kind' ? `kind.${String(value)}` : null,
};
const row = (change: Partial<PlannedRow>): PlannedRow => ({ sheet: '台帳', number: 5, name: 'E1', outcome: 'new', changes: [], problems: [], target: null, content: null, raw: ['E1', null], ...change });
const preview = (rows: readonly PlannedRow[], committedAt: Date | null = null): ImportPreview => ({
  id: 'p' as ImportPreview['id'], kind: 'x', fileName: 'x.xlsx', createdBy: 'a', createdAt: new Date(0), committedBy: null, committedAt, sheets: [{ name: '台帳', headings: ['コード', ''] }], unread: [], rows });
const faulty = row({ outcome: 'faulty', problems: [{ field: 'code', code: 'common.required', params: {} }, { field: null, code: 'x.bad', params: { row: 2 } }] });

describe('the preview of an import', () => {
  it('names sheet, row and column of everything that is wrong', () => {
    const cells = importView(preview([faulty]), ledger).refusals!.rows.map((line) => line.cells.map(({ cell }) => cell));
    expect(cells[0]).toMatchObject([{ word: { params: { sheet: '台帳', row: 5 } } }, {}, { word: { $text: 'k.code' } }, { word: { $text: 'common.errors.required' } }]);
    expect(cells[1]![2]).toMatchObject({ word: { $text: 'portal_imports.whole_row' } });
  });
  it('shows each field that changes with both values in words', () => {
    const { changes, writable } = importView(preview([row({ outcome: 'changed', changes: [{ field: 'kind', before: 'a', after: null }] })]), ledger);
    expect(changes!.rows[0]!.cells.slice(2).map(({ cell }) => cell)).toMatchObject([{ word: { $text: 'k.kind' } }, { word: { $text: 'kind.a' } }, { word: { $text: 'portal_imports.blank' } }]);
    expect(writable).toBe(1);
  });
  it('draws no table of what there is none of, and raises no alarm about nothing', () => {
    const view = importView(preview([row({})]), ledger);
    expect([view.refusals, view.conflicts, view.changes, view.refused]).toEqual([null, null, null, 0]);
    expect(view.counts.filter(({ status }) => status.tone !== 'none')).toEqual([{ status: { tone: 'info', key: 'portal_imports.will.new' }, count: 1 }]);
  });
  it('speaks of what was done once it is', () => expect(importView(preview([row({})], new Date(0)), ledger).counts[0]!.status.key).toBe('portal_imports.done.new'));
  it('shows days as days and figures as figures', () => expect([valueCell('x', '2026-11-20', ledger).kind, valueCell('x', 3, ledger).kind, valueCell('x', 'a', ledger).kind]).toEqual(['day', 'number', 'link']));
  it('gives the refused rows back as they came, with the reasons in one column more', () => {
    const { columns, rows } = refusedFile(preview([row({}), faulty]), ledger, ({ $text }) => $text);
    expect(columns.map(({ label }) => label)).toEqual([{ $text: 'portal_imports.heading', params: { heading: 'コード' } }, { $text: 'portal_imports.result', params: {} }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.cells[1]!.cell).toMatchObject({ text: { ja: 'k.code: common.errors.required / x.errors.bad' } });
  });
});
