import { DomainError } from '@platform-pure/errors';
import { changesBetween, refuseRepeated, rowProblems, sameKey } from '@platform-pure/workbook';
import type { FieldChange, PlannedRow, RowProblem } from '@platform-pure/workbook';
import { line, lineNoOf, problem } from './order-import-cells.rules.js';
import type { OrderRow } from './order-import-cells.rules.js';
import { agreementNamed, siteNamed } from './order-import-parties.rules.js';
import type { AgreementToName, SiteToName } from './order-import-parties.rules.js';
import { readImportedTerms } from './order-import-terms.rules.js';
import { readTerms } from './order.rules.js';
import type { OrderTerms } from './order.rules.js';

/** A line of the ledger as far as an import compares it. */
export interface KnownLine extends OrderTerms {
  readonly id: string;
  readonly version: number;
  readonly state: 'draft' | 'ordered' | 'cancelled';
  readonly supplierSiteId: string;
  readonly agreementId: string | null;
  readonly plannedAgreementId: string | null;
}
export interface OrderImportPremises { readonly known: readonly KnownLine[]; readonly sites: readonly SiteToName[]; readonly agreements: readonly AgreementToName[] }
/** What the commit gives to the verbs. */
export interface OrderImportContent extends OrderTerms { readonly supplierSiteId: string; readonly plannedAgreementId: string | null }

const keyOf = (poNumber: string, lineNo: number): string => `${sameKey(poNumber)}\n${lineNo}`;
const rowKey = ({ cells }: OrderRow): string | null => line(cells.poNumber) === '' ? null : keyOf(line(cells.poNumber), lineNoOf(cells.lineNo));

/** What each row would do to the ledger: 注文番号 and 明細番号 say which line is meant; no 明細番号 is line 1. */
export function planOrders(rows: readonly OrderRow[], premises: OrderImportPremises): PlannedRow[] {
  const byKey = Map.groupBy(premises.known, ({ poNumber, lineNo }) => keyOf(poNumber, lineNo));
  const repeated = refuseRepeated(rows, rowKey);
  return rows.map((row) => {
    const first = repeated.get(row);
    if (first !== undefined) return plannedAs(row, 'faulty', { problems: [problem(null, 'order.import_repeated', { row: first })] });
    const found = byKey.get(rowKey(row) ?? '') ?? [];
    const exact = found.filter(({ poNumber }) => poNumber === line(row.cells.poNumber));
    if (exact.length === 0 && found.length > 1) return plannedAs(row, 'faulty', { problems: [problem('poNumber', 'order.import_ambiguous')] });
    return planRow(row, exact[0] ?? found[0], premises);
  });
}

function plannedAs({ sheet, number, raw, cells }: OrderRow, outcome: PlannedRow['outcome'], rest: Partial<PlannedRow> = {}): PlannedRow {
  const name = [line(cells.poNumber), line(cells.lineNo) && `-${line(cells.lineNo)}`, ' ', line(cells.itemName)].join('').trim();
  return { sheet, number, name, outcome, raw, changes: [], problems: [], target: null, content: null, ...rest };
}

function planRow(row: OrderRow, known: KnownLine | undefined, premises: OrderImportPremises): PlannedRow {
  const problems: RowProblem[] = [];
  const site = siteNamed(row, known, premises.sites, problems);
  const { terms, version } = readImportedTerms(row, known, problems);
  const agreement = agreementNamed(row, known, premises.agreements, problems);
  const target = known ? { id: known.id, version: known.version } : null;
  const read = attempt(problems, () => readTerms(terms));
  if (read && agreement && site) checkAgreement(read, agreement, site, problems);
  if (problems.length > 0 || !read || !site) return plannedAs(row, 'faulty', { problems, target });
  const content: OrderImportContent = { ...read, supplierSiteId: site.id, plannedAgreementId: agreement?.id ?? null };
  if (known) return planChange(row, known, content, premises, version);
  // the number says that the row came from the ledger; then its order number was changed, and a second line would be made
  return version === null ? plannedAs(row, 'new', { content }) : plannedAs(row, 'conflict', { problems: [problem('version', 'order.import_key_changed')] });
}

function checkAgreement({ secureRequirement }: OrderTerms, agreement: AgreementToName, site: SiteToName, problems: RowProblem[]): void {
  if (!secureRequirement) problems.push(problem('agreement', 'order.agreement_without_requirement'));
  else if (agreement.supplierSiteId !== site.id) problems.push(problem('agreement', 'order.agreement_of_another_site'));
}

const COMPARED = [
  'jobNumber', 'governingDocument', 'secureRequirement', 'noRequirementReason', 'contractForm', 'itemName', 'model', 'quantity', 'unit', 'orderedOn', 'dueOn', 'deliveryPlace',
  'inspectionDueOn', 'amount', 'paymentTermsDays', 'criticality',
] as const;

function planChange(row: OrderRow, known: KnownLine, content: OrderImportContent, premises: OrderImportPremises, version: number | null): PlannedRow {
  const target = { id: known.id, version: known.version };
  const changes = [...changesBetween<OrderTerms>(known, content, COMPARED), ...partyChanges(known, content, premises)];
  if (changes.length === 0) return plannedAs(row, 'unchanged', { target });
  if (known.state !== 'draft') return plannedAs(row, 'faulty', { changes, target, problems: [problem(null, `order.import_${known.state}`)] });
  if (version !== null && version !== known.version) return plannedAs(row, 'conflict', { changes, target, problems: [problem('version', 'order.import_stale', { version: known.version })] });
  return plannedAs(row, 'changed', { changes, target, content });
}

function partyChanges(known: KnownLine, content: OrderImportContent, { sites, agreements }: OrderImportPremises): FieldChange[] {
  const siteName = (id: string): string | null => { const site = sites.find((one) => one.id === id); return site ? `${site.makerName} ${site.factoryName}` : null; };
  const numberOf = (id: string | null): string | null => agreements.find((one) => one.id === id)?.requestNumber ?? null;
  const planned = known.state === 'draft' ? known.plannedAgreementId : known.agreementId;
  return [
    ...(known.supplierSiteId === content.supplierSiteId ? [] : [{ field: 'makerName', before: siteName(known.supplierSiteId), after: siteName(content.supplierSiteId) }]),
    ...(planned === content.plannedAgreementId ? [] : [{ field: 'agreement', before: numberOf(planned), after: numberOf(content.plannedAgreementId) }]),
  ];
}

function attempt<T>(problems: RowProblem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // what the cell itself could not be read for is said already
    problems.push(...rowProblems(error).filter(({ field }) => !problems.some((said) => said.field === field)));
    return undefined;
  }
}
