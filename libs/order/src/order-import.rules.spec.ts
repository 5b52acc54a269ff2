import type { CellValue, PlannedRow } from '@platform-pure/workbook';
import { planOrders } from './order-import.rules.js';
import type { KnownLine } from './order-import.rules.js';
import type { OrderLedgerField } from './order-ledger.rules.js';

const known: KnownLine = {
  id: '1', version: 2, state: 'draft', supplierSiteId: 's1', agreementId: null, plannedAgreementId: 'a1', jobNumber: 'J', poNumber: 'PO-1', lineNo: 1, governingDocument: 'purchase_spec',
  secureRequirement: true, noRequirementReason: null, contractForm: 'ukeoi', itemName: '装置', model: null, quantity: 2, unit: '台', orderedOn: '2026-11-02', dueOn: '2026-12-01', deliveryPlace: null,
  inspectionDueOn: null, amount: null, paymentTermsDays: 30, criticality: null, facts: { network: true },
};
const sites = [
  { id: 's1', counterpartyCode: 'E1', makerName: '髙﨑', makerNameEn: 'Takasaki', factoryName: '第一' }, { id: 's2', counterpartyCode: 'E1', makerName: '髙﨑', makerNameEn: 'Takasaki', factoryName: '第二' },
  { id: 's3', counterpartyCode: 'M2', makerName: '雪代', makerNameEn: null, factoryName: '甲府' },
];
const agreements = [{ id: 'a1', requestNumber: 'REQ-2026-0001', supplierSiteId: 's1' }, { id: 'a2', requestNumber: 'REQ-2026-0002', supplierSiteId: 's3' }];
type Cells = Partial<Record<OrderLedgerField, CellValue>>;
const plan = (rows: readonly Cells[], line: KnownLine = known): PlannedRow[] =>
  planOrders(rows.map((cells, index) => ({ sheet: 's', number: index + 2, cells, raw: [] })), { known: [line], sites, agreements });
const one = (cells: Cells, line: KnownLine = known): PlannedRow => plan([cells], line)[0]!;
const codes = ({ problems }: PlannedRow): string[] => problems.map(({ field, code }) => `${field} ${code}`);
const fresh: Cells = {
  jobNumber: 'J', poNumber: 'PO-2', counterpartyCode: 'M2', governingDocument: '購入仕様書', secureRequirement: 'あり', contractForm: '請負', itemName: '薬品', quantity: '１０', unit: 'kg',
  orderedOn: 'R8.11.2', dueOn: 46357, agreement: 'ＲＥＱ-2026-0002',
};

describe('a row of an uploaded procurement ledger', () => {
  it('that gives only the number of a known line changes nothing', () => expect(one({ poNumber: 'ｐｏ－１' })).toMatchObject({ outcome: 'unchanged' }));
  it('is line 1 when it does not say which', () => expect(one({ poNumber: 'PO-1', lineNo: '２' }).outcome).toBe('faulty'));
  it('is new with its factory, its agreement, 60 days and everything as it was written', () => expect(one(fresh)).toMatchObject({
    outcome: 'new', content: { supplierSiteId: 's3', plannedAgreementId: 'a2', quantity: 10, orderedOn: '2026-11-02', dueOn: '2026-12-01', paymentTermsDays: 60, lineNo: 1 } }));
  it('leaves the agreement open when the cell is empty, and keeps it when the column is missing', () => {
    expect(one({ ...fresh, agreement: '' }).content).toMatchObject({ plannedAgreementId: null });
    expect(one({ poNumber: 'PO-1', agreement: 'なし' }).changes).toEqual([{ field: 'agreement', before: 'REQ-2026-0001', after: null }]);
  });
  it('cannot name an agreement of another factory, one that does not exist, or one with セキュア要求 なし', () => {
    expect(codes(one({ ...fresh, agreement: 'REQ-2026-0001' }))).toEqual(['agreement order.agreement_of_another_site']);
    expect(codes(one({ ...fresh, agreement: 'REQ-1' }))).toEqual(['agreement order.import_no_agreement']);
    expect(codes(one({ ...fresh, secureRequirement: 'なし', noRequirementReason: '治具' }))).toEqual(['agreement order.agreement_without_requirement']);
  });
  it('finds its factory by code or maker, and asks which where there are several', () => {
    expect(codes(one({ ...fresh, counterpartyCode: 'E1', agreement: '' }))).toEqual(['factoryName order.import_which_factory']);
    expect(codes(one({ ...fresh, counterpartyCode: 'E1', factoryName: '第九', agreement: '' }))).toEqual(['factoryName order.import_no_factory']);
    expect(codes(one({ ...fresh, counterpartyCode: '', agreement: '' }))).toEqual(['makerName common.required']);
    expect(codes(one({ ...fresh, counterpartyCode: 'X', agreement: '' }))).toEqual(['counterpartyCode order.import_no_supplier']);
    expect(one({ ...fresh, counterpartyCode: '', makerName: 'takasaki', factoryName: '第二', agreement: '' }).content).toMatchObject({ supplierSiteId: 's2' });
  });
  it('needs a reason for セキュア要求 なし, and an answer at all', () => {
    expect(codes(one({ ...fresh, secureRequirement: 'なし', agreement: '' }))).toEqual(['noRequirementReason order.no_requirement_needs_reason']);
    expect(codes(one({ ...fresh, secureRequirement: '' }))).toEqual(['secureRequirement common.choose_one']);
  });
  it('says once what is wrong with a cell', () => expect(codes(one({ ...fresh, quantity: '沢山', dueOn: '来月', contractForm: '口約束' }))).toEqual([
    'contractForm workbook.not_a_choice', 'quantity workbook.not_a_number', 'dueOn common.not_date']));
  it('does not touch what was ordered or cancelled, unless it says the same', () => {
    expect(codes(one({ poNumber: 'PO-1', quantity: 3 }, { ...known, state: 'ordered', agreementId: 'a1', plannedAgreementId: null }))).toEqual(['null order.import_ordered']);
    expect(codes(one({ poNumber: 'PO-1', quantity: 3 }, { ...known, state: 'cancelled' }))).toEqual(['null order.import_cancelled']);
    expect(one({ poNumber: 'PO-1', quantity: 2, agreement: 'REQ-2026-0001' }, { ...known, state: 'ordered', agreementId: 'a1', plannedAgreementId: null }).outcome).toBe('unchanged');
  });
  it('made on an older version is a conflict; with a number of ours and another key it is no new line', () => {
    expect(one({ poNumber: 'PO-1', quantity: 3, version: 1 }).outcome).toBe('conflict');
    expect(one({ ...fresh, version: 1 })).toMatchObject({ outcome: 'conflict', problems: [{ code: 'order.import_key_changed' }] });
  });
  it('keeps the facts of a line that a file cannot say', () => expect(one({ poNumber: 'PO-1', quantity: 3 }).content).toMatchObject({ facts: { network: true } }));
  it('is refused the second time it stands in the file', () => expect(plan([{ poNumber: 'PO-1' }, { poNumber: 'PO-1', lineNo: 1 }]).map(({ outcome }) => outcome)).toEqual(['unchanged', 'faulty']));
});
