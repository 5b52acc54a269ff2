import { Injectable } from '@nestjs/common';
import { writeXlsx } from 'hucre/xlsx';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Book, BookCell, BookChoice, BookSheet, CellLook } from './book.rules.js';
import { rowHeight } from './book-height.rules.js';
import { columnName } from './cell.rules.js';
import { repack, unpack } from './parsing/container.js';
import { sheetName } from './table.rules.js';

/** Excel's own font for Japanese; LibreOffice takes another Japanese one where it is missing. */
const FONT = { name: 'Yu Gothic', size: 10 };
const LINE = { style: 'thin' as const, color: { rgb: 'B3B3B3' } };
const GRID = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const fill = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } });
const WRAPPED = { wrapText: true, vertical: 'top' as const };
/** `@`: what is typed stays a text; 1-1 does not become a day, =A1 is not run. */
const TEXT = '@';

const LOOKS: Readonly<Record<CellLook, CellStyle>> = {
  title: { font: { ...FONT, size: 16, bold: true } },
  heading: { font: { ...FONT, size: 12, bold: true, color: { rgb: '0017C1' } } },
  label: { font: { ...FONT, bold: true }, alignment: WRAPPED, fill: fill('F2F2F2'), border: GRID },
  text: { font: FONT, alignment: WRAPPED, border: GRID, numFmt: TEXT },
  head: { font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } }, alignment: { wrapText: true, vertical: 'center' }, fill: fill('0017C1'), border: GRID },
  given: { font: FONT, alignment: WRAPPED, fill: fill('F8F8F8'), border: GRID, numFmt: TEXT },
  strong: { font: { ...FONT, bold: true }, alignment: WRAPPED, fill: fill('F8F8F8'), border: GRID, numFmt: TEXT },
  input: { font: FONT, alignment: WRAPPED, fill: fill('FFF9DB'), border: GRID, numFmt: TEXT, protection: { locked: false } },
  off: { font: { ...FONT, color: { rgb: '767676' } }, alignment: WRAPPED, fill: fill('D9D9D9'), border: GRID, numFmt: TEXT },
};

/** Forms as .xlsx. Protected without a password: it keeps a slip of the hand out, and is never relied on when the form comes back. */
@Injectable()
export class BookWriter {
  async xlsx(book: Book): Promise<Buffer> {
    const sheets = book.sheets.map(sheetOf);
    return growing(Buffer.from(await writeXlsx({ sheets, defaultFont: FONT, properties: { title: book.title, creator: book.creator }, activeSheet: 0 })));
  }
}

/** Heights are a first guess: not marked as somebody's own, rows grow with what is typed into them. The library marks them always. */
function growing(file: Buffer): Buffer {
  const { parts } = unpack(file, () => true);
  return repack(new Map([...parts].map(([name, part]) => [name, name.startsWith('xl/worksheets/sheet') ? Buffer.from(part.toString('utf8').replaceAll(' customHeight="1"', '')) : part])), true);
}

function sheetOf(sheet: BookSheet): WriteSheet {
  const { columns, rows, table, print } = sheet;
  const width = columns.length;
  return {
    name: sheetName(sheet.name), columns: columns.map((column) => ({ width: column.width, hidden: column.hidden ?? false })),
    rows: rows.map((row) => row.map((cell) => cell?.value ?? null)), cells: cellsOf(rows), rowDefs: new Map(rows.map((row, at) => [at, { height: rowHeight(row, columns) }])),
    dataValidations: (sheet.choices ?? []).map(validationOf),
    ...(table ? { freezePane: { rows: 1, columns: table.freezeColumns }, autoFilter: { range: `A1:${columnName(width - 1)}${rows.length}` } } : {}),
    ...(sheet.protected ? { protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true } } : {}),
    ...(sheet.visibility === 'secret' ? { veryHidden: true } : {}),
    ...(print ? printOf(print, table !== undefined) : {}),
  };
}

function cellsOf(rows: readonly (readonly (BookCell | null)[])[]): NonNullable<WriteSheet['cells']> {
  return new Map(rows.flatMap((row, at) => row.flatMap((cell, column) => cell ? [[`${at},${column}`, { value: cell.value, style: LOOKS[cell.look] }] as const] : [])));
}

function validationOf({ column, from, to, list, refusal }: BookChoice): NonNullable<WriteSheet['dataValidations']>[number] {
  const [name, source] = [columnName(column), columnName(list.column)];
  return {
    type: 'list', allowBlank: true, formula1: `'${list.sheet}'!$${source}$${list.from + 1}:$${source}$${list.to + 1}`, range: `${name}${from + 1}:${name}${to + 1}`,
    showErrorMessage: true, errorStyle: 'stop', errorTitle: refusal.title, errorMessage: refusal.text,
  };
}

/** In a header & is a command: doubled it is itself. */
function printOf({ orientation, header }: NonNullable<BookSheet['print']>, repeatHead: boolean): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      ...(repeatHead ? { printTitlesRow: '$1:$1' } : {}),
    },
    headerFooter: { oddHeader: `&L${header.replaceAll('&', '&&')}`, oddFooter: '&R&P / &N' },
  };
}
