/** A calendar day, 'YYYY-MM-DD': a spreadsheet sorts and counts by it. */
export interface SheetDay { readonly day: string }
export type SheetValue = string | number | SheetDay | null;
export const isDay = (value: SheetValue): value is SheetDay => typeof value === 'object' && value !== null;

/** A table as it leaves the product: words already in the reader's language, instants as local texts with their zone. */
export interface SheetTable {
  /** Name of the sheet; shortened and cleaned to what Excel allows. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/** A text that a spreadsheet would run when a CSV is opened is kept a text (OWASP, CSV Injection). Numbers are numbers and stay. */
export function formulaSafe(value: string | number | null): string | number | null {
  return typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
}

/** Excel's own rules: at most 31 characters, none of : \ / ? * [ ], not empty. */
export function sheetName(name: string): string {
  return [...name.replace(/[:\\/?*[\]]/g, ' ').trim()].slice(0, 31).join('') || 'Sheet1';
}
