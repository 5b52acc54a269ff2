import { readAmount, readChoice, readDay, readSwitch } from '@platform-pure/workbook';
import type { RowProblem } from '@platform-pure/workbook';
import { line, lineNoOf, problem } from './order-import-cells.rules.js';
import type { OrderRow } from './order-import-cells.rules.js';
import { CONTRACT_WORDS, CRITICALITY_WORDS, GOVERNING_WORDS } from './order-ledger.rules.js';
import type { OrderLedgerField } from './order-ledger.rules.js';
import type { OrderTerms, OrderTermsInput } from './order.rules.js';
import { LONGEST_TERMS_DAYS } from './payment.rules.js';

/**
 * The cells of a row as the terms of a line, for `readTerms` to judge; what a cell does not even say (no day, no number, no such word) is gathered here.
 * A column that the file does not have leaves a known line as it is.
 */
export function readImportedTerms(row: OrderRow, known: OrderTerms | undefined, problems: RowProblem[]): { terms: OrderTermsInput; version: number | null } {
  const cells = new RowCells(row, problems);
  const text = (field: 'jobNumber' | 'itemName' | 'unit'): string => cells.has(field) ? cells.text(field) : known?.[field] ?? '';
  const optional = (field: 'model' | 'deliveryPlace' | 'noRequirementReason'): string | null => cells.has(field) ? cells.text(field) : known?.[field] ?? null;
  const terms: OrderTermsInput = {
    poNumber: known?.poNumber ?? cells.text('poNumber'), lineNo: known?.lineNo ?? lineNoOf(row.cells.lineNo),
    jobNumber: text('jobNumber'), itemName: text('itemName'), unit: text('unit'), model: optional('model'), deliveryPlace: optional('deliveryPlace'),
    noRequirementReason: optional('noRequirementReason'),
    ...decisions(cells, known), ...figures(cells, known),
    orderedOn: cells.day('orderedOn', known?.orderedOn) ?? '', dueOn: cells.day('dueOn', known?.dueOn) ?? '', inspectionDueOn: cells.day('inspectionDueOn', known?.inspectionDueOn),
    facts: known?.facts ?? null,
  };
  return { terms, version: cells.amount('version', null) };
}

/** A blank decision is refused by `readTerms`, not guessed. */
function decisions(cells: RowCells, known: OrderTerms | undefined): Pick<OrderTermsInput, 'governingDocument' | 'contractForm' | 'criticality' | 'secureRequirement'> {
  const secure = cells.choose('secureRequirement', (value) => readSwitch(value), known?.secureRequirement);
  if (secure === null) cells.wrong('secureRequirement', 'common.choose_one');
  return {
    governingDocument: cells.choose('governingDocument', (value) => readChoice(value, GOVERNING_WORDS), known?.governingDocument) ?? '' as OrderTerms['governingDocument'],
    contractForm: cells.choose('contractForm', (value) => readChoice(value, CONTRACT_WORDS), known?.contractForm) ?? '' as OrderTerms['contractForm'],
    criticality: cells.choose('criticality', (value) => readChoice(value, CRITICALITY_WORDS), known?.criticality),
    // not said: read as whatever its reason fits to, so that one omission is told once
    secureRequirement: secure ?? cells.text('noRequirementReason') === '',
  };
}

function figures(cells: RowCells, known: OrderTerms | undefined): Pick<OrderTermsInput, 'quantity' | 'amount' | 'paymentTermsDays'> {
  const terms = cells.amount('paymentTermsDays', null);
  return {
    quantity: cells.amount('quantity', known?.quantity ?? null) ?? 0, amount: cells.amount('amount', known?.amount ?? null),
    paymentTermsDays: terms ?? known?.paymentTermsDays ?? LONGEST_TERMS_DAYS,
  };
}

/** The cells of one row; `known` stands for a column that is missing. */
class RowCells {
  constructor(private readonly row: OrderRow, private readonly problems: RowProblem[]) {}

  has(field: OrderLedgerField): boolean {
    return field in this.row.cells;
  }

  text(field: OrderLedgerField): string {
    return line(this.row.cells[field]);
  }

  day(field: OrderLedgerField, known: string | null | undefined): string | null {
    return this.has(field) ? this.said(field, readDay(this.row.cells[field] ?? null), 'common.not_date') : known ?? null;
  }

  amount(field: OrderLedgerField, known: number | null): number | null {
    if (!this.has(field)) return known;
    // 60日, 10台: the unit behind a number is not part of it
    const value = this.row.cells[field] ?? null;
    return this.said(field, readAmount(typeof value === 'string' ? value.normalize('NFKC').replace(/(日以内|日|days?)$/i, '').trim() : value), 'workbook.not_a_number');
  }

  choose<T>(field: OrderLedgerField, read: (value: string | number | boolean | null) => T | null | undefined, known: T | null | undefined): T | null {
    return this.has(field) ? this.said(field, read(this.row.cells[field] ?? null), 'workbook.not_a_choice') : known ?? null;
  }

  wrong(field: OrderLedgerField, code: string): void {
    if (!this.problems.some((said) => said.field === field)) this.problems.push(problem(field, code));
  }

  private said<T>(field: OrderLedgerField, value: T | null | undefined, code: string): T | null {
    if (value === undefined) this.wrong(field, code);
    return value ?? null;
  }
}
