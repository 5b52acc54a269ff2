import type { CertificateItem } from './certificate.document.js';
import { sampleItems } from './certificate-sample.js';
import { confirmationOf, countsOf, exceptionsOf, malwareScanOf, residualNotesOf } from './content.rules.js';

const item = (code: string, change: Partial<CertificateItem> = {}): CertificateItem => ({
  code, gate: 'G1', title: { ja: `項目${code}`, en: code }, necessity: 'must', owner: 'supplier', applies: true, counted: true, method: 'own_test', result: 'conform',
  note: null, checkedOn: '2026-11-12', evidence: [], ...change,
});
const spec = { number: 'RS-1', edition: 2, governing: { ja: '購入仕様書', en: 'purchase specification' } };

describe('the figures of a certificate', () => {
  it('count the supplier’s items: by result, and by method what was found to conform', () => {
    const counts = countsOf(sampleItems());
    expect([counts.applied, counts.skipped]).toEqual([11, 1]);
    expect(counts.byResult).toEqual({ conform: 9, conform_by_compensation: 1, nonconform: 0, not_applicable: 0, unverifiable: 0, not_checked: 1 });
    expect(counts.byMethod).toEqual({ document: 3, interview: 0, on_site: 1, own_test: 5, third_party: 0, goods_check: 1 });
  });
  it('never count a reminder of the buyer, whatever its result', () =>
    expect(countsOf([item('AC-02', { owner: 'buyer', counted: false, result: 'nonconform' })]).byResult.nonconform).toBe(0));
  it('credit no method to what did not conform', () => expect(countsOf([item('AC-09', { result: 'unverifiable' })]).byMethod.own_test).toBe(0));
});

describe('the exceptions', () => {
  it('are everything that is not simply conform, must items first, five in front', () => {
    const items = [
      item('AC-19', { necessity: 'recommended', result: null, method: null }), ...['AC-30', 'AC-31', 'AC-32', 'AC-33', 'AC-34'].map((code) => item(code, { result: 'not_applicable', note: '理由' })), item('AC-01'),
    ];
    const { shown, total } = exceptionsOf(items);
    expect([shown.map(({ code }) => code), total]).toEqual([['AC-30', 'AC-31', 'AC-32', 'AC-33', 'AC-34'], 6]);
    expect(shown[0]).toMatchObject({ kind: 'not_applicable', text: '理由' });
  });
  it('are none when all is conform', () => expect(exceptionsOf([item('AC-09')])).toEqual({ shown: [], total: 0 }));
});

describe('the malware scan line', () => {
  it('is the scan at the dock, else the one before shipment, else none', () => {
    expect(malwareScanOf(sampleItems())?.code).toBe('AC-17');
    expect(malwareScanOf([item('AC-07')])?.code).toBe('AC-07');
    expect(malwareScanOf([item('AC-17', { applies: false, counted: false }), item('AC-09')])).toBeNull();
  });
});

describe('residual notes', () => {
  it('are the agreed deviations and the words that are not among the exceptions in front', () => {
    const items = [item('AC-14', { result: 'conform_by_compensation', note: '代替' }), item('AC-19', { result: 'unverifiable', note: '測定器なし' })];
    expect(residualNotesOf(items, [{ key: 'm:3-4', text: '一部' }], exceptionsOf(items).shown)).toEqual(['合意済みの相違 3-4：一部']);
    expect(residualNotesOf(items, [], [])).toEqual(['AC-14：代替', 'AC-19：測定器なし']);
  });
});

describe('the sentence of confirmation', () => {
  it('says what rests on paper only, and that we did not test it', () => {
    const { ja, en } = confirmationOf(spec, countsOf([item('AC-03', { method: 'document' }), item('AC-05', { method: 'interview' }), item('AC-09')]));
    expect(ja).toContain('このうち2項目は提出文書または聞取りのみによる確認であり、当社による試験は行っていません（当社の試験による確認は1項目）');
    expect(en).toContain('2 of them rest on submitted documents or statements only and were not tested by us; 1 was tested by us');
    expect(ja).toContain('購入仕様書（RS-1 第2版）');
  });
  it('promises nothing beyond its basis', () =>
    expect(confirmationOf(spec, countsOf([item('AC-09')])).ja).toContain('それ以外の事項および将来にわたる安全性を保証するものではありません'));
  it('does not hide compensations and items set aside', () => {
    const { ja } = confirmationOf(spec, countsOf([item('AC-14', { result: 'conform_by_compensation' }), item('AC-15', { result: 'not_applicable' })]));
    expect(ja).toContain('代替策による適合1項目、対象外1項目を含む');
    expect(confirmationOf(spec, countsOf([item('AC-09')])).ja).not.toContain('を含む');
  });
});
