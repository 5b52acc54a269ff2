import type { OrderLedgerLine } from '@libs/insight';
import { ORDER_COLUMNS } from '@pure/order';
import { BUYER_SORTS, SUPPLIER_SORTS, buyerTable, filtersOf, orderFile, orderStatus, supplierTable } from './order-list.view.js';

const row: OrderLedgerLine = {
  id: 'o', jobNumber: 'J-1', poNumber: 'PO-1', lineNo: 1, supplierSiteId: 's', counterpartyCode: 'E1', makerName: '髙﨑', factoryName: '第二', buyerName: '山手', buyerNameEn: null,
  governingDocument: 'purchase_spec', secureRequirement: false, noRequirementReason: '治具', contractForm: 'ukeoi', agreementRequestId: null, agreementNumber: null, itemName: '装置', model: null, quantity: 1,
  unit: '台', orderedOn: '2026-11-01', dueOn: '2026-11-30', deliveryPlace: null, inspectionDueOn: null, amount: 5, paymentTermsDays: 60, criticality: null, state: 'draft', lots: 0, receivedQuantity: 0,
  deliveryLate: false, inspectionLate: false, version: 4,
};

describe('the procurement ledger on a page', () => {
  it('has a box for a draft, and only for who may place it', () => {
    const first = (given: OrderLedgerLine, may: boolean) => buyerTable([given], may, 'e').rows[0]!.cells[0]!.cell.kind;
    expect([first(row, true), first(row, false), first({ ...row, state: 'ordered' }, true)]).toEqual(['check', 'link', 'link']);
  });
  it('says what is late before where it stands', () => {
    expect(orderStatus(row)).toEqual({ tone: 'none', key: 'order.state.draft' });
    expect(orderStatus({ state: 'ordered', deliveryLate: true, inspectionLate: false }).tone).toBe('late');
    expect(orderStatus({ state: 'ordered', deliveryLate: true, inspectionLate: true }).key).toBe('portal_orders.inspection_late');
  });
  it('names a sort for columns it has', () => {
    expect(buyerTable([], true, 'e').columns).toHaveLength(BUYER_SORTS.length);
    expect(supplierTable([], 'e').columns).toHaveLength(SUPPLIER_SORTS.length);
  });
  it('shows a supplier neither job, reason, requirement nor drafts', () => {
    const shown = JSON.stringify(supplierTable([row], 'e'));
    for (const word of ['J-1', '治具', 'E1', 'order.secure']) expect(shown).not.toContain(word);
    expect(JSON.stringify(filtersOf('supplier', false))).not.toContain('draft');
  });
  it('goes out with the columns that come in', () => {
    const file = orderFile([row]);
    expect(file.columns.map(({ label }) => label.$text)).toEqual(ORDER_COLUMNS.map(({ label }) => label));
    expect(file.rows[0]!.cells.at(-1)!.cell).toEqual({ kind: 'number', value: 4, unit: '' });
  });
});
