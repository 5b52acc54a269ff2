import { systemActor } from '@platform-pure/tenancy';
import type { Actor, MemberId, OrganizationId } from '@platform-pure/tenancy';
import type { DomainError } from '@platform-pure/errors';
import { Inspection } from './inspection.js';
import type { InspectionParts, SignOff } from './inspection.js';
import type { RecordedResult } from './results.rules.js';

const organizationId = '0190c0de-0000-7000-8000-000000000001' as OrganizationId;
const sha256 = 'd'.repeat(64);
const actor = (personKey: string): Actor => ({ ...systemActor(organizationId), personKey, name: personKey, memberId: `m-${personKey}` as MemberId, via: 'session' });
const result: RecordedResult = {
  itemKey: 'c:AC-09', method: 'own_test', result: 'conform', note: null, checkedOn: '2026-11-12', evidence: [], recordedBy: 'I', recordedByPersonKey: 'I', recordedByMemberId: 'm-I',
};
const sign = (step: SignOff['step'], personKey: string, statementSha256 = sha256): SignOff =>
  ({ step, personKey, memberId: `m-${personKey}`, name: personKey, department: null, method: 'passkey', at: new Date(0), statementSha256 });
const parts: InspectionParts = {
  row: {
    id: 'i' as InspectionParts['row']['id'], buyerOrganizationId: organizationId, supplierOrganizationId: null, kind: 'acceptance', criticality: 'middle', threePersons: false, facts: {},
    lot: { deliveryId: 'd', orderLineId: 'o', poNumber: 'PO', lineNo: 1, noteNumber: 'DN', installmentNo: 1, installmentsTotal: 1, quantity: 1, unit: '台', serials: [], receivedOn: '2026-11-10' },
    basis: { specification: null, agreement: null, response: null, request: null, checklist: [] }, openedAt: new Date(0), round: 1,
    items: [{ key: 'c:AC-09', code: 'AC-09', gate: 'G1', title: { ja: '', en: '' }, necessity: 'must', methods: ['own_test'], evidence: { ja: '', en: '' }, owner: 'supplier', later: false, applies: true }],
  },
  results: [result], files: [], recorders: [{ personKey: 'I2', memberId: 'm-I2' }], signOffs: [], statement: null, receiver: { personKey: 'R', memberId: 'm-R' }, returned: false,
};
const judged: InspectionParts = { ...parts, signOffs: [sign('judge', 'I')], statement: { sha256, canonical: '', document: {} as never } };
const confirmed: InspectionParts = { ...judged, signOffs: [...judged.signOffs, sign('confirm', 'C')] };
function refusal(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}
const judge = (given: InspectionParts): string | null => refusal(() => new Inspection(given).judge(actor('I'), new Date(0), '2026-11-12'));

describe('an inspection', () => {
  it('is judged once every deciding item is', () => {
    expect(judge(parts)).toBeNull();
    expect(judge({ ...parts, results: [] })).toBe('inspection.not_all_judged');
  });
  it('of high criticality wants our own test even for results recorded before', () =>
    expect(judge({ ...parts, row: { ...parts.row, criticality: 'high' }, results: [{ ...result, method: 'document' }] })).toBe('inspection.own_test_missing'));
  it('takes no more results once it is judged, nor of goods that went back', () => {
    const record = (given: InspectionParts) => refusal(() => new Inspection(given).record(actor('I'), 'c:AC-09', { method: 'own_test', result: 'conform' }, '2026-11-12'));
    expect([record(parts), record(judged), record({ ...parts, returned: true })]).toEqual([null, 'inspection.frozen', 'inspection.lot_returned']);
  });
  it('is judged, then confirmed, then approved, each once', () => {
    expect(refusal(() => new Inspection(parts).confirm(actor('C'), sha256))).toBe('inspection.not_judged');
    expect(refusal(() => new Inspection(judged).confirm(actor('C'), sha256))).toBeNull();
    expect(refusal(() => new Inspection(confirmed).confirm(actor('C'), sha256))).toBe('inspection.already_confirmed');
    expect(refusal(() => new Inspection(judged).approve(actor('A'), sha256))).toBe('inspection.not_confirmed');
    expect(refusal(() => new Inspection(confirmed).approve(actor('A'), sha256))).toBeNull();
    expect(refusal(() => new Inspection({ ...confirmed, signOffs: [...confirmed.signOffs, sign('approve', 'A')] }).approve(actor('A'), sha256))).toBe('inspection.already_approved');
  });
  it('is signed on the bytes that were judged and on no others', () => {
    expect(refusal(() => new Inspection(judged).confirm(actor('C'), 'e'.repeat(64)))).toBe('inspection.statement_changed');
    const swapped = { ...confirmed, signOffs: [sign('judge', 'I'), sign('confirm', 'C', 'e'.repeat(64))] };
    expect(refusal(() => new Inspection(swapped).approve(actor('A'), sha256))).toBe('inspection.statement_changed');
  });
  it('is not approved by whoever confirmed, inspected or received the lot', () =>
    expect(['C', 'I', 'I2', 'R'].map((key) => refusal(() => new Inspection(confirmed).approve(actor(key), sha256)))).toEqual([
      'inspection.approver_is_confirmer', 'inspection.approver_is_inspector', 'inspection.approver_is_inspector', 'inspection.approver_is_receiver']));
  it('may be confirmed by its inspector unless three persons are needed', () => {
    expect(refusal(() => new Inspection(judged).confirm(actor('I'), sha256))).toBeNull();
    expect(refusal(() => new Inspection({ ...judged, row: { ...judged.row, threePersons: true } }).confirm(actor('I'), sha256))).toBe('inspection.confirmer_is_inspector');
  });
});

describe('sending back', () => {
  const back = (given: InspectionParts, roles: readonly string[], seen = sha256): string | null => refusal(() => new Inspection(given).sendBack({ ...actor('X'), roles }, seen));

  it('is for what is judged and not approved', () => {
    expect(back(judged, ['confirmer'])).toBeNull();
    expect(back(parts, ['confirmer'])).toBe('inspection.not_judged');
    expect(back({ ...confirmed, signOffs: [...confirmed.signOffs, sign('approve', 'A')] }, ['approver'])).toBe('inspection.already_approved');
  });
  it('of a confirmed one is the approver’s', () => {
    expect(back(confirmed, ['confirmer'])).toBe('inspection.send_back_needs_approver');
    expect(back(confirmed, ['approver'])).toBeNull();
  });
  it('wants the digest that was shown', () => expect(back(judged, ['confirmer'], 'e'.repeat(64))).toBe('inspection.statement_changed'));
  it('takes files for its items only while it is open', () => {
    expect(refusal(() => new Inspection(parts).attach('c:AC-09'))).toBeNull();
    expect(refusal(() => new Inspection(parts).attach(null))).toBeNull();
    expect(refusal(() => new Inspection(parts).attach('c:AC-99'))).toBe('inspection.no_such_item');
    expect(refusal(() => new Inspection(judged).attach('c:AC-09'))).toBe('inspection.frozen');
  });
});
