import { Messages } from '@platform/i18n';
import { readChoice, sameKey } from '@platform-pure/workbook';
import { KIND_WORDS, SUPPLIER_COLUMNS, SUPPLIER_LEDGER_FIELDS, isSupplierKind } from './supplier-ledger.rules.js';
import { SUPPLIER_KINDS } from './supplier.rules.js';

const messages = new Messages();

describe('the columns of the supplier ledger', () => {
  it('are known by the headings of our own files, in both languages', () => {
    for (const { label, names } of SUPPLIER_COLUMNS) for (const language of ['ja', 'en'] as const) expect([label, names.map(sameKey)]).toEqual([label, expect.arrayContaining([sameKey(messages.t(language, label))])]);
  });
  it('stand for every field once, and no heading means two of them', () => {
    expect(SUPPLIER_COLUMNS.map(({ field }) => field)).toEqual([...SUPPLIER_LEDGER_FIELDS]);
    const names = SUPPLIER_COLUMNS.flatMap((column) => [...new Set(column.names.map(sameKey))]);
    expect(names).toHaveLength(new Set(names).size);
  });
  it('say kinds in the words of our own files', () => {
    for (const kind of SUPPLIER_KINDS) for (const language of ['ja', 'en'] as const) expect(readChoice(messages.t(language, `supplier.kind.${kind}`), KIND_WORDS)).toBe(kind);
    expect([isSupplierKind('service'), isSupplierKind('x'), isSupplierKind(undefined)]).toEqual([true, false, false]);
  });
});
