import { invalid } from '@platform-pure/errors';
import type { Language } from '@platform-pure/tenancy';
import { columnName, readLine, sameKey } from '@platform-pure/workbook';
import type { CellValue, ReadSheet } from '@platform-pure/workbook';
import { optionsOf } from '../answer-kinds/index.js';
import type { Question } from '../journey.rules.js';
import { ASKED, headingOf, readHead } from './columns.rules.js';
import type { WorkbookField, WorkbookTexts } from './columns.rules.js';
import { IDENTITY_NAMES, isVersion, readIdentity } from './identity.rules.js';
import type { WorkbookIdentity } from './identity.rules.js';
import { knownTexts } from './item-texts.rules.js';
import { readItem } from './read-item.rules.js';
import type { FiledItem } from './read-item.rules.js';

/** A cell whose text has no place, with the reason: the key is `workbook.stray.<why>`. */
export interface Stray { readonly sheet: string; readonly cell: string; readonly row: number; readonly text: string; readonly why: string; readonly params: Readonly<Record<string, string | number>> }
/** Something to know about the whole file: `workbook.warning.<code>`. */
export interface Warning { readonly code: string; readonly params: Readonly<Record<string, string | number>> }
export interface PlacedItem { readonly key: string; readonly sheet: string; readonly row: number; /** Null when the file does not say. */ readonly version: number | null; readonly filed: FiledItem }
export interface Placement { readonly language: Language; readonly items: readonly PlacedItem[]; readonly strays: readonly Stray[]; readonly warnings: readonly Warning[] }

export interface PlaceInput {
  readonly requestId: string;
  readonly editionSha256: string;
  readonly questions: readonly Question[];
  /** Texts of the instructions as they would be written now, in both languages. */
  readonly ownTexts: readonly string[];
}

/** A title, a date and a department may have been put above the table. */
const HEAD_ROWS = 40;
/** Characters of a text that nobody types by chance. */
const TELLING = 8;
/** A sheet of somebody's own with more cells than this is reported as a whole. */
const CELLS_ONE_BY_ONE = 40;

/**
 * Gives every cell of a workbook that came back its place, or says why it has none. Rows may have been moved, sorted, filtered or inserted,
 * sheets renamed, ids removed: then the item number decides, which is what the person saw.
 * @throws DomainError invalid `workbook.other_request`, `workbook.other_edition`, `workbook.no_questions`
 */
export function placeWorkbook(sheets: readonly ReadSheet[], input: PlaceInput, texts: WorkbookTexts): Placement {
  const known = readIdentity(sheets);
  if (known && known.identity.requestId !== input.requestId) throw invalid('workbook.other_request', { number: known.identity.requestNumber.slice(0, 60) });
  if (known && known.identity.editionSha256 !== input.editionSha256) throw invalid('workbook.other_edition');
  const desk = new Desk(input, texts, known?.identity);
  for (const sheet of sheets) {
    if (sheet === known?.sheet) desk.checkIdentity(sheet);
    else desk.take(sheet);
  }
  return desk.placement(known === undefined);
}

class Desk {
  private readonly items: PlacedItem[] = [];
  private readonly strays: Stray[] = [];
  private readonly warnings: Warning[] = [];
  private readonly own: ReadonlySet<string>;
  private readonly byKey: ReadonlyMap<string, Question>;
  /** Codes with their rows that were told by their number, because the hidden key is gone, or names another question. */
  private readonly numbered: string[] = [];
  private readonly disagreeing: string[] = [];
  private tables = 0;
  private english = 0;

  constructor(private readonly input: PlaceInput, private readonly texts: WorkbookTexts, private readonly identity: WorkbookIdentity | undefined) {
    this.own = new Set([...input.ownTexts, ...(identity?.texts ?? [])].map(withoutAddress));
    this.byKey = new Map(input.questions.map((question) => [question.requirement.key, question]));
  }

  take(sheet: ReadSheet): void {
    const at = sheet.rows.slice(0, HEAD_ROWS).findIndex(({ cells }) => readHead(cells, this.texts) !== null);
    if (at < 0) { this.foreign(sheet); return; }
    const columns = readHead(sheet.rows[at]!.cells, this.texts)!;
    this.tables += 1;
    if (sameKey(String(sheet.rows[at]!.cells[columns.get('answer')!])) === sameKey(headingOf(this.texts.en, 'answer'))) this.english += 1;
    for (const field of ASKED) if (!columns.has(field)) this.warnings.push({ code: 'column_missing', params: { field } });
    for (const [index, row] of sheet.rows.entries()) {
      if (index === at || (index > at && readHead(row.cells, this.texts))) this.beside(sheet, row, (column) => ![...columns.values()].includes(column));
      else if (index < at) this.beside(sheet, row, () => true);
      else this.row(sheet, row, columns);
    }
  }

  /** The hidden sheet holds names with their values, and lists of answers. */
  checkIdentity(sheet: ReadSheet): void {
    const words = new Set(this.input.questions.flatMap(({ scale }) => optionsOf(scale).flatMap(({ label }) => [label.ja, label.en])).map(sameKey));
    for (const row of sheet.rows) {
      const named = IDENTITY_NAMES.includes(String(row.cells[0] ?? ''));
      this.beside(sheet, row, (column) => !(named && column < 3) && !(column >= 3 && words.has(sameKey(String(row.cells[column])))));
    }
  }

  /** Cells that stand where nobody asked for anything; the texts we wrote ourselves are not worth a word. */
  private beside(sheet: ReadSheet, row: ReadSheet['rows'][number], concerns: (column: number) => boolean): void {
    row.cells.forEach((value, column) => { if (concerns(column) && !this.isOwn(value)) this.stray(sheet.name, row.number, column, value, 'outside'); });
  }

  /** A number like 2 is one of our texts only among our instructions; anywhere else it is somebody's. */
  private isOwn = (value: CellValue, among = false): boolean => value === null || ((among || String(value).length >= TELLING) && this.own.has(withoutAddress(String(value))));

  private foreign(sheet: ReadSheet): void {
    const instructions = sheet.rows.flatMap(({ cells: values }) => values).filter((value) => value !== null && this.isOwn(value)).length >= 3;
    const cells = sheet.rows.flatMap(({ number, cells: values }) => values.flatMap((value, column) => this.isOwn(value, instructions) ? [] : [{ number, column, value }]));
    if (cells.length <= CELLS_ONE_BY_ONE) for (const { number, column, value } of cells) this.stray(sheet.name, number, column, value, 'outside');
    else this.stray(sheet.name, cells[0]!.number, cells[0]!.column, cells[0]!.value, 'extra_sheet', { count: cells.length });
  }

  private row(sheet: ReadSheet, row: ReadSheet['rows'][number], columns: ReadonlyMap<WorkbookField, number>): void {
    const valueOf = (field: WorkbookField): CellValue => { const at = columns.get(field); return at === undefined ? null : row.cells[at] ?? null; };
    const found = this.resolve(valueOf, row.number);
    if (!found) { row.cells.forEach((value, column) => { if (!this.isOwn(value)) this.stray(sheet.name, row.number, column, value, 'unknown_row'); }); return; }
    const fieldAt = new Map([...columns].map(([field, column]) => [column, field]));
    const given = knownTexts(found.question, this.texts);
    row.cells.forEach((value, column) => {
      const field = fieldAt.get(column);
      if (field === undefined) { if (!this.isOwn(value)) this.stray(sheet.name, row.number, column, value, 'outside'); return; }
      if (value !== null && !isGiven(field, value, given, this.byKey)) this.stray(sheet.name, row.number, column, value, 'given_changed', { code: found.question.requirement.code });
    });
    const { filed, faults } = readItem(found.question, valueOf, (field) => columns.has(field), this.texts);
    for (const { field, why, params } of faults) this.stray(sheet.name, row.number, columns.get(field)!, valueOf(field), why, params);
    this.items.push({ key: found.question.requirement.key, sheet: sheet.name, row: row.number, version: found.version, filed });
  }

  /** The hidden key, unless the item number beside it says something else: a person who sorts a part of the columns sees only that. */
  private resolve(valueOf: (field: WorkbookField) => CellValue, row: number): { question: Question; version: number | null } | undefined {
    const [key, code, version] = [readLine(valueOf('key')), readLine(valueOf('code')), valueOf('version')];
    const byKey = this.byKey.get(key);
    const byCode = code === '' ? [] : this.input.questions.filter(({ requirement }) => sameKey(requirement.code) === sameKey(code));
    if (byKey && (code === '' || byCode.includes(byKey) || byCode.length !== 1)) {
      return { question: byKey, version: isVersion(version) ? version : this.identity?.versions.get(key) ?? null };
    }
    if (byCode.length !== 1) return undefined;
    (byKey ? this.disagreeing : this.numbered).push(`${code} (${row})`);
    return { question: byCode[0]!, version: this.identity?.versions.get(byCode[0]!.requirement.key) ?? null };
  }

  private stray(sheet: string, row: number, column: number, value: CellValue, why: string, params: Stray['params'] = {}): void {
    this.strays.push({ sheet, row, cell: `${columnName(column)}${row}`, text: String(value ?? '').slice(0, 500), why, params });
  }

  placement(withoutIdentity: boolean): Placement {
    if (this.tables === 0) throw invalid('workbook.no_questions');
    const rows = new Map<string, PlacedItem[]>();
    for (const item of this.items) rows.set(item.key, [...(rows.get(item.key) ?? []), item]);
    const items = [...rows.values()].flatMap((same) => this.oneOf(same));
    const missing = this.input.questions.filter(({ requirement }) => !rows.has(requirement.key)).map(({ requirement }) => requirement.code);
    const warnings = [...this.warnings];
    if (withoutIdentity) warnings.unshift({ code: 'no_identity', params: {} });
    else if (this.numbered.length > 0) warnings.push({ code: 'by_number', params: listed(this.numbered) });
    if (this.disagreeing.length > 0) warnings.push({ code: 'keys_disagree', params: listed(this.disagreeing) });
    if (missing.length > 0) warnings.push({ code: 'rows_missing', params: listed(missing) });
    const language = this.identity?.language === 'en' || (!this.identity && this.english === this.tables) ? 'en' : 'ja';
    return { language, items, strays: this.strays, warnings };
  }

  /** A copied row is the same row; two rows that say different things are reported, and neither is taken. */
  private oneOf(same: readonly PlacedItem[]): PlacedItem[] {
    const said = new Set(same.map(({ filed }) => JSON.stringify(filed)));
    if (said.size === 1) return [same[0]!];
    const code = this.byKey.get(same[0]!.key)!.requirement.code;
    for (const { sheet, row, filed } of same) {
      const text = [filed.word, filed.comment, filed.compensatingMeasure, filed.note].filter(Boolean).join(' / ');
      this.strays.push({ sheet, row, cell: String(row), text: text.slice(0, 500), why: 'repeated', params: { code, rows: same.map((one) => one.row).join('・') } });
    }
    return [];
  }
}

/** Our instructions name an address, which may have changed. */
const withoutAddress = (text: string): string => sameKey(text.replace(/https?:\/\/\S+/g, ''));

/** As many as one reads; the count says how many there are. */
const listed = (codes: readonly string[]): Warning['params'] => ({ count: codes.length, codes: `${codes.slice(0, 30).join(', ')}${codes.length > 30 ? ' …' : ''}` });

/** Whether a cell that is not for typing still says what we wrote into it; any cell for typing does. */
function isGiven(field: WorkbookField, value: CellValue, given: Readonly<Partial<Record<WorkbookField, readonly string[]>>>, known: ReadonlyMap<string, Question>): boolean {
  if (field === 'key') return known.has(readLine(value));
  if (field === 'version') return isVersion(value);
  return given[field]?.some((text) => sameKey(text) === sameKey(String(value))) ?? true;
}
