import { isCalendarDate } from '@platform-pure/forms';

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const TEXTS = ['number', 'issuer.legalName', 'issuer.address', 'supplier.name', 'supplier.factoryName', 'supplier.counterpartyCode', 'order.poNumber',
  'order.jobNumber', 'delivery.noteNumber', 'goods.itemName', 'goods.unit', 'basis.specification.number', 'confirmation.ja', 'confirmation.en',
  'verification.code', 'verification.url', 'disclosureClass', 'criticality'];
const DATES = ['dates.ordered', 'dates.received', 'dates.inspected', 'dates.accepted', 'dates.issued', 'retainUntil'];
const HASHES = ['basis.specification.digest', 'basis.response.digest', 'basis.agreement.digest', 'inspection.digest'];
const LISTS = ['items', 'signOff', 'residualNotes', 'exceptions.shown', 'goods.serials', 'goods.versions', 'basis.checklist'];
/** The order of the boxes: rank from left to right, acted from right to left (domain.md §2.4). */
const BOXES = 'approver confirmer inspector';
const MOST_EXCEPTIONS = 5;

/** The first thing that keeps a value from being a whole certificate statement, or null. */
export function certificateProblem(value: unknown, type: string): string | null {
  if (!isRecord(value) || value.type !== type) return 'type';
  const at = (path: string): unknown => path.split('.').reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);
  const missing = TEXTS.find((path) => !isText(at(path))) ?? DATES.find((path) => !isCalendarDate(at(path)))
    ?? HASHES.find((path) => !isHash(at(path))) ?? LISTS.find((path) => !Array.isArray(at(path)));
  if (missing) return missing;
  return orderOfDays(value) ?? figures(value);
}

/** 発注 ≤ 受領 ≤ 検査完了 ≤ 検収 ≤ 発行 */
function orderOfDays({ dates }: Json): string | null {
  const { ordered, received, inspected, accepted, issued } = dates as Record<string, string>;
  const days = [ordered, received, inspected, accepted, issued] as string[];
  return days.every((day, index) => index === 0 || day >= days[index - 1]!) ? null : 'dates';
}

function figures({ verdict, kind, signOff, exceptions, counts }: Json): string | null {
  if (verdict !== 'passed') return 'verdict';
  if (kind !== 'partial' && kind !== 'final') return 'kind';
  if ((signOff as { role?: unknown }[]).map(({ role }) => role).join(' ') !== BOXES) return 'signOff';
  const { shown, total } = exceptions as { shown: unknown[]; total: unknown };
  if (shown.length > MOST_EXCEPTIONS || typeof total !== 'number' || total < shown.length) return 'exceptions';
  return isRecord(counts) && isRecord(counts.byResult) && isRecord(counts.byMethod) ? null : 'counts';
}
