import type { CertificateDetail } from '@libs/certificate';
import type { ThreadAnchor } from '@libs/insight';
import type { CertificateStatement } from '@pure/certificate';
import { certificateStatus } from '@pure/insight';
import { RESULTS } from '@pure/inspection';
import { code, day, editionOf, fact, link, number, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { signOffView } from '../web/sign-offs.view.js';

/** A certificate names its whole chain by itself. */
export function anchorOf({ basis, inspection }: CertificateStatement): ThreadAnchor {
  return { editionId: basis.specification.editionId, requestId: basis.request.id, statementId: basis.response.statementId, inspectionId: inspection.id };
}

/** The page says what the statement says; the file is the original. */
export function certificateView({ id, state, statement, file, ...row }: CertificateDetail) {
  return {
    id, number: statement.number, kind: `portal.certificate.kind_${statement.kind}`, status: status(certificateStatus(state)), hasFile: file !== null,
    outcome: [
      ...(row.revocationReason ? [fact('portal.certificate.revoked_because', words(row.revocationReason))] : []),
      ...(row.replacedBy ? [fact('portal.certificate.replaced_by', words(row.replacedBy))] : []),
      ...(statement.replaces ? [fact('portal.certificate.replaces', words(statement.replaces.number, statement.replaces.reason))] : []),
    ],
    confirmation: statement.confirmation, signOffs: statement.signOff.map((one) => signOffView(`portal.sign_off.${one.role}`, one)),
    parties: partyFacts(statement), goods: goodsFacts(statement), basis: basisFacts(statement), dates: dateFacts(statement),
    counts: countsTable(statement), exceptions: exceptionsTable(statement), items: itemsTable(statement), hashes: hashFacts(statement, row.sha256),
  };
}

function partyFacts({ issuer, supplier }: CertificateStatement): FactView[] {
  return [
    fact('portal.certificate.issuer', words({ ja: issuer.legalName, en: issuer.nameEn ?? issuer.legalName }, issuer.department)),
    fact('portal.certificate.supplier', words({ ja: supplier.name, en: supplier.nameEn ?? supplier.name }, supplier.factoryName)),
    fact('common.field.address', words(supplier.address)),
  ];
}

function goodsFacts({ goods, order, delivery }: CertificateStatement): FactView[] {
  const lot = `${delivery.installmentNo} / ${delivery.installmentsTotal ?? '–'}`;
  return [
    fact('portal.certificate.item', words(goods.itemName, goods.model)),
    fact('portal.certificate.order', words(`${order.poNumber}-${order.lineNo}`, order.jobNumber)),
    fact('portal.certificate.delivery_note', words(delivery.noteNumber)), fact('portal.certificate.installment', words(lot)),
    fact('portal.certificate.accepted', number(goods.accepted, goods.unit)), fact('portal.certificate.accepted_so_far', words(`${goods.acceptedSoFar} / ${goods.ordered} ${goods.unit}`)),
  ];
}

function dateFacts({ dates }: CertificateStatement): FactView[] {
  return (['ordered', 'received', 'inspected', 'accepted', 'issued'] as const).map((name) => fact(`portal.certificate.${name}_on`, day(dates[name])));
}

function basisFacts({ basis, criticality, inspection, order }: CertificateStatement): FactView[] {
  const { specification, request, response, agreement } = basis;
  return [
    fact('common.noun.specification', link(editionOf(specification.number, specification.edition), `/specifications/${specification.editionId}`, specification.title)),
    fact('portal.governing_document', word(`specification.governing.${order.governingDocument}`)),
    fact('portal.criticality', word(`specification.criticality.${criticality}`)),
    fact('common.noun.request', link(request.number, `/requests/${request.id}`)),
    fact('common.noun.response', link({ ja: `第${response.revision}回提出`, en: `Submission ${response.revision}` }, `/responses/${response.statementId}`)),
    fact('portal.agreed_on', day(agreement.agreedOn)),
    fact('common.noun.inspection', link({ ja: '受入検査の記録', en: 'Inspection record' }, `/inspections/${inspection.id}`)),
  ];
}

function countsTable({ counts }: CertificateStatement): TableView {
  const results = [...RESULTS, 'not_checked' as const];
  const columns = ['portal.certificate.applied', ...results.map((result) => `portal.result.${result}`), 'portal.certificate.skipped'];
  return table('portal.certificate.counts', columns, [[number(counts.applied), ...results.map((result) => number(counts.byResult[result])), number(counts.skipped)]], 'portal.certificate.no_items');
}

function exceptionsTable({ exceptions }: CertificateStatement): TableView {
  const rows = exceptions.shown.map((one) => [words(one.code), words(one.title), word(`portal.result.${one.kind}`), words(one.text)]);
  return table('portal.certificate.exceptions', ['common.field.code', 'portal.item', 'portal.result', 'common.field.note'], rows, 'portal.certificate.no_exceptions');
}

const ITEMS = ['common.field.code', 'portal.item', 'catalog.gate', 'catalog.necessity', 'catalog.method', 'portal.result', 'portal.checked_on', 'common.field.note'];

function itemsTable({ items }: CertificateStatement): TableView {
  const rows = items.map((item) => [
    words(item.code), words(item.title), word(`catalog.gate.${item.gate}`), word(item.owner === 'buyer' ? 'portal.buyer_item' : `catalog.necessity.${item.necessity}`),
    item.method ? word(`catalog.method.${item.method}`) : words(''), resultCell(item), day(item.checkedOn), words(item.note)]);
  return table('portal.certificate.items', ITEMS, rows, 'portal.certificate.no_items');
}

interface Checked { readonly applies: boolean; readonly counted: boolean; readonly result: string | null }

export function resultCell({ applies, counted, result }: Checked): Cell {
  if (!applies) return status({ tone: 'none', key: 'portal.result.does_not_apply' });
  if (result === null) return status({ tone: 'none', key: counted ? 'portal.result.not_checked' : 'portal.result.left_open' });
  const tone = ({ conform: 'done', conform_by_compensation: 'done', nonconform: 'stop', unverifiable: 'back', not_applicable: 'none' } as const)[result] ?? 'info';
  return status({ tone, key: `portal.result.${result}` });
}

function hashFacts({ basis, inspection, disclosureClass, retainUntil }: CertificateStatement, sha256: string): FactView[] {
  return [
    fact('portal.certificate.statement_hash', code(sha256)), fact('portal.certificate.inspection_hash', code(inspection.digest)),
    fact('portal.certificate.specification_hash', code(basis.specification.digest)), fact('portal.certificate.response_hash', code(basis.response.digest)),
    fact('portal.certificate.agreement_hash', code(basis.agreement.digest)),
    fact('portal.disclosure', word(`evidence.disclosure_class.${disclosureClass}`)), fact('portal.certificate.retain_until', day(retainUntil)),
  ];
}
