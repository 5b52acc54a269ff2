import { Injectable } from '@nestjs/common';
import { writeXlsx } from 'hucre/xlsx';
import { columnName } from './cell.rules.js';
import type { LedgerTemplate } from './ledger-template.rules.js';
import { sheetName } from './table.rules.js';

/** Rows that carry the drop-downs; more can be typed, without them. */
const ROWS = 2001;
/** As text: a code 0412 stays 0412. */
const AS_TEXT = { numFmt: '@' } as const;
const HEAD = { font: { bold: true } };

@Injectable()
export class TemplateWriter {
  async xlsx({ name, columns, guide }: LedgerTemplate): Promise<Buffer> {
    const dataValidations = columns.flatMap(({ choices }, index) => choices.length === 0 ? [] : [{
      type: 'list' as const, values: [...choices], allowBlank: true, showErrorMessage: true, errorStyle: 'stop' as const, range: `${columnName(index)}2:${columnName(index)}${ROWS}`,
    }]);
    const heads = (headings: readonly string[]) => new Map(headings.map((value, index) => [`0,${index}`, { value, style: HEAD }]));
    const headings = columns.map(({ heading }) => heading);
    return Buffer.from(await writeXlsx({ sheets: [
      {
        name: sheetName(name), columns: columns.map(({ heading, wide }) => ({ width: wide ? 32 : Math.max(12, heading.length * 2 + 2), ...AS_TEXT })), rows: [headings], cells: heads(headings),
        freezePane: { rows: 1 }, dataValidations,
      },
      {
        name: sheetName(guide.name), columns: guide.columns.map((_, index) => ({ width: [24, 10, 70, 32][index] ?? 24 })), rows: [[...guide.columns], ...guide.rows.map((row) => [...row])],
        cells: heads(guide.columns), freezePane: { rows: 1 },
      },
    ] }));
  }
}
