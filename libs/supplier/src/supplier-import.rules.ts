import { DomainError } from '@platform-pure/errors';
import { changesBetween, readAmount, readChoice, readDay, readLine, readSwitch, refuseRepeated, rowProblems, sameKey, unmarked } from '@platform-pure/workbook';
import type { CellValue, LedgerRow, PlannedRow, RowProblem } from '@platform-pure/workbook';
import { KIND_WORDS } from './supplier-ledger.rules.js';
import type { SupplierLedgerField } from './supplier-ledger.rules.js';
import { readApprovalDay, readRegistrationDay, readSite } from './supplier.rules.js';
import type { SupplierKind, SupplierSite, SupplierSiteContent, SupplierSiteInput } from './supplier.rules.js';

/** What the commit gives to the verbs. `approvedOn` only when the row is to be approved. */
export interface SupplierImportContent { readonly site: SupplierSiteInput; readonly registeredOn?: string; readonly approvedOn?: string }

export interface SupplierImportPremises {
  readonly known: readonly SupplierSite[];
  readonly today: string;
  /** 種別 of rows that do not say it: the paper ledger has no such column. */
  readonly kind: SupplierKind;
}

type Row = LedgerRow<SupplierLedgerField>;
const COMPARED = ['makerName', 'makerNameEn', 'address', 'kind', 'sme', 'contactName', 'contactEmail'] as const;
const line = (value: CellValue | undefined): string => unmarked(readLine(value ?? null));
const keyOf = (code: string, factory: string): string => `${sameKey(code)}\n${sameKey(factory)}`;
const problem = (field: string | null, code: string, params: RowProblem['params'] = {}): RowProblem => ({ field, code, params });

/** What each row would do to the ledger: 取引先コード and 工場名 together say which factory is meant. */
export function planSuppliers(rows: readonly Row[], premises: SupplierImportPremises): PlannedRow[] {
  const keyed = (row: Row): string | null => row.cells.counterpartyCode && row.cells.factoryName ? keyOf(line(row.cells.counterpartyCode), line(row.cells.factoryName)) : null;
  const repeated = refuseRepeated(rows, keyed);
  return rows.map((row) => {
    const first = repeated.get(row);
    return first === undefined ? planRow(row, premises) : plannedAs(row, 'faulty', { problems: [problem(null, 'supplier.import_repeated', { row: first })] });
  });
}

function plannedAs({ sheet, number, raw, cells }: Row, outcome: PlannedRow['outcome'], rest: Partial<PlannedRow> = {}): PlannedRow {
  const name = [line(cells.counterpartyCode), line(cells.makerName), line(cells.factoryName)].filter((part) => part !== '').join(' ');
  return { sheet, number, name, outcome, raw, changes: [], problems: [], target: null, content: null, ...rest };
}

function planRow(row: Row, premises: SupplierImportPremises): PlannedRow {
  const found = sitesNamed(row, premises.known);
  if (found.length > 1) return plannedAs(row, 'faulty', { problems: [problem('counterpartyCode', 'supplier.import_ambiguous')] });
  const [site] = found;
  const problems: RowProblem[] = [];
  const read = readRow(row, site, premises, problems);
  if (problems.length > 0) return plannedAs(row, 'faulty', { problems, target: site ? { id: site.id, version: site.version } : null });
  return site ? planChange(row, site, read) : planNew(row, read);
}

/** One spelled exactly so comes before one that only reads the same. */
function sitesNamed({ cells }: Row, known: readonly SupplierSite[]): SupplierSite[] {
  const [code, factory] = [line(cells.counterpartyCode), line(cells.factoryName)];
  const exact = known.filter((site) => site.counterpartyCode === code && site.factoryName === factory);
  return exact.length > 0 ? exact : known.filter((site) => keyOf(site.counterpartyCode, site.factoryName) === keyOf(code, factory));
}

interface ReadSiteRow { readonly content: SupplierSiteContent; readonly registeredOn: string | null; readonly approvedOn: string | null; readonly version: number | null }

function readRow(row: Row, site: SupplierSite | undefined, premises: SupplierImportPremises, problems: RowProblem[]): ReadSiteRow {
  const { cells } = row;
  const given = <T>(field: SupplierLedgerField, value: T | undefined, code: string): T | null => {
    if (value === undefined) problems.push(problem(field, code));
    return value ?? null;
  };
  const registeredOn = given('registeredOn', readDay(cells.registeredOn ?? null), 'common.not_date');
  const approvedOn = given('approvedOn', readDay(cells.approvedOn ?? null), 'common.not_date');
  const decided = {
    kind: given('kind', readChoice(cells.kind ?? null, KIND_WORDS), 'common.choose_one') ?? site?.kind ?? premises.kind,
    sme: given('sme', readSwitch(cells.sme ?? null), 'workbook.yes_or_no') ?? site?.sme ?? false,
  };
  const input: SupplierSiteInput = { ...textsOf(row, site), ...decided };
  const content = attempt(problems, () => readSite(input));
  if (site) checkDays(site, { registeredOn, approvedOn, today: premises.today }, problems);
  else if (problems.length === 0) attempt(problems, () => newDays(registeredOn, approvedOn, premises.today));
  return { content: content ?? input as SupplierSiteContent, registeredOn, approvedOn, version: given('version', readAmount(cells.version ?? null), 'workbook.not_a_number') };
}

/** The names of a known factory stay as the ledger spells them; a column that is missing leaves what stands there, an empty cell empties it. */
function textsOf({ cells }: Row, site: SupplierSite | undefined): Omit<SupplierSiteContent, 'kind' | 'sme'> {
  const said = (field: 'makerName' | 'address' | 'makerNameEn' | 'contactName' | 'contactEmail'): string | null => field in cells ? line(cells[field]) : site?.[field] ?? null;
  return {
    counterpartyCode: site?.counterpartyCode ?? line(cells.counterpartyCode), factoryName: site?.factoryName ?? line(cells.factoryName), makerName: said('makerName') ?? '',
    makerNameEn: said('makerNameEn'), address: said('address') ?? '', contactName: said('contactName'), contactEmail: said('contactEmail'),
  };
}

function newDays(registeredOn: string | null, approvedOn: string | null, today: string): void {
  // an older ledger often knows only the day of approval: then the factory was known that day at the latest
  const day = readRegistrationDay(registeredOn ?? approvedOn ?? undefined, today);
  if (approvedOn !== null) readApprovalDay({ registeredOn: day }, approvedOn, today);
}

/** Days once written are facts; an empty cell says nothing about them. */
function checkDays(site: SupplierSite, { registeredOn, approvedOn, today }: { registeredOn: string | null; approvedOn: string | null; today: string }, problems: RowProblem[]): void {
  if (registeredOn !== null && registeredOn !== site.registeredOn) problems.push(problem('registeredOn', 'supplier.import_day_stands', { day: site.registeredOn }));
  if (approvedOn === null) return;
  if (site.approvedOn === null) attempt(problems, () => readApprovalDay(site, approvedOn, today));
  else if (approvedOn !== site.approvedOn) problems.push(problem('approvedOn', 'supplier.import_day_stands', { day: site.approvedOn }));
}

function planNew(row: Row, { content, registeredOn, approvedOn, version }: ReadSiteRow): PlannedRow {
  // the number says that the row came from the ledger; then its code or factory was changed, and a second factory would be made
  if (version !== null) return plannedAs(row, 'conflict', { problems: [problem('version', 'supplier.import_key_changed')] });
  const planned: SupplierImportContent = { site: content, ...((registeredOn ?? approvedOn) && { registeredOn: registeredOn ?? approvedOn ?? '' }), ...(approvedOn && { approvedOn }) };
  return plannedAs(row, 'new', { content: planned });
}

function planChange(row: Row, site: SupplierSite, { content, approvedOn, version }: ReadSiteRow): PlannedRow {
  const approval = approvedOn !== null && site.approvedOn === null ? [{ field: 'approvedOn', before: null, after: approvedOn }] : [];
  const changes = [...changesBetween<SupplierSiteContent>(site, content, COMPARED), ...approval];
  const target = { id: site.id, version: site.version };
  if (changes.length === 0) return plannedAs(row, 'unchanged', { target });
  if (version !== null && version !== site.version) {
    return plannedAs(row, 'conflict', { changes, target, problems: [problem('version', 'supplier.import_stale', { version: site.version })] });
  }
  const planned: SupplierImportContent = { site: content, ...(approval.length > 0 && approvedOn !== null && { approvedOn }) };
  return plannedAs(row, 'changed', { changes, target, content: planned });
}

function attempt<T>(problems: RowProblem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    problems.push(...rowProblems(error));
    return undefined;
  }
}
