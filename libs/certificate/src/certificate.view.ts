import { formatDate, formatDateTime, formatNumber } from '@platform-pure/i18n';
import { METHODS } from '@pure/catalog';
import { RESULTS } from '@pure/inspection';
import type { CertificateItem, CertificateStatement, PrintedSignOff } from './certificate.document.js';
import { CONTRACT_FORM, CRITICALITY, DISCLOSURE, GATE, GOVERNING, KIND, METHOD, NECESSITY, RESULT, ROLE, SIGN_METHOD } from './certificate.labels.js';
import { spacedCode } from './number.rules.js';

/** Times on the form are Japanese time, and say so. */
const ZONE = 'Asia/Tokyo';
const ja = (day: string): string => formatDate(day, 'ja', ZONE);
const count = (value: number): string => formatNumber(value, 'ja');
/** Enough of a hash to compare by eye; the whole one is in the annex. */
const short = (hash: string): string => hash.slice(0, 16);
const grouped = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ');
/** The front stays within two pages: long words are cut there and whole in the annex, and so many residual notes are printed. */
const FRONT = { text: 140, notes: 8 } as const;
const cut = (text: string): string => {
  const letters = [...text];
  return letters.length > FRONT.text ? `${letters.slice(0, FRONT.text - 1).join('')}…` : text;
};
const installment = ({ installmentNo, installmentsTotal }: CertificateStatement['delivery']): string => `${installmentNo} / ${installmentsTotal ?? '未定'}`;

export type CertificateView = ReturnType<typeof certificateView>;

/** What the template prints, from the statement and from nothing else. */
export function certificateView(statement: CertificateStatement, sha256: string) {
  return {
    certificateNumber: statement.number,
    kind: KIND[statement.kind],
    issuedOn: ja(statement.dates.issued),
    replaces: statement.replaces,
    parties: partiesView(statement),
    transaction: transactionView(statement),
    goods: goodsView(statement),
    dates: datesView(statement),
    verdict: verdictView(statement),
    confirmation: statement.confirmation,
    signOff: statement.signOff.map(signOffView),
    notes: { ...notesView(statement), disclosure: DISCLOSURE[statement.disclosureClass], retainUntil: ja(statement.retainUntil) },
    verification: { url: statement.verification.url, codeLines: codeLines(statement.verification.code) },
    annex: { items: statement.items.map(itemView), ...goodsAnnex(statement), residual: allNotes(statement), hashes: hashesView(statement, sha256) },
  };
}

function notesView({ residualNotes }: CertificateStatement) {
  const more = residualNotes.length - FRONT.notes;
  return { residual: residualNotes.slice(0, FRONT.notes).map(cut), moreResidual: more > 0 ? count(more) : '' };
}

/** In full, where the front could not print them so. */
function allNotes({ residualNotes }: CertificateStatement): readonly string[] {
  return residualNotes.length > FRONT.notes || residualNotes.some((note) => cut(note) !== note) ? residualNotes : [];
}

function codeLines(code: string): readonly string[] {
  const groups = spacedCode(code).split('-');
  return [groups.slice(0, 4).join('-'), groups.slice(4).join('-')];
}

function partiesView({ issuer, supplier }: CertificateStatement) {
  return {
    issuer: { ...issuer, corporateNumber: issuer.corporateNumber ?? '' },
    supplier: { ...supplier, corporateNumber: supplier.corporateNumber ?? '' },
  };
}

function transactionView({ order, delivery, basis, criticality }: CertificateStatement) {
  const { specification, agreement, request, response } = basis;
  return {
    poNumber: order.poNumber, lineNo: String(order.lineNo), jobNumber: order.jobNumber, contractForm: CONTRACT_FORM[order.contractForm],
    noteNumber: delivery.noteNumber, installment: installment(delivery), criticality: CRITICALITY[criticality],
    governing: GOVERNING[order.governingDocument], specification: `${specification.number} 第${specification.edition}版`, specificationTitle: specification.title,
    specificationHash: short(specification.digest), agreedOn: ja(agreement.agreedOn), requestNumber: request.number, unsigned: response.unsigned === true,
  };
}

function goodsView({ goods }: CertificateStatement) {
  const { serials, versions } = goods;
  return {
    itemName: goods.itemName, model: goods.model ?? '', unit: goods.unit, ordered: count(goods.ordered), accepted: count(goods.accepted),
    acceptedSoFar: count(goods.acceptedSoFar),
    serials: serials.length === 0 ? '' : serials.length <= 3 ? serials.join('、') : `${serials.slice(0, 2).join('、')} ほか（全${serials.length}件、別紙2）`,
    versions: versions.length === 0 ? '' : versions.length <= 2 ? versions.map(({ name, version }) => `${name} ${version}`).join('、') : `${versions.length}件（別紙2）`,
  };
}

function datesView({ dates }: CertificateStatement) {
  const row = (label: string, en: string, day: string) => ({ label, en, day: ja(day) });
  return [
    row('発注日', 'Ordered', dates.ordered), row('受領日', 'Received', dates.received), row('検査完了日', 'Inspected', dates.inspected),
    row('検収日', 'Accepted', dates.accepted), row('発行日', 'Issued', dates.issued),
  ];
}

function verdictView({ counts, exceptions, malwareScan }: CertificateStatement) {
  const results = [...RESULTS, 'not_checked' as const].map((key) => ({ label: RESULT[key].ja, count: count(counts.byResult[key]) }));
  return {
    applied: count(counts.applied), skipped: count(counts.skipped), results,
    methods: METHODS.map((key) => ({ label: METHOD[key].ja, count: count(counts.byMethod[key]) })),
    exceptions: exceptions.shown.map(({ code, title, kind, text }) => ({ code, title: title.ja, kind: RESULT[kind].ja, text: cut(text ?? '') })),
    moreExceptions: exceptions.total > exceptions.shown.length ? count(exceptions.total - exceptions.shown.length) : '',
    scan: malwareScan === null ? null : {
      code: malwareScan.code, method: METHOD[malwareScan.method].ja, result: RESULT[malwareScan.result].ja, on: ja(malwareScan.checkedOn),
      evidence: malwareScan.evidence.join('、'),
    },
  };
}

function signOffView({ role, name, department, method, at }: PrintedSignOff) {
  return { role: ROLE[role], name, department: department ?? '', method: SIGN_METHOD[method] ?? method, at: formatDateTime(at, 'ja', ZONE) };
}

function itemView(item: CertificateItem) {
  return {
    code: item.code, gate: GATE[item.gate], title: item.title, necessity: item.owner === 'buyer' ? '発注者の確認事項' : NECESSITY[item.necessity],
    method: item.method === null ? '' : METHOD[item.method].ja,
    result: resultWord(item),
    checkedOn: item.checkedOn?.replaceAll('-', '/') ?? '', note: item.note ?? '',
    evidence: item.evidence.map(({ fileName, sha256 }) => ({ fileName, hash: short(sha256) })),
  };
}

function resultWord(item: CertificateItem): string {
  if (item.result !== null) return RESULT[item.result].ja;
  if (!item.applies) return '適用なし';
  if (item.gate === 'G5') return '保守後に確認';
  return item.counted ? RESULT.not_checked.ja : '－';
}

function goodsAnnex({ goods }: CertificateStatement) {
  return {
    serials: goods.serials.map((serial, index) => ({ no: String(index + 1), serial })), versions: goods.versions,
    hasGoods: goods.serials.length > 0 || goods.versions.length > 0,
  };
}

function hashesView({ basis, inspection }: CertificateStatement, sha256: string) {
  const row = (label: string, name: string, hash: string) => ({ label, name, hash: grouped(hash) });
  return [
    row('本書の記録', 'kenshu.certificate/1', sha256),
    row('受入検査の記録', 'kenshu.inspection/1', inspection.digest),
    row('要求仕様書', `${basis.specification.number} 第${basis.specification.edition}版`, basis.specification.digest),
    row(basis.response.unsigned ? '回答書（代理登録・署名なし）' : '回答書（供給者が署名）', `第${basis.response.revision}回提出`, basis.response.digest),
    row('合意書', ja(basis.agreement.agreedOn), basis.agreement.digest),
    ...basis.checklist.map(({ title, edition, digest }) => row('検収チェックリスト', `${title.ja} 第${edition}版`, digest)),
  ];
}
