import type { CellValue, PlannedRow } from '@platform-pure/workbook';
import { planSuppliers } from './supplier-import.rules.js';
import type { SupplierLedgerField } from './supplier-ledger.rules.js';
import type { SupplierSite, SupplierSiteId } from './supplier.rules.js';

const known: SupplierSite = {
  id: '1' as SupplierSiteId, counterpartyCode: 'E1001', makerName: '髙﨑精機㈱', makerNameEn: null, factoryName: '第二工場', address: '諏訪', kind: 'equipment', sme: true, contactName: '髙橋',
  contactEmail: 'a@example.jp', registeredOn: '2026-04-01', approvedOn: null, joinedOrganizationId: null, joinedAt: null, version: 3,
};
type Cells = Partial<Record<SupplierLedgerField, CellValue>>;
const same: Cells = { counterpartyCode: 'E1001', makerName: '髙﨑精機㈱', factoryName: '第二工場', address: '諏訪' };
const plan = (...rows: Cells[]): PlannedRow[] =>
  planSuppliers(rows.map((cells, index) => ({ sheet: 's', number: index + 2, cells, raw: [] })), { known: [known], today: '2026-11-20', kind: 'materials' });
const one = (cells: Cells): PlannedRow => plan(cells)[0]!;
const codes = ({ problems }: PlannedRow): string[] => problems.map(({ field, code }) => `${field} ${code}`);

describe('a row of an uploaded supplier ledger', () => {
  it('that says what stands there changes nothing', () => expect(one(same)).toMatchObject({ outcome: 'unchanged', target: { id: '1', version: 3 }, content: null }));
  it('is matched whatever the width and case of its code, and does not respell it', () => expect(one({ ...same, counterpartyCode: 'ｅ１００１', factoryName: '第二 工場' }).outcome).toBe('unchanged'));
  it('changes only what its columns say; an empty cell empties an optional field', () =>
    expect(one({ ...same, address: '岡谷', contactName: '' })).toMatchObject({ outcome: 'changed', changes: [{ field: 'address', before: '諏訪', after: '岡谷' }, { field: 'contactName', before: '髙橋', after: null }] }));
  it('of an unknown factory is new, with the kind that was chosen for those that do not say', () =>
    expect(one({ ...same, factoryName: '第三工場' })).toMatchObject({ outcome: 'new', content: { site: { kind: 'materials', sme: false } } }));
  it('that knows only the day of approval was registered that day', () =>
    expect(one({ ...same, factoryName: '第三工場', approvedOn: '令和7年4月1日' }).content).toMatchObject({ registeredOn: '2025-04-01', approvedOn: '2025-04-01' }));
  it('approves a factory that is not approved yet, and cannot move a day that stands', () => {
    expect(one({ ...same, approvedOn: '2026-11-01' })).toMatchObject({ outcome: 'changed', changes: [{ field: 'approvedOn', before: null, after: '2026-11-01' }] });
    expect(codes(one({ ...same, registeredOn: '2026-04-02' }))).toEqual(['registeredOn supplier.import_day_stands']);
    expect(codes(one({ ...same, approvedOn: '2026-03-01' }))).toEqual(['approvedOn supplier.approved_before_registered']);
  });
  it('made on an older version is a conflict, and none when it says what stands there', () => {
    expect(one({ ...same, address: '岡谷', version: 2 })).toMatchObject({ outcome: 'conflict', content: null });
    expect(one({ ...same, version: 2 }).outcome).toBe('unchanged');
    expect(one({ ...same, address: '岡谷', version: 3 }).outcome).toBe('changed');
  });
  it('that came from the ledger and has another key now does not become a second factory', () => expect(codes(one({ ...same, factoryName: '第2工場', version: 3 }))).toEqual(['version supplier.import_key_changed']));
  it('names every cell that is wrong', () => expect(codes(one({ counterpartyCode: '', makerName: '', factoryName: '', address: '', kind: '宇宙人', sme: '多分', registeredOn: '来月' }))).toEqual([
    'registeredOn common.not_date', 'kind common.choose_one', 'sme workbook.yes_or_no', 'counterpartyCode common.required', 'makerName common.required', 'factoryName common.required', 'address common.required']));
  it('is refused the second time it stands in the file', () => expect(plan(same, same).map(({ outcome }) => outcome)).toEqual(['unchanged', 'faulty']));
});
