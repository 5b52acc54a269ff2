import type { BookCell, BookSheet, ReadSheet } from '@platform-pure/workbook';
import { readLine } from '@platform-pure/workbook';

export const WORKBOOK_TYPE = 'kenshu.questionnaire-workbook/1';
/** The sheet that says what the workbook is; its name is no word of any language, so that nobody renames it for fun. */
export const IDENTITY_SHEET = 'kenshu';
/** What its first column may say. */
export const IDENTITY_NAMES: readonly string[] = ['type', 'request', 'number', 'response', 'edition', 'language', 'item', 'text'];

/** What a workbook says about itself when it comes back. Never believed: every id is compared with the questionnaire it is given to. */
export interface WorkbookIdentity {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly responseId: string;
  readonly editionSha256: string;
  readonly language: string;
  /** The version of each answer when it went out. */
  readonly versions: ReadonlyMap<string, number>;
  /** Texts of the instructions: what else stands there was typed by somebody. */
  readonly texts: readonly string[];
}
export interface ChoiceList { readonly words: readonly string[] }

const cell = (value: string | number): BookCell => ({ value, look: 'text' });

/** Rows of name and value, and from column D on one column per list of answers. */
export function identitySheet(identity: WorkbookIdentity, lists: readonly ChoiceList[]): BookSheet {
  const facts: BookCell[][] = [
    ['type', WORKBOOK_TYPE], ['request', identity.requestId], ['number', identity.requestNumber], ['response', identity.responseId],
    ['edition', identity.editionSha256], ['language', identity.language],
  ].map(([name, value]) => [cell(name!), cell(value!)]);
  const items = [...identity.versions].map(([key, version]) => [cell('item'), cell(key), cell(version)]);
  const texts = identity.texts.map((text) => [cell('text'), cell(text)]);
  const left = [...facts, ...items, ...texts];
  const height = Math.max(left.length, ...lists.map(({ words }) => words.length));
  const rows = Array.from({ length: height }, (_, at): (BookCell | null)[] => [
    ...Array.from({ length: 3 }, (__, column) => left[at]?.[column] ?? null), ...lists.map(({ words }) => words[at] === undefined ? null : cell(words[at]))]);
  return { name: IDENTITY_SHEET, visibility: 'secret', columns: [{ width: 10 }, { width: 40 }, { width: 8 }, ...lists.map(() => ({ width: 40 }))], rows, protected: true };
}

/** A number of saves; a file may say anything. */
export const isVersion = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1_000_000_000;

/** Column of the n-th list. */
export const listColumn = (index: number): number => 3 + index;

/** Undefined when no sheet says what the workbook is: it may have been removed. */
export function readIdentity(sheets: readonly ReadSheet[]): { readonly identity: WorkbookIdentity; readonly sheet: ReadSheet } | undefined {
  const sheet = sheets.find(({ rows }) => readLine(rows[0]?.cells[0] ?? null) === 'type' && readLine(rows[0]?.cells[1] ?? null).startsWith('kenshu.questionnaire-workbook/'));
  if (!sheet) return undefined;
  const rows = sheet.rows.map(({ cells }) => [0, 1, 2].map((column) => cells[column] ?? null));
  const fact = (name: string): string => readLine(rows.find(([first]) => first === name)?.[1] ?? null);
  const versions = rows.filter(([name]) => name === 'item').map(([, key, version]): [string, number] => [readLine(key!), Number(version)]);
  return {
    sheet, identity: {
      requestId: fact('request'), requestNumber: fact('number'), responseId: fact('response'), editionSha256: fact('edition'), language: fact('language'),
      versions: new Map(versions.filter(([, version]) => isVersion(version))),
      texts: rows.filter(([name]) => name === 'text').map(([, text]) => String(text ?? '')),
    },
  };
}
