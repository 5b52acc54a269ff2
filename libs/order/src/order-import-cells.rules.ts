import { readLine, unmarked } from '@platform-pure/workbook';
import type { CellValue, LedgerRow, RowProblem } from '@platform-pure/workbook';
import type { OrderLedgerField } from './order-ledger.rules.js';

export type OrderRow = LedgerRow<OrderLedgerField>;

export const line = (value: CellValue | undefined): string => unmarked(readLine(value ?? null));
/** Blank is line 1; what is no number is refused with the other terms. */
export const lineNoOf = (value: CellValue | undefined): number => line(value) === '' ? 1 : Number(line(value).normalize('NFKC'));
export const problem = (field: string | null, code: string, params: RowProblem['params'] = {}): RowProblem => ({ field, code, params });
