import { sameKey } from '@platform-pure/workbook';
import type { RowProblem } from '@platform-pure/workbook';
import { line, problem } from './order-import-cells.rules.js';
import type { OrderRow } from './order-import-cells.rules.js';
import { NO_AGREEMENT } from './order-ledger.rules.js';

export interface SiteToName { readonly id: string; readonly counterpartyCode: string; readonly makerName: string; readonly makerNameEn: string | null; readonly factoryName: string }
export interface AgreementToName { readonly id: string; readonly requestNumber: string; readonly supplierSiteId: string }

/** 取引先コード, or the maker's name, and the factory where the maker has several. A file without these columns says nothing about a line that is known. */
export function siteNamed({ cells }: OrderRow, known: { readonly supplierSiteId: string } | undefined, sites: readonly SiteToName[], problems: RowProblem[]): SiteToName | null {
  const [code, maker, factory] = [sameKey(line(cells.counterpartyCode)), sameKey(line(cells.makerName)), sameKey(line(cells.factoryName))];
  if (code === '' && maker === '' && factory === '' && known) return sites.find(({ id }) => id === known.supplierSiteId) ?? null;
  const ofMaker = sites.filter((site) => code !== '' ? sameKey(site.counterpartyCode) === code
    : maker !== '' && [site.makerName, site.makerNameEn ?? '', site.counterpartyCode, `${site.makerName}${site.factoryName}`].some((name) => sameKey(name) === maker));
  const found = factory === '' ? ofMaker : ofMaker.filter((site) => sameKey(site.factoryName) === factory);
  if (found.length === 1) return found[0] ?? null;
  const field = code === '' ? 'makerName' : 'counterpartyCode';
  if (found.length > 1) problems.push(problem('factoryName', 'order.import_which_factory', { factories: found.map(({ factoryName }) => factoryName).join('・') }));
  else if (ofMaker.length > 0) problems.push(problem('factoryName', 'order.import_no_factory', { factories: ofMaker.map(({ factoryName }) => factoryName).join('・') }));
  else problems.push(problem(field, code === '' && maker === '' ? 'common.required' : 'order.import_no_supplier'));
  return null;
}

/** By the number of its request, or its id; a missing column leaves a known line as it is, an empty cell is *no pin*. */
export function agreementNamed(
  { cells }: OrderRow, known: { readonly agreementId: string | null; readonly plannedAgreementId: string | null } | undefined, agreements: readonly AgreementToName[], problems: RowProblem[],
): AgreementToName | null {
  if (!('agreement' in cells)) {
    const kept = known?.agreementId ?? known?.plannedAgreementId ?? null;
    return agreements.find(({ id }) => id === kept) ?? null;
  }
  const said = sameKey(line(cells.agreement));
  if (said === '' || NO_AGREEMENT.some((word) => sameKey(word) === said)) return null;
  const found = agreements.find(({ id, requestNumber }) => sameKey(requestNumber) === said || id === said);
  if (!found) problems.push(problem('agreement', 'order.import_no_agreement'));
  return found ?? null;
}
