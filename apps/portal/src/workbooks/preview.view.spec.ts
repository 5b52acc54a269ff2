import type { Questionnaire } from '@libs/response';
import type { ImportPreview } from '@platform/workbook';
import { previewView } from './preview.view.js';

const both = (text: string) => ({ ja: text, en: text });
const scale = { kind: 'yes_partly_no', answers: [{ value: 'yes', label: both('はい') }, { value: 'no', label: both('いいえ') }] };
const question = (code: string) => ({ requirement: { key: `m:${code}`, code, title: both(`題${code}`) }, scale });
const questionnaire = { request: { id: 'r', number: 'REQ-1' }, journey: { sections: [{ questions: ['1', '2', '3'].map(question) }] } } as unknown as Questionnaire;
const content = (comment: string | null, value: 'yes' | 'no' = 'no') => ({ answer: { kind: 'choice', value }, comment, note: null, compensatingMeasure: null });
const item = (code: string, outcome: string, merge: object) => ({ sheet: '回答', number: 2, name: code, outcome, changes: [], problems: [], target: { id: `m:${code}`, version: 1 }, raw: [], content: { kind: 'item', changes: [], conflicts: [], kept: [], before: content('a'), after: content('a'), filed: content('a'), ...merge } });
const other = (kind: object) => ({ sheet: '回答', number: 9, name: '', outcome: 'faulty', changes: [], problems: [], target: null, raw: [], content: kind });
const preview = (rows: object[], committedAt: Date | null = null) => ({ id: 'p', kind: 'k', fileName: 'f.xlsx', createdBy: '高橋', createdAt: new Date(0), committedAt, committedBy: committedAt && '高橋', sheets: [], unread: [], rows }) as unknown as ImportPreview;
const shown = (table: { rows: readonly { cells: readonly { cell: unknown }[] }[] }) => table.rows.map(({ cells }) => JSON.stringify(cells.map(({ cell }) => cell)));

const CHANGED = item('1', 'changed', { changes: ['answer', 'comment'], after: content(null, 'yes') });
const CONFLICT = item('2', 'conflict', { conflicts: ['comment'], filed: content('b') });
const KEPT = item('3', 'unchanged', { kept: ['comment'] });

it('every field that changes is a line with what stands here and what will', () => {
  const view = previewView(preview([CHANGED]), questionnaire);
  expect(shown(view.changes)).toEqual([expect.stringMatching(/題1.*column\.answer.*いいえ.*はい/), expect.stringMatching(/column\.comment.*"a".*portal_workbooks\.blank/)]);
  expect(view).toMatchObject({ saves: true, counts: { saved: 1, open: 0, kept: 0, strays: 0, unchanged: 0 } });
});
it('a conflict shows both texts and is chosen by the question’s key', () =>
  expect(previewView(preview([CONFLICT]), questionnaire).conflicts).toMatchObject([{ name: 'choice.m:2', fields: [{ here: { text: both('a') }, file: { text: both('b') } }] }]));
it('what has no place stands with its sheet and cell, and what stays is named', () => {
  const view = previewView(preview([KEPT, other({ kind: 'stray', stray: { sheet: 'メモ', cell: 'B4', row: 4, text: '下書き', why: 'outside', params: {} } }), other({ kind: 'warning', warning: { code: 'column_missing', params: { field: 'note' } } })]), questionnaire);
  expect(shown(view.strays)[0]).toMatch(/メモ.*B4.*下書き.*workbook\.stray\.outside/);
  expect(view.warnings).toMatchObject([{ $text: 'workbook.warning.column_missing', params: { column: { $text: 'workbook.column.note' } } }]);
  expect(view).toMatchObject({ saves: false, counts: { kept: 1, strays: 1, unchanged: 1 } });
});
it('after the saving nothing is offered any more, and what could not be saved says why', () => {
  const refused = { ...CHANGED, outcome: 'faulty', problems: [{ field: null, code: 'response.text_too_long', params: { max: 4000 } }] };
  const view = previewView(preview([refused, CONFLICT], new Date(0)), questionnaire);
  expect(view).toMatchObject({ saves: false, committed: true, conflicts: [] });
  expect(shown(view.refused)[0]).toMatch(/response\.errors\.text_too_long/);
});
