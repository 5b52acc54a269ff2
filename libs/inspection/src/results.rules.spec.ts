import type { DomainError } from '@platform-pure/errors';
import type { InspectionItem } from './items.rules.js';
import { evidenceOf, readResult } from './results.rules.js';
import type { ResultInput } from './results.rules.js';

const item: InspectionItem = {
  key: 'acceptance-checklist:AC-14', code: 'AC-14', gate: 'G1', title: { ja: 'マルウェア対策', en: 'Anti-malware' }, necessity: 'must_alt',
  methods: ['document', 'own_test'], evidence: { ja: '設定', en: 'settings' }, owner: 'supplier', later: false, applies: true,
};
const lot = { criticality: 'middle', receivedOn: '2026-11-10', today: '2026-11-12' } as const;
const conform: ResultInput = { method: 'document', result: 'conform' };
function problems(on: Partial<InspectionItem>, input: ResultInput, context: Partial<typeof lot> | { criticality: 'high' } = {}): string[] {
  try {
    readResult({ ...item, ...on }, input, { ...lot, ...context });
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ field, code }) => `${field} ${code}`);
  }
}

describe('the result of an item', () => {
  it('conform needs no words and is of today unless said otherwise', () =>
    expect(readResult(item, conform, lot)).toEqual({ method: 'document', result: 'conform', note: null, checkedOn: '2026-11-12' }));
  it.each(['conform_by_compensation', 'nonconform', 'not_applicable', 'unverifiable'] as const)('%s says why', (result) => {
    expect(problems({}, { ...conform, result })).toEqual(['note inspection.note_needed']);
    expect(problems({}, { ...conform, result, note: '理由' })).toEqual([]);
  });
  it.each(['must', 'must_if', 'must_unless', 'must_scaled', 'recommended', 'rec_scoped'] as const)('a compensating measure is not taken for %s', (necessity) =>
    expect(problems({ necessity }, { ...conform, result: 'conform_by_compensation', note: '代替' })).toEqual(['result inspection.compensation_not_allowed']));
  it('at high criticality passes by our own test only, where there is one', () => {
    expect(problems({}, conform, { criticality: 'high' })).toEqual(['method inspection.own_test_needed']);
    expect(problems({}, { ...conform, result: 'conform_by_compensation', note: '代替' }, { criticality: 'high' })).toEqual(['method inspection.own_test_needed']);
    expect(problems({}, { ...conform, method: 'own_test' }, { criticality: 'high' })).toEqual([]);
    expect(problems({ methods: ['document'] }, conform, { criticality: 'high' })).toEqual([]);
    expect(problems({}, { ...conform, result: 'nonconform', note: '無効' }, { criticality: 'high' })).toEqual([]);
  });
  it('cannot be recorded for an item that does not apply, or comes later', () => {
    expect(problems({ applies: false }, conform)).toEqual(['result inspection.item_does_not_apply']);
    expect(problems({ later: true }, conform)).toEqual(['result inspection.item_is_later']);
  });
  it('may lie before the receipt for a shipment test, not for a check at the dock, and never in the future', () => {
    expect(problems({}, { ...conform, checkedOn: '2026-11-01' })).toEqual([]);
    expect(problems({ gate: 'G2' }, { ...conform, checkedOn: '2026-11-09' })).toEqual(['checkedOn inspection.checked_before_receipt']);
    expect(problems({}, { ...conform, checkedOn: '2026-11-13' })).toEqual(['checkedOn inspection.checked_in_future']);
  });
});

describe('the evidence of an item', () => {
  it('is what was recorded with the result and what was added, each file once', () => {
    const file = (id: string, itemKey: string | null) => ({ id, fileName: `${id}.jpg`, sha256: 'a', itemKey, byteSize: 1, attachedBy: 'x', attachedAt: new Date(0) });
    const recorded = [{ id: '1', fileName: '1.jpg', sha256: 'a' }, { id: '2', fileName: '2.jpg', sha256: 'a' }];
    expect(evidenceOf('k', recorded, [file('2', 'k'), file('3', 'k'), file('4', 'other'), file('5', null)]).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
