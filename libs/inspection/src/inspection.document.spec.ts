import { buildInspection, parseInspection } from './inspection.document.js';
import type { InspectionContent } from './inspection.document.js';
import type { InspectionItem } from './items.rules.js';
import type { RecordedResult } from './results.rules.js';

const item = (code: string, change: Partial<InspectionItem> = {}): InspectionItem => ({
  key: `acceptance-checklist:${code}`, code, gate: 'G1', title: { ja: `項目${code}`, en: code }, necessity: 'must', methods: ['own_test'],
  evidence: { ja: '記録', en: 'record' }, owner: 'supplier', later: false, applies: true, ...change,
});
const result = (code: string, outcome: RecordedResult['result']): [string, RecordedResult] => [`acceptance-checklist:${code}`, {
  itemKey: `acceptance-checklist:${code}`, method: 'own_test', result: outcome, note: outcome === 'conform' ? null : '理由', checkedOn: '2026-11-12', evidence: [],
  recordedBy: '髙﨑 恵', recordedByPersonKey: 'E-1', recordedByMemberId: null,
}];
const content: InspectionContent = {
  inspectionId: 'i-1', kind: 'acceptance', criticality: 'middle', threePersons: false, facts: { has_computing: true },
  lot: {
    deliveryId: 'd-1', orderLineId: 'o-1', poNumber: 'PO-7', lineNo: 1, noteNumber: 'DN-1', installmentNo: 1, installmentsTotal: 2, quantity: 1, unit: '台',
    serials: ['SN-1'], receivedOn: '2026-11-10',
  },
  basis: {
    specification: { editionId: 'e-1', number: 'RS-1', edition: 1, title: { ja: '要求仕様書', en: 'Specification' }, sha256: 'a'.repeat(64) }, agreement: { id: 'g-1', sha256: 'b'.repeat(64) },
    response: { statementId: 's-1', sha256: 'c'.repeat(64), revision: 1 }, request: { id: 'q-1', number: 'RQ-1' }, checklist: [],
  },
  items: [item('AC-09'), item('AC-10'), item('AC-02', { owner: 'buyer' }), item('AC-08', { applies: false })],
  results: new Map([result('AC-09', 'conform'), result('AC-10', 'unverifiable')]), files: [],
  inspectedOn: '2026-11-12', judgedBy: { name: '髙﨑 恵', department: '品質保証部' }, judgedAt: '2026-11-12T01:00:00.000Z',
};

describe('the inspection statement', () => {
  const statement = buildInspection(content);
  it('is read back exactly as it was written', () => expect(parseInspection(JSON.stringify(statement))).toEqual(statement));
  it('carries every item, also those that nobody had to look at', () => {
    expect(statement.items.map(({ code, counted, result: outcome }) => [code, counted, outcome])).toEqual([
      ['AC-09', true, 'conform'], ['AC-10', true, 'unverifiable'], ['AC-02', false, null], ['AC-08', false, null]]);
  });
  it('computes its verdict and names what is not met', () => expect([statement.verdict, statement.unmet]).toEqual(['rejected', ['AC-10']]));
  it('of an observation has no verdict and rejects nothing', () => {
    const observation = buildInspection({ ...content, kind: 'observation' });
    expect([observation.verdict, observation.unmet]).toEqual([null, []]);
    expect(parseInspection(JSON.stringify(observation)).kind).toBe('observation');
  });
  it.each([
    ['another type', { type: 'kenshu.inspection/2' }], ['no items', { items: null }], ['an acceptance without a verdict', { verdict: null }],
  ])('cannot be read with %s', (_, change) => expect(() => parseInspection(JSON.stringify({ ...statement, ...change }))).toThrow('kenshu.inspection/1'));
});
