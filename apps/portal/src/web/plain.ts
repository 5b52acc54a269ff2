import { formatDateTime } from '@platform/i18n';
import type { Language } from '@platform/tenancy';
import type { SheetTable, SheetValue } from '@platform-pure/workbook';
import type { Cell, TableView } from './cells.view.js';
import { inWords } from './text.rules.js';
import type { TextRef } from './text.rules.js';

export interface Reader { readonly language: Language; readonly zone: string; say(key: string, params?: TextRef['params']): string }

/** One cell of a page as it stands in a file: a number stays a number, a day a day, everything else is a text; a second line follows after a blank. */
export function plainCell(cell: Cell, { language, zone, say }: Reader): SheetValue {
  switch (cell.kind) {
    case 'link': return [cell.text[language], cell.sub?.[language]].filter(Boolean).join(' ');
    case 'day': return cell.day === null ? null : { day: cell.day };
    case 'instant': return cell.at === null ? null : formatDateTime(cell.at, language, zone);
    case 'status': return say(cell.key);
    case 'word': case 'phrase': return inWords(cell.word, say) as string;
    case 'number': return cell.value;
    case 'size': return cell.bytes;
    case 'code': return cell.code;
    case 'check': return cell.label[language];
  }
}

/** The whole list of a page for a file, in the reader's language and zone. */
export function plainTable(name: string, table: TableView, reader: Reader): SheetTable {
  return {
    name, columns: table.columns.map(({ label }) => reader.say(label.$text, label.params)),
    rows: table.rows.map(({ cells }) => cells.map(({ cell }) => plainCell(cell, reader))),
  };
}
