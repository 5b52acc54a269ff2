import type { SpecificationDocument } from './specification.document.js';
import { specificationView } from './specification.view.js';

const text = (ja: string): { ja: string; en: string } => ({ ja, en: `${ja}-en` });
const say = (key: string, params: object = {}): { ja: string; en: string } => text([key, ...Object.values(params)].join(' '));
const document = {
  type: 'kenshu.specification/1', number: 'SPEC-2026-0001', edition: 2, title: text('洗浄装置'), governingDocument: 'purchase_spec', criticality: 'high', scope: '第二工場',
  buyer: { organizationId: 'o', name: '山手電子㈱', nameEn: 'Yamate', department: '調達部', contact: { name: '久保田', email: 'kubota@example.jp' } },
  catalogs: [
    { editionId: 'e', key: 'factory', edition: 'public-comment', status: 'public_comment', sha256: 'a', title: text('チェックリスト') },
    { editionId: 'c', key: 'acceptance', edition: '1', status: 'final', sha256: 'b', title: text('検収') },
  ],
  scales: { factory: { kind: 'levels', levels: [{ value: 1, label: text('なし') }] }, acceptance: { kind: 'yes_partly_no', answers: [] } },
  requirements: [
    { key: 'factory:1', catalogKey: 'factory', code: '1', group: text('組織'), title: text('方針'), officialText: null, necessity: 'must', condition: null, requiredLevel: 4, criterion: text('基準'), method: 'document', evidenceKinds: [text('規程'), text('台帳')], rationale: text('理由') },
    { key: 'factory:2', catalogKey: 'factory', code: '2', group: text('技術'), title: text('無線'), officialText: '公式文', necessity: 'must_unless', condition: 'wlan', requiredLevel: 3, criterion: text('基準'), method: 'own_test', evidenceKinds: [text('写し')], rationale: text('理由') },
    { key: 'factory:3', catalogKey: 'factory', code: '3', group: text('組織'), title: text('担当'), officialText: null, necessity: 'recommended', condition: 'wlan', requiredLevel: null, criterion: text('基準'), method: 'document', evidenceKinds: [], rationale: text('理由') },
  ],
  checklist: [{ key: 'acceptance:AC-01', code: 'AC-01', gate: 'G0', title: text('登録'), necessity: 'must', condition: null, methods: ['document', 'own_test'], evidence: text('台帳'), source: '表10', owner: 'buyer', gateOnly: false }],
  factNames: ['wlan'],
  author: { name: '𠮷田', department: '生産技術部', personKey: '1024' },
  approval: { name: '髙﨑', department: null, personKey: '2048', method: 'passkey', at: '2026-11-02T00:00:00Z' },
} as unknown as SpecificationDocument;
const view = specificationView(document, 'd1ge57', say);
const rows = view.catalogs[0]!.groups.flatMap((group) => group.rows);

describe('what is printed of a specification', () => {
  it('gathers requirements of one group even when they were chosen apart', () => {
    expect(view.catalogs[0]!.groups.map((group) => [group.title.ja, group.rows.map((row) => row.code.join(''))])).toEqual([['組織', ['1', '3']], ['技術', ['2']]]);
  });

  it('lets long codes break at their own joints', () => {
    const long = { ...document.requirements[0]!, code: 'software.operation_maintenance.5' };
    expect(specificationView({ ...document, requirements: [long] }, 'x', say).catalogs[0]!.groups[0]!.rows[0]!.code)
      .toEqual(['software.', 'operation_', 'maintenance.', '5']);
  });

  it('says whether a fact switches an item on or off', () => {
    expect(rows.map((row) => row.condition?.ja ?? null)).toEqual([
      null, 'catalog.condition.if catalog.fact_clause.wlan', 'catalog.condition.unless catalog.fact_clause.wlan']);
  });

  it('warns while a catalogue is not final, and names the state of each', () => {
    expect(view.notFinal?.ja).toBe('specification.print.not_final');
    expect(view.catalogs.map((catalog) => catalog.status.ja)).toEqual(['catalog.status.public_comment', 'catalog.status.final']);
    expect(specificationView({ ...document, catalogs: [document.catalogs[1]!] }, 'x', say).notFinal).toBeNull();
  });

  it('puts the approver left of the author and never prints an employee number', () => {
    expect(view.signOff.map((box) => box.name)).toEqual(['髙﨑', '𠮷田']);
    expect(JSON.stringify(view)).not.toMatch(/1024|2048/);
  });

  it('counts checks of the supplier apart from reminders to the buyer', () => {
    expect(view.counts.ja).toBe('specification.print.counts 3 2 0');
    expect(view.gates.map((gate) => gate.rows.map((row) => [row.code, row.owner.ja, row.methods.ja]))).toEqual(
      [[['AC-01', 'catalog.owner.buyer', 'catalog.method.document、catalog.method.own_test']]]);
  });

  it('shows the official text beside the gist where there is one', () => expect(rows.map((row) => row.official)).toEqual([null, null, '公式文']));
  it('leaves the contact out when there is none', () => {
    const without = specificationView({ ...document, buyer: { ...document.buyer, contact: null } }, 'x', say);
    expect(view.head.length - without.head.length).toBe(1);
  });
});
