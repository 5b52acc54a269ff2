import { sameKey } from '@platform-pure/workbook';
import type { CellValue } from '@platform-pure/workbook';
import type { Language } from '@platform-pure/tenancy';

/** A text of templates/messages in one language. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;
/** The words of a workbook in both languages: one it is written in, either it is read in. */
export type WorkbookTexts = Readonly<Record<Language, Say>>;

/** Columns of the answers' table from the left. The first two are hidden: they say which question a row is, wherever it was moved to. */
export const COLUMNS = [
  { field: 'key', width: 4 }, { field: 'version', width: 4 }, { field: 'code', width: 6 }, { field: 'group', width: 10 }, { field: 'necessity', width: 11 },
  { field: 'requirement', width: 30 }, { field: 'criterion', width: 25 }, { field: 'why', width: 20 }, { field: 'evidence', width: 15 },
  { field: 'answer', width: 18 }, { field: 'reason', width: 16 }, { field: 'comment', width: 28 }, { field: 'compensation', width: 17 }, { field: 'note', width: 17 },
] as const;
export type WorkbookField = (typeof COLUMNS)[number]['field'];
/** What the respondent fills in. */
export const ASKED: readonly WorkbookField[] = ['answer', 'reason', 'comment', 'compensation', 'note'];
/** What we wrote into a row for reading only. */
export const GIVEN: readonly WorkbookField[] = ['code', 'group', 'necessity', 'requirement', 'criterion', 'why', 'evidence'];

export const headingOf = (say: Say, field: WorkbookField): string => (field === 'key' || field === 'version' ? `kenshu:${field}` : say(`workbook.column.${field}`));

/** Which column of a row holds which field, when the row is a head of our table in either language; null otherwise. */
export function readHead(cells: readonly CellValue[], texts: WorkbookTexts): ReadonlyMap<WorkbookField, number> | null {
  const names = new Map(COLUMNS.flatMap(({ field }) => [texts.ja, texts.en].map((say): [string, WorkbookField] => [sameKey(headingOf(say, field)), field])));
  const found = new Map<WorkbookField, number>();
  cells.forEach((cell, index) => {
    const field = names.get(sameKey(String(cell ?? '')));
    if (field && !found.has(field)) found.set(field, index);
  });
  const [named, answered] = [found.has('code') || found.has('key'), found.has('answer')];
  return named && answered && found.size >= 4 ? found : null;
}
