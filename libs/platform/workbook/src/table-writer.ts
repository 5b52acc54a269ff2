import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { formulaSafe, isDay, sheetName } from './table.rules.js';
import type { SheetTable, SheetValue } from './table.rules.js';

/** Characters of a column, at least and at most. */
const [NARROW, WIDE] = [8, 60];
const DAY = { numFmt: 'yyyy/mm/dd' };

/** Lists of the product as files. In a workbook a text is a text whatever it starts with and a day is a date; in a CSV a text is marked as one and a day is ISO 8601. */
@Injectable()
export class TableWriter {
  async xlsx(table: SheetTable): Promise<Buffer> {
    const rows = [[...table.columns], ...table.rows.map((row) => row.map((value) => (isDay(value) ? new Date(`${value.day}T00:00:00Z`) : value)))];
    const columns = table.columns.map((name, index) => ({ width: widthOf([name, ...table.rows.map((row) => row[index] ?? '')]) }));
    const heads = table.columns.map((value, index): [string, object] => [`0,${index}`, { value, style: { font: { bold: true } } }]);
    const days = table.rows.flatMap((row, at) => row.flatMap((value, index): [string, object][] => (isDay(value) ? [[`${at + 1},${index}`, { value: rows[at + 1]![index], style: DAY }]] : [])));
    return Buffer.from(await writeXlsx({ sheets: [{ name: sheetName(table.name), columns, rows, cells: new Map([...heads, ...days]), freezePane: { rows: 1 } }] }));
  }

  /** UTF-8 with a byte order mark: without it Japanese Excel reads the file as Shift_JIS. */
  csv(table: SheetTable): Buffer {
    const rows = [table.columns, ...table.rows].map((row) => row.map((value) => (isDay(value) ? value.day : formulaSafe(value) ?? '')));
    return Buffer.from(stringify(rows, { bom: true, record_delimiter: '\r\n' }), 'utf8');
  }
}

/** A Japanese character takes two columns of a Latin one. */
function widthOf(values: readonly SheetValue[]): number {
  const widths = values.slice(0, 200).map((value) => [...(isDay(value) ? value.day : String(value ?? ''))].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0));
  return Math.min(WIDE, Math.max(NARROW, ...widths) + 2);
}
