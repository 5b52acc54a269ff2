import { CRITICALITIES, GOVERNING_DOCUMENTS } from '@pure/specification';
import type { LedgerTemplateWords } from '@platform-pure/workbook';
import { ORDER_COLUMNS } from './order-ledger.rules.js';
import { CONTRACT_FORMS } from './order.rules.js';

const keys = (values: readonly string[], prefix: string): string[] => values.map((value) => `${prefix}.${value}`);

/** The empty procurement ledger, to be filled in. */
export const ORDER_TEMPLATE: LedgerTemplateWords = {
  name: 'order.title', guide: 'portal_orders.guide', example: 'portal_orders.example', columns: ORDER_COLUMNS,
  required: ['jobNumber', 'poNumber', 'counterpartyCode', 'governingDocument', 'secureRequirement', 'contractForm', 'itemName', 'quantity', 'unit', 'orderedOn', 'dueOn'],
  choices: {
    governingDocument: keys(GOVERNING_DOCUMENTS, 'order.governing'), secureRequirement: keys(['yes', 'no'], 'order.secure'), contractForm: keys(CONTRACT_FORMS, 'order.contract'),
    criticality: keys(CRITICALITIES, 'order.criticality'),
  },
};
