import fc from 'fast-check';
import { DomainError } from '@platform/errors';
import type { CellValue, ReadSheet } from '@platform-pure/workbook';
import { placeWorkbook } from '../../libs/response/src/workbook/place.rules.js';
import type { Placement } from '../../libs/response/src/workbook/place.rules.js';
import { EDITION, REQUEST, TEXTS, asRead, bookOf, questionsOf } from './questionnaire.fixtures.js';

interface Grid { name: string; hidden: boolean; rows: { number: number; cells: CellValue[] }[] }
const grid = (language: 'ja' | 'en' = 'ja'): Grid[] => asRead(bookOf(language)).map((sheet) => ({ ...sheet, rows: sheet.rows.map(({ number, cells }) => ({ number, cells: [...cells] })) }));
const ownTexts = (['ja', 'en'] as const).flatMap((language) => bookOf(language).sheets[0]!.rows.flat().map((cell) => String(cell?.value ?? '')));
const place = (sheets: readonly ReadSheet[]): Placement => placeWorkbook(sheets, { requestId: REQUEST!, editionSha256: EDITION!, questions: questionsOf(), ownTexts }, TEXTS);
const [KEY, VERSION, CODE, REQUIREMENT, ANSWER, REASON, COMMENT, COMPENSATION, NOTE] = [0, 1, 2, 5, 9, 10, 11, 12, 13];
const row = (sheets: Grid[], code: string): CellValue[] => sheets[1]!.rows.find(({ cells }) => cells[CODE] === code)!.cells;
const edited = (edit: (sheets: Grid[]) => void, language: 'ja' | 'en' = 'ja'): Placement => { const sheets = grid(language); edit(sheets); return place(sheets); };
const filed = (placement: Placement, key: string) => placement.items.find((item) => item.key === key)?.filed;

describe('a workbook that comes back untouched', () => {
  it.each(['ja', 'en'] as const)('in %s gives every question its place and reports nothing', (language) => {
    const placement = place(grid(language));
    expect(placement).toMatchObject({ language, strays: [], warnings: [] });
    expect(placement.items).toHaveLength(6);
    expect(placement.items[0]).toEqual({ key: 'factory:1-1', sheet: expect.any(String), row: 2, version: 2, filed: {
      word: expect.any(String), answer: { kind: 'level', value: 2 }, comment: '体制を見直し中です。', note: '体制図 A-12' } });
    expect(filed(placement, 'criteria:SC-1')).toMatchObject({ answer: { kind: 'not_applicable', reason: '製品を出荷していない' }, comment: null, note: null });
  });
});

describe('an answer', () => {
  it.each<[string, CellValue, unknown]>([
    ['1-2', '3 実施している', { kind: 'level', value: 3 }], ['1-2', '３', { kind: 'level', value: 3 }], ['1-2', 3, { kind: 'level', value: 3 }], ['1-2', '実施している', { kind: 'level', value: 3 }],
    ['1-2', 'レベル５', { kind: 'level', value: 5 }], ['1-2', 'Level 4', { kind: 'level', value: 4 }], ['1-2', '3 done', { kind: 'level', value: 3 }], ['1-2', ' わからない ', { kind: 'unknown' }],
    ['SC-2', 'Yes', { kind: 'choice', value: 'yes' }], ['SC-2', '○', { kind: 'choice', value: 'yes' }], ['SC-2', '△', { kind: 'choice', value: 'partly' }], ['SC-2', '×', { kind: 'choice', value: 'no' }],
    ['SC-2', 'Don’t know', { kind: 'unknown' }], ['SC-2', 'N/A', { kind: 'not_applicable', reason: '' }], ['SC-2', null, null],
  ])('to %s is understood as %j', (code, typed, answer) => {
    const placement = edited((sheets) => { row(sheets, code)[ANSWER] = typed; });
    expect(placement.items.find(({ row: at }) => at === grid()[1]!.rows.find(({ cells }) => cells[CODE] === code)!.number)!.filed.answer).toEqual(answer);
    expect(placement.strays).toEqual([]);
  });
  it.each<[CellValue]>([['たぶん'], ['6'], ['はい'], [true], ['#NAME?']])('%j is reported with the words that are allowed, and nothing is taken for it', (typed) => {
    const placement = edited((sheets) => { row(sheets, '1-2')[ANSWER] = typed; });
    expect(placement.strays).toMatchObject([{ sheet: '回答', cell: 'J3', text: String(typed), why: 'wrong_word', params: { ja: expect.stringContaining('3 実施している、4 '), en: expect.stringContaining('Not applicable') } }]);
    expect(filed(placement, 'factory:1-2')).not.toHaveProperty('answer');
  });
});

describe('a text', () => {
  it('of several lines is placed as it is', () => expect(filed(edited((sheets) => { row(sheets, '3-2')[COMMENT] = '一行目\r\n二行目'; row(sheets, '3-2')[COMPENSATION] = '隔離'; row(sheets, '3-2')[NOTE] = 42; }), 'factory:3-2'))
    .toMatchObject({ comment: '一行目\n二行目', compensatingMeasure: '隔離', note: '42' }));
  it.each<[string, number, CellValue, string]>([
    ['1-2', COMPENSATION!, '代わりに…', 'no_compensation'], ['1-2', REASON!, '使わないから', 'reason_alone'], ['1-2', COMMENT!, 'x'.repeat(4001), 'too_long'], ['1-2', COMMENT!, '#NAME?', 'formula_error'],
    ['1-2', REQUIREMENT!, '担当者はいますか', 'given_changed'], ['1-2', CODE!, '1-2改', 'given_changed'], ['1-2', 14, '上司へ確認', 'outside'], ['1-2', 30, '遠くのメモ', 'outside'],
  ])('in %s, column %i, is reported (%j: %s)', (code, column, typed, why) => {
    const placement = edited((sheets) => { const cells = row(sheets, code); while (cells.length < column) cells.push(null); cells[column] = typed; });
    expect(placement.strays.map((stray) => [stray.why, stray.text])).toEqual([[why, String(typed).slice(0, 500)]]);
    expect(placement.items).toHaveLength(6);
  });
  it('below the table, on the instructions and on a sheet of its own is reported with its cell', () => {
    const placement = edited((sheets) => {
      sheets[1]!.rows.push({ number: 90, cells: [null, null, '以上、よろしくお願いします'] });
      sheets[0]!.rows[0]!.cells[3] = '社内用';
      sheets.push({ name: 'メモ', hidden: false, rows: [{ number: 4, cells: [null, '下書き'] }] }, { name: '計算', hidden: true, rows: Array.from({ length: 50 }, (_, at) => ({ number: at + 1, cells: [at] })) });
    });
    expect(placement.strays.map(({ sheet, cell, text, why }) => [sheet, cell, text, why])).toEqual([
      ['記入のしかた', 'D1', '社内用', 'outside'], ['回答', 'C90', '以上、よろしくお願いします', 'unknown_row'], ['メモ', 'B4', '下書き', 'outside'], ['計算', 'A1', '0', 'extra_sheet']]);
  });
});

describe('a workbook that was turned inside out', () => {
  const answers = ({ items }: Placement) => Object.fromEntries(items.map(({ key, filed: said }) => [key, said]));
  it('says the same when sorted, with rows inserted, sheets renamed and moved, and a title above', () => {
    const placement = edited((sheets) => {
      const [head, ...rows] = sheets[1]!.rows;
      sheets[1]!.rows = [{ number: 1, cells: ['第二工場 回答（案）'] }, { ...head!, number: 4 }, ...rows.reverse().map((one, at) => ({ ...one, number: 10 + 2 * at }))];
      sheets[1]!.name = '第二工場';
      sheets.reverse();
    });
    expect(answers(placement)).toEqual(answers(place(grid())));
    expect(placement).toMatchObject({ warnings: [], strays: [{ text: '第二工場 回答（案）', why: 'outside' }] });
  });
  it('is placed by item number when its ids were removed, and says so', () => {
    const placement = edited((sheets) => { sheets.pop(); for (const { cells } of sheets[1]!.rows) { cells[KEY!] = null; cells[VERSION!] = null; } });
    expect(answers(placement)).toEqual(answers(place(grid())));
    expect(placement.items.every(({ version }) => version === null)).toBe(true);
    expect(placement.warnings).toEqual([{ code: 'no_identity', params: {} }]);
  });
  it('is placed by item number where only the keys were removed, which is worth a word', () => {
    const placement = edited((sheets) => { for (const { cells } of sheets[1]!.rows.slice(1, 3)) cells[KEY!] = null; });
    expect(placement.warnings).toEqual([{ code: 'by_number', params: { count: 2, codes: '1-1 (2), 1-2 (3)' } }]);
    expect(placement.items.map(({ version }) => version)).toEqual([2, 0, 0, 0, 1, 0]);
  });
  it('follows the number that is seen when only the visible columns were sorted', () => {
    const placement = edited((sheets) => {
      const [first, second] = [row(sheets, '1-1'), row(sheets, '1-2')];
      const visible = first.slice(2);
      first.splice(2, 99, ...second.slice(2));
      second.splice(2, 99, ...visible);
    });
    expect(filed(placement, 'factory:1-1')).toMatchObject({ answer: { kind: 'level', value: 2 } });
    expect(placement.items.find(({ key }) => key === 'factory:1-1')!.version).toBe(2);
    expect(placement.warnings).toEqual([{ code: 'keys_disagree', params: { count: 2, codes: '1-2 (2), 1-1 (3)' } }]);
  });
  it('tells which rows and columns are gone', () => {
    const placement = edited((sheets) => { sheets[1]!.rows = sheets[1]!.rows.filter(({ cells }) => cells[CODE] !== '2-7').map(({ number, cells }) => ({ number, cells: cells.filter((_, at) => at !== COMMENT) })); });
    expect(placement.warnings).toEqual([{ code: 'column_missing', params: { field: 'comment' } }, { code: 'rows_missing', params: { count: 1, codes: '2-7' } }]);
    expect(filed(placement, 'factory:1-1')).not.toHaveProperty('comment');
  });
  it('takes a copied row once, and neither of two that differ', () => {
    const copy = (change: boolean) => edited((sheets) => { const cells = [...row(sheets, '1-1')]; if (change) cells[COMMENT] = '別の回答'; sheets[1]!.rows.push({ number: 20, cells }); });
    expect(copy(false)).toMatchObject({ strays: [] });
    expect(copy(true).items.map(({ key }) => key)).not.toContain('factory:1-1');
    expect(copy(true).strays).toMatchObject([{ row: 2, why: 'repeated', params: { rows: '2・20' } }, { row: 20, why: 'repeated' }]);
  });
});

describe('a workbook that is not for this request', () => {
  it.each<[string, (sheets: Grid[]) => void]>([
    ['workbook.other_request', (sheets) => { sheets[2]!.rows[1]!.cells[1] = '0198a000-0000-7000-8000-0000000000ff'; }],
    ['workbook.other_edition', (sheets) => { sheets[2]!.rows[4]!.cells[1] = 'f'.repeat(64); }],
    ['workbook.no_questions', (sheets) => { sheets.splice(1, 1); }],
  ])('is refused as %s', (code, edit) => expect(() => edited(edit)).toThrow(code));
  it('names the request it belongs to', () => {
    expect.assertions(1);
    try { edited((sheets) => { sheets[2]!.rows[1]!.cells[1] = 'x'; sheets[2]!.rows[2]!.cells[1] = 'REQ-2026-0099'; }); } catch (error) { expect((error as DomainError).params).toEqual({ number: 'REQ-2026-0099' }); }
  });
});

it('a text anywhere, on any sheet, is placed, reported or the reason of a refusal: it never vanishes', () => {
  const MARK = '〒目印〒';
  fc.assert(fc.property(fc.nat(2), fc.nat(60), fc.nat(20), fc.option(fc.constantFrom('', ' つづき')), (sheet, at, column, tail) => {
    const sheets = grid();
    const rows = sheets[sheet]!.rows;
    let target = rows.find(({ number }) => number === at + 1);
    // names and values of the hidden sheet are ours: one that was overwritten is compared with the questionnaire or not used
    const ours = sheet === 2 && column < 3 && target !== undefined;
    if (!target) { target = { number: at + 1, cells: [] }; rows.push(target); rows.sort((a, b) => a.number - b.number); }
    while (target.cells.length < column) target.cells.push(null);
    target.cells[column] = `${MARK}${tail ?? ''}`;
    let placement: Placement;
    try { placement = place(sheets); } catch (error) { expect((error as DomainError).code).toMatch(/^workbook\.(other_request|other_edition|no_questions)$/); return; }
    const said = JSON.stringify([placement.items.map(({ filed: { word: _, ...kept } }) => kept), placement.strays]);
    // a hidden sheet that no longer says what it is counts as one of somebody's own, reported with the number of its cells; a language or a number of ours that was overwritten changes nothing
    expect(said.includes(MARK) || placement.strays.some(({ why }) => why === 'extra_sheet') || ours).toBe(true);
  }), { numRuns: 600 });
});
