import type { DomainError } from '@platform-pure/errors';
import type { CellValue } from './cell.rules.js';

/** What will happen to one row of an uploaded ledger. */
export const IMPORT_OUTCOMES = ['faulty', 'conflict', 'new', 'changed', 'unchanged'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export type PlainValue = string | number | boolean | null;
export interface FieldChange { readonly field: string; readonly before: PlainValue; readonly after: PlainValue }
/** `field` null concerns the whole row. */
export interface RowProblem { readonly field: string | null; readonly code: string; readonly params: Readonly<Record<string, string | number>> }

export interface PlannedRow {
  readonly sheet: string;
  readonly number: number;
  /** What people call it: code and factory, order number and line. */
  readonly name: string;
  readonly outcome: ImportOutcome;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
  /** What it changes, and the version that was compared with. */
  readonly target: { readonly id: string; readonly version: number } | null;
  /** What the verb is given; null when nothing will be done. */
  readonly content: unknown;
  readonly raw: readonly CellValue[];
  /** What the commit made of a new row. */
  readonly made?: string;
}

export interface ImportPlan {
  readonly sheets: readonly { readonly name: string; readonly headings: readonly string[] }[];
  readonly unread: readonly string[];
  readonly rows: readonly PlannedRow[];
}

export const willBeWritten = ({ outcome }: PlannedRow): boolean => outcome === 'new' || outcome === 'changed';

export function countOutcomes(rows: readonly PlannedRow[]): Readonly<Record<ImportOutcome, number>> {
  const count = { faulty: 0, conflict: 0, new: 0, changed: 0, unchanged: 0 };
  for (const { outcome } of rows) count[outcome] += 1;
  return count;
}

/** Fields that differ, in the order of `fields`. */
export function changesBetween<T extends object>(before: T, after: T, fields: readonly (keyof T & string)[]): FieldChange[] {
  return fields.filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] as PlainValue, after: after[field] as PlainValue }));
}

/** The second row that names the same thing is refused: which of two is meant cannot be known. `keyOf` null is no name. */
export function refuseRepeated<R extends { readonly number: number }>(rows: readonly R[], keyOf: (row: R) => string | null): ReadonlyMap<R, number> {
  const first = new Map<string, number>();
  const repeated = new Map<R, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, row.number);
    else repeated.set(row, known);
  }
  return repeated;
}

/** What a verb says about its input, as it is said about a row. */
export function rowProblems(error: DomainError): RowProblem[] {
  if (error.fields.length === 0) return [{ field: null, code: error.code, params: error.params }];
  return error.fields.map(({ field, code, params = {} }) => ({ field, code, params }));
}
