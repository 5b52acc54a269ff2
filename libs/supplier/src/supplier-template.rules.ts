import type { LedgerTemplateWords } from '@platform-pure/workbook';
import { SUPPLIER_COLUMNS } from './supplier-ledger.rules.js';
import { SUPPLIER_KINDS } from './supplier.rules.js';

/** The empty ledger of factories, to be filled in. */
export const SUPPLIER_TEMPLATE: LedgerTemplateWords = {
  name: 'portal_suppliers.title', guide: 'portal_suppliers.guide', example: 'portal_suppliers.example', columns: SUPPLIER_COLUMNS,
  required: ['counterpartyCode', 'makerName', 'factoryName', 'address'],
  choices: { kind: SUPPLIER_KINDS.map((kind) => `supplier.kind.${kind}`), sme: ['common.yes', 'common.no'] },
};
