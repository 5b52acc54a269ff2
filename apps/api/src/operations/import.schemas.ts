import { Readable } from 'node:stream';
import type { ImportPreview } from '@platform/workbook';
import { messageKeyOf } from '@platform-pure/errors';
import { IMPORT_OUTCOMES, columnOf, countOutcomes } from '@platform-pure/workbook';
import type { LedgerColumn, PlainValue, PlannedRow } from '@platform-pure/workbook';
import type { FileAnswer, Words } from '../web/operation.js';
import { id, instant, integer, list, named, nullable, object, oneOf, optional, text, textOrNumber } from '../web/schema.js';
import type { ObjectOf, Schema } from '../web/schema.js';

/** A workbook or a list as text; what it is, its content says. */
export const FILE = 'application/octet-stream';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const language = optional(oneOf(['ja', 'en']));
export const fileName = text(200);

const head = { id: id(), fileName: text(), createdBy: text(), createdAt: instant(), committedBy: nullable(text()), committedAt: nullable(instant()) };
export const previewHead = head;
const problem = object({
  sheet: text(), row: integer(), column: nullable(text(3)), field: nullable(text()), code: text(), detail: text(4000),
}, 'Where it stands in the file: sheet, row and the letter of the column; `field` by the name that the API uses.');
const value: Schema<PlainValue> = textOrNumber();
const row = named('ImportRow', object({
  sheet: text(), row: integer(), name: text(4000), outcome: oneOf(IMPORT_OUTCOMES), id: nullable(id()), changes: list(object({ field: text(), before: value, after: value })), problems: list(problem),
}, '`id`: what the row changes or, once it is committed, what was made of it.'));
const counts = object(Object.fromEntries(IMPORT_OUTCOMES.map((outcome) => [outcome, integer()])));
const fields = { ...head, counts, unread: list(text(4000, { description: 'A heading nobody knows.' })), rows: list(row) };
export const importPreview = named('LedgerImport', object(fields, 'What a file would change row by row, or did. Kept for a day.'));

/** In the reader's words, by the columns of its ledger. */
export function toImport({ sheets, unread, rows, ...rest }: ImportPreview, columns: readonly LedgerColumn[], words: Words): ObjectOf<typeof fields> {
  const letter = (of: PlannedRow, field: string | null): string | null => field === null ? null : columnOf(field, sheets.find(({ name }) => name === of.sheet)?.headings ?? [], columns);
  return {
    ...rest, unread, counts: countOutcomes(rows),
    rows: rows.map((one) => ({
      sheet: one.sheet, row: one.number, name: one.name, outcome: one.outcome, id: one.made ?? one.target?.id ?? null, changes: one.changes,
      problems: one.problems.map(({ field, code, params }) => ({ sheet: one.sheet, row: one.number, column: letter(one, field), field, code, detail: words.say(messageKeyOf(code), params) })),
    })),
  };
}

/** Written while it goes out, after the transaction that read what is in it. */
export function workbookFile(name: string, write: () => Promise<Buffer>): FileAnswer {
  return { fileName: name, mediaType: XLSX, byteSize: null, content: Readable.from(written(write), { objectMode: false }) };
}

async function* written(write: () => Promise<Buffer>): AsyncGenerator<Buffer> {
  yield await write();
}
