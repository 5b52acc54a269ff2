import { isQuantity } from '@pure/order';
import { FormReader } from '@platform-pure/forms';
import type { Id } from '@platform-pure/tenancy';

export type DeliveryId = Id<'Delivery'>;
export type AnnouncementId = Id<'DeliveryAnnouncement'>;

/** Firmware, OS or software of the goods as delivered. */
export interface DeliveredVersion { readonly name: string; readonly version: string }

/** What stands on the delivery note (納品書). */
export interface LotContent {
  /** 納品書番号 */
  readonly noteNumber: string;
  readonly quantity: number;
  /** 分納 N of n/N; null while nobody can say. */
  readonly installmentsTotal: number | null;
  /** 製造番号 */
  readonly serials: readonly string[];
  readonly versions: readonly DeliveredVersion[];
}

export interface LotInput {
  readonly noteNumber: string;
  readonly quantity: number;
  readonly installmentsTotal?: number | null;
  readonly serials?: readonly string[];
  readonly versions?: readonly DeliveredVersion[];
}

const MOST_SERIALS = 5000;

/** Throws `delivery.lot_invalid` naming every field that is wrong. */
export function readLot(input: LotInput): LotContent {
  const form = new FormReader();
  const total = input.installmentsTotal ?? null;
  const serials = (input.serials ?? []).map((serial) => form.text('serials', serial, 120));
  const versions = (input.versions ?? []).map(({ name, version }) => ({ name: form.text('versions', name, 120), version: form.text('versions', version, 120) }));
  const lot: LotContent = { noteNumber: form.text('noteNumber', input.noteNumber, 60), quantity: input.quantity, installmentsTotal: total, serials, versions };
  if (!isQuantity(input.quantity)) form.wrong('quantity', 'delivery.quantity_invalid');
  if (total !== null && !(Number.isInteger(total) && total > 0)) form.wrong('installmentsTotal', 'delivery.installments_invalid');
  if (serials.length > MOST_SERIALS || versions.length > MOST_SERIALS) form.wrong('serials', 'delivery.too_many_serials', { max: MOST_SERIALS });
  const twice = serials.find((serial, index) => serials.indexOf(serial) !== index);
  if (twice !== undefined) form.wrong('serials', 'delivery.serial_twice', { serial: twice });
  form.finish('delivery.lot_invalid');
  return lot;
}

export interface Installment { readonly no: number; readonly total: number | null }

/**
 * Which installment a lot is (分納 n/N). Numbers are given in the order of receipt and never reused, so that n/N on an issued certificate stays
 * true; the lot that completes the line closes the count even when nobody announced how many there would be.
 * Throws `delivery.lot_invalid` when the announced total does not reach this number, or is reached while goods are still to come.
 */
export function nextInstallment(received: number, announcedTotal: number | null, completes: boolean): Installment {
  const no = received + 1;
  const form = new FormReader();
  if (announcedTotal !== null && announcedTotal < no) form.wrong('installmentsTotal', 'delivery.total_too_small', { no, total: announcedTotal });
  if (announcedTotal === no && !completes) form.wrong('installmentsTotal', 'delivery.last_but_incomplete', { no });
  form.finish('delivery.lot_invalid');
  return { no, total: completes ? no : announcedTotal };
}

/** The day of receipt (受領日): not in the future, not before the order. It starts the payment clock and is never written again. */
export function readReceiptDay(given: string | undefined, today: string, orderedOn: string): string {
  const day = given ?? today;
  const form = new FormReader();
  form.date('receivedOn', day);
  if (day > today) form.wrong('receivedOn', 'delivery.received_in_future', { day });
  if (day < orderedOn) form.wrong('receivedOn', 'delivery.received_before_order', { day, ordered: orderedOn });
  form.finish('delivery.lot_invalid');
  return day;
}
