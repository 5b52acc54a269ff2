import type { Gate, Method, Necessity } from '@pure/catalog';
import type { ItemResult } from '@pure/inspection';
import { buildCertificate } from './certificate.document.js';
import type { CertificateItem, CertificateStatement } from './certificate.document.js';
import { GOVERNING } from './certificate.labels.js';
import { confirmationOf, countsOf, exceptionsOf, malwareScanOf, residualNotesOf } from './content.rules.js';

type Line = [code: string, gate: Gate, ja: string, en: string, necessity: Necessity, method: Method | null, result: ItemResult | null, note: string | null, files: string[]];

const LINES: readonly Line[] = [
  ['AC-03', 'G0', '責任分界点を合意', 'Split of responsibility agreed', 'must', 'document', 'conform', null, ['責任分界表_第2版.pdf']],
  ['AC-05', 'G1', '開発・製造環境の物理的な保護', 'Physical protection of the development site', 'must', 'on_site', 'conform', null, []],
  ['AC-07', 'G1', '出荷前マルウェア検査', 'Pre-shipment malware scan', 'must', 'document', 'conform', null, ['マルウェア検査記録_20261105.pdf']],
  ['AC-09', 'G1', '開いているポート・サービスの一覧と理由、不要分の停止', 'Ports/services listed and justified, rest closed', 'must', 'own_test', 'conform', null, ['port-scan.csv']],
  ['AC-10', 'G1', '初期パスワードの変更と個人別アカウント', 'No default passwords; individual accounts', 'must', 'own_test', 'conform', null, []],
  ['AC-13', 'G1', 'イベントログの取得・時刻同期・出力', 'Event logs, time sync, export', 'must', 'own_test', 'conform', null, []],
  ['AC-14', 'G1', 'マルウェア対策または許可リスト、不可なら代替策', 'Anti-malware or allow-list, else substitute', 'must_alt', 'own_test', 'conform_by_compensation',
    '制御装置の性能上、常駐型の対策を導入できないため、許可リスト方式と搬入時検査で代替する（次回定期保守で再評価）。', []],
  ['AC-16', 'G2', '型式・製造番号・数量が発注と一致、封印・輸送の状態', 'Model, serial, quantity match; seal intact', 'must', 'goods_check', 'conform', null, ['納品写真_1.jpg', '納品写真_2.jpg']],
  ['AC-17', 'G2', '搬入機器・媒体の現地走査、管理シール', 'On-site scan of devices/media; seal label', 'must', 'own_test', 'conform', null, ['現地走査_20261110.pdf']],
  ['AC-19', 'G3', '真正性・ハッシュ照合', 'Authenticity / hash check', 'recommended', null, null, null, []],
  ['AC-25', 'G4', 'PSIRT窓口・サポート期限・終了時計画', 'PSIRT contact, support end date, end-of-life plan', 'must', 'document', 'conform', null, ['サポート方針.pdf']],
];
const HASH = '3b1f9c0d5e7a24681357f0e1d2c3b4a59687786950a1b2c3d4e5f60718293a4b';

/** The buyer's reminder and an item that its facts took away, as every checklist has them. */
const aside = (code: string, ja: string, en: string, change: Partial<CertificateItem>): CertificateItem => ({
  code, gate: 'G0', title: { ja, en }, necessity: 'must', owner: 'supplier', applies: true, counted: false, method: null, result: null, note: null, checkedOn: null, evidence: [], ...change,
});

export function sampleItems(): CertificateItem[] {
  const items = LINES.map(([code, gate, ja, en, necessity, method, result, note, files]): CertificateItem => ({
    code, gate, title: { ja, en }, necessity, owner: 'supplier', applies: true, counted: true, method, result, note, checkedOn: result === null ? null : '2026-11-12',
    evidence: files.map((fileName) => ({ fileName, sha256: HASH })),
  }));
  const reminder = aside('AC-02', '適用規格・要求レベル（★/SL）を仕様に明記', 'Standards and level (star/SL) stated in the spec', { owner: 'buyer', method: 'document', result: 'conform', checkedOn: '2026-11-02' });
  return [reminder, ...items, aside('AC-08', 'サポート中のOSと更新手順書', 'Supported OS and update procedure', { gate: 'G1', necessity: 'must_if', applies: false })];
}

/** A whole certificate with long names and rare characters: what the specs and the template check print. */
export function sampleCertificate(change: Partial<CertificateStatement> = {}): CertificateStatement {
  const items = sampleItems();
  const counts = countsOf(items);
  return buildCertificate({
    number: 'MKD-2026-000123', kind: 'partial', criticality: 'middle',
    issuer: { organizationId: '0190c0de-0000-7000-8000-000000000001', legalName: 'みなと半導体デバイス株式会社', nameEn: 'Minato Semiconductor Devices Co., Ltd.', corporateNumber: '1234567890123', address: '三重県四日市市山之一色町八〇〇番地', department: '調達本部 資材調達部' },
    supplier: { organizationId: null, name: '㈱髙﨑精密製作所', nameEn: 'Takasaki Precision Works, Ltd.', corporateNumber: '9876543210987', address: '群馬県高崎市𠮷井町一二三番地の四', counterpartyCode: 'T-00421', factoryName: '倉賀野第二工場' },
    order: { id: 'o', poNumber: 'PO-2026-04711', lineNo: 2, jobNumber: 'J26-0815', contractForm: 'ukeoi', governingDocument: 'purchase_spec' },
    delivery: { id: 'd', noteNumber: 'DN-88121', installmentNo: 1, installmentsTotal: 3 },
    goods: {
      itemName: '枚葉式洗浄装置（制御部を含む）', model: 'TKS-3000N', unit: '台', ordered: 3, accepted: 1, acceptedSoFar: 1, serials: ['TKS3000-2611-0007'],
      versions: [{ name: 'PLC ファームウェア', version: '4.2.1' }, { name: 'HMI ソフトウェア', version: '2026.10' }],
    },
    dates: { ordered: '2026-09-01', received: '2026-11-10', inspected: '2026-11-12', accepted: '2026-11-13', issued: '2026-11-13' },
    basis: {
      specification: { editionId: 'e', number: 'RS-2026-0012', edition: 2, title: { ja: '洗浄装置セキュリティ要求仕様書', en: 'Security requirements for wet stations' }, digest: HASH },
      request: { id: 'r', number: 'RQ-2026-0034' }, response: { statementId: 's', revision: 2, digest: HASH }, agreement: { id: 'g', agreedOn: '2026-08-20', digest: HASH },
      checklist: [{ key: 'acceptance-checklist', edition: '1', title: { ja: '検収チェックリスト（標準・26項目）', en: 'Acceptance checklist' }, digest: HASH }],
    },
    inspection: { id: 'i', digest: HASH }, verdict: 'passed', counts, items, exceptions: exceptionsOf(items), malwareScan: malwareScanOf(items),
    confirmation: confirmationOf({ number: 'RS-2026-0012', edition: 2, governing: GOVERNING.purchase_spec }, counts),
    signOff: [
      { role: 'approver', name: '𠮷田 美智子', department: '生産本部 生産技術部長', method: 'password_mail_code', at: '2026-11-13T02:05:00.000Z' },
      { role: 'confirmer', name: '渡邉 健', department: '生産技術部 設備課', method: 'password_mail_code', at: '2026-11-12T07:40:00.000Z' },
      { role: 'inspector', name: '髙﨑 恵', department: '品質保証部 受入検査課', method: 'session', at: '2026-11-12T06:12:00.000Z' },
    ],
    residualNotes: residualNotesOf(items, [{ key: 'meti-factory-checklist:3-4', text: '2／要求：3／補足：2027年3月末までに遠隔保守の多要素認証を導入する' }], exceptionsOf(items).shown),
    disclosureClass: 'parties', retainUntil: '2036-11-13', replaces: null,
    verification: { code: 'MZXW6YTBOJTG633CMFZGM33PMI', url: 'https://kenshu.example.jp/verify/MZXW6YTBOJTG633CMFZGM33PMI' }, ...change,
  });
}
