import { buildSpecification, mustCount, parseSpecification } from './specification.document.js';
import type { SpecRequirement, SpecificationContent, SpecificationDocument } from './specification.document.js';

const text = (ja: string): { ja: string; en: string } => ({ ja, en: `${ja} (en)` });
const requirement = (code: string, extra: Partial<SpecRequirement> = {}): SpecRequirement => ({
  key: `factory:${code}`, catalogKey: 'factory', code, group: text('技術的対策'), title: text('許可機器の台帳'), textKind: 'summary', officialText: null,
  subject: 'respondent_factory', track: 'org_governance', necessity: 'must', condition: null, requiredLevel: 4, criterion: text('台帳がある'),
  method: 'document', evidenceKinds: [text('台帳')], rationale: text('不正接続を防ぐ'), ...extra,
});
const levels = [1, 2, 3, 4, 5].map((value) => ({ value: value as 1, label: text(`段階${value}`) }));
const content: SpecificationContent = {
  number: 'SPEC-2026-0001', edition: 1, title: text('洗浄装置 セキュリティ要求仕様書'), governingDocument: 'purchase_spec',
  buyer: { organizationId: '0190c0de-0000-7000-8000-000000000001', name: '山手電子㈱', nameEn: null, department: '調達部', contact: { name: '久保田', email: 'kubota@example.jp' } },
  criticality: 'high', scope: '第二工場に納める洗浄装置',
  catalogs: [{ editionId: '9f883dbb-0952-5d12-a864-d6706afd3a20', key: 'factory', edition: 'public-comment', status: 'public_comment', sha256: 'a'.repeat(64), title: text('チェックリスト') }],
  scales: { factory: { kind: 'levels', levels } },
  requirements: [requirement('2-6'), requirement('2-7', { necessity: 'must_if', condition: 'wlan' }), requirement('2-8', { necessity: 'recommended' })],
  checklist: [{
    key: 'acceptance-checklist:AC-08', code: 'AC-08', gate: 'G1', title: text('OS'), necessity: 'must_if', condition: 'has_os', methods: ['document'],
    evidence: text('OS一覧'), source: 'SEMI E187', owner: 'supplier', gateOnly: false,
  }],
  author: { name: '𠮷田', department: '生産技術部', personKey: '1024' },
  approval: { name: '髙﨑', department: null, personKey: '2048', method: 'password_mail_code', at: '2026-11-02T00:00:00.000Z' },
};
const built = buildSpecification(content);
const changed = (change: Partial<Record<keyof SpecificationDocument, unknown>>): unknown => ({ ...built, ...change });

describe('a specification document', () => {
  it('is parsed back from its JSON, word for word', () => {
    expect(parseSpecification(JSON.parse(JSON.stringify(built)))).toEqual(built);
  });

  it('lists the facts its conditions test, in the fixed order', () => expect(built.factNames).toEqual(['has_os', 'wlan']));
  it('counts the must family', () => expect(mustCount(built)).toBe(2));

  it.each<[string, unknown]>([
    ['of an unknown type', changed({ type: 'kenshu.specification/2' })],
    ['with a key nobody knows', { ...built, secret: 1 }],
    ['without a requirement', changed({ requirements: [] })],
    ['with a question about the buyer itself', changed({ requirements: [requirement('1', { subject: 'buyer_process' })], factNames: ['has_os'] })],
    ['with one item twice', changed({ requirements: [requirement('1'), requirement('1')], factNames: ['has_os'] })],
    ['with an item of a catalogue it does not name', changed({ requirements: [requirement('1', { catalogKey: 'x', key: 'x:1' })], factNames: ['has_os'] })],
    ['with a key that is not catalogue and code', changed({ requirements: [requirement('1', { key: 'factory:2' })], factNames: ['has_os'] })],
    ['with an official text that is missing', changed({ requirements: [requirement('1', { textKind: 'official' })], factNames: ['has_os'] })],
    ['with a level on a scale without levels', changed({ scales: { factory: { kind: 'yes_partly_no', answers: [{ value: 'yes', label: text('はい') }] } } })],
    ['that hides a fact', changed({ factNames: ['has_os'] })],
    ['approved by its author', changed({ approval: { ...content.approval, personKey: '1024' } })],
    ['with an edition that is no number', changed({ edition: '1' })],
    ['that is not an object', 'text'],
  ])('%s is refused', (_, value) => expect(() => parseSpecification(value)).toThrow(/not a kenshu.specification\/1 document/));
});
