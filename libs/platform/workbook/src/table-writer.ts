import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { formulaSafe, sheetName } from './table.rules.js';
import type { SheetTable } from './table.rules.js';

/** Characters of a column, at least and at most. */
const [NARROW, WIDE] = [8, 60];

/** Lists of the product as files. In a workbook a text is a text whatever it starts with; in a CSV it is marked as one. */
@Injectable()
export class TableWriter {
  async xlsx(table: SheetTable): Promise<Buffer> {
    const rows = [[...table.columns], ...table.rows.map((row) => [...row])];
    const columns = table.columns.map((_, index) => ({ width: widthOf(rows.map((row) => row[index] ?? '')) }));
    const header = { font: { bold: true } };
    const cells = new Map(table.columns.map((value, index) => [`0,${index}`, { value, style: header }]));
    return Buffer.from(await writeXlsx({ sheets: [{ name: sheetName(table.name), columns, rows, cells, freezePane: { rows: 1 } }] }));
  }

  /** UTF-8 with a byte order mark: without it Japanese Excel reads the file as Shift_JIS. */
  csv(table: SheetTable): Buffer {
    const rows = [table.columns, ...table.rows].map((row) => row.map((value) => formulaSafe(value) ?? ''));
    return Buffer.from(stringify(rows, { bom: true, record_delimiter: '\r\n' }), 'utf8');
  }
}

/** A Japanese character takes two columns of a Latin one. */
function widthOf(values: readonly (string | number | null)[]): number {
  const widths = values.slice(0, 200).map((value) => [...String(value ?? '')].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0));
  return Math.min(WIDE, Math.max(NARROW, ...widths) + 2);
}
