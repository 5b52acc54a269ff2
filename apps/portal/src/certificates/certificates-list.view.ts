import type { CertificateLine } from '@libs/insight';
import { certificateStatus } from '@pure/insight';
import { bothOf, day, link, status, table, word, words } from '../web/cells.view.js';
import type { Cell } from '../web/cells.view.js';
import { listView } from '../web/list.view.js';
import type { ListQuery } from '../web/list-query.rules.js';

const STATES = ['prepared', 'issuing', 'issued', 'superseded', 'revoked'] as const;
/** The states somebody else may look for: a supplier sees a certificate from its issue on. */
export const CERTIFICATE_ASKS = { filters: { state: STATES as readonly string[] }, sorts: ['number', 'issued', 'supplier'] };
const COLUMNS = ['portal.certificate.number', 'portal.certificate.item', 'portal.certificate.issuer', 'portal.certificate.supplier', 'portal_certificates.kind', 'portal.certificate.accepted_on', 'portal.certificate.issued_on', 'common.field.status'];
const SORTS = ['number', null, null, 'supplier', null, null, 'issued', null];

export function certificatesTable(lines: readonly CertificateLine[], supplier: boolean) {
  const rows = lines.map((line): Cell[] => [
    link(line.number, `/certificates/${line.id}`, `${line.poNumber} / ${line.noteNumber}`), words(line.item), words(line.issuer), words(bothOf(line.supplier), line.factory),
    word(`portal.certificate.kind_${line.kind}`), day(line.acceptedOn), day(line.issuedOn), status(certificateStatus(line.state))]);
  return table('portal.certificate.list', COLUMNS, rows, supplier ? 'portal.home.certificates_empty_supplier' : 'portal.certificate.empty');
}

export function certificatesView(found: { readonly lines: readonly CertificateLine[]; readonly total: number }, query: ListQuery, supplier: boolean) {
  const shown = supplier ? STATES.slice(2) : STATES;
  return {
    supplier,
    list: listView({
      path: '/certificates', query, total: found.total, table: certificatesTable(found.lines, supplier), searchHint: 'portal_certificates.search', sorts: SORTS,
      filters: [{ name: 'state', label: 'common.field.status', choices: shown.map((state) => ({ value: state, label: `insight.certificate.${state}` })) }],
    }),
  };
}
