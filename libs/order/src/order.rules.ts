import type { Facts } from '@pure/catalog';
import { CRITICALITIES, GOVERNING_DOCUMENTS } from '@pure/specification';
import type { Criticality, GoverningDocument } from '@pure/specification';
import { FormReader } from '@platform-pure/forms';
import type { Id } from '@platform-pure/tenancy';
import type { Day } from './calendar.rules.js';
import { LONGEST_TERMS_DAYS, termsAllowed } from './payment.rules.js';
import { isQuantity } from './quantity.rules.js';

/** What the ledger holds: numeric(15, 2), and a line number that a person reads. */
const [LAST_LINE, LARGEST_AMOUNT] = [999_999, 9_999_999_999_999];

export type OrderLineId = Id<'OrderLine'>;
/** 請負 / 準委任 / 派遣 */
export const CONTRACT_FORMS = ['ukeoi', 'jun_inin', 'haken'] as const;
export type ContractForm = (typeof CONTRACT_FORMS)[number];

/** One row of the procurement ledger, 調達台帳 表11/表12, with what 取適法 wants stated at ordering. */
export interface OrderTerms {
  /** 受注番号: the number of the job that led to this purchase; the source does not explain it, so it passes through untouched. */
  readonly jobNumber: string;
  /** 注文番号 */
  readonly poNumber: string;
  readonly lineNo: number;
  /** 規定文書名: 購入仕様書 / 委託仕様書 / 契約書 (表11, 表12) */
  readonly governingDocument: GoverningDocument;
  /** セキュア要求 あり / なし */
  readonly secureRequirement: boolean;
  readonly noRequirementReason: string | null;
  readonly contractForm: ContractForm;
  readonly itemName: string;
  readonly model: string | null;
  readonly quantity: number;
  readonly unit: string;
  readonly orderedOn: Day;
  /** 納期 */
  readonly dueOn: Day;
  /** 納入場所 */
  readonly deliveryPlace: string | null;
  /** 検査完了期日 */
  readonly inspectionDueOn: Day | null;
  /** 製造委託等代金, yen without tax; null where it is not stated here. */
  readonly amount: number | null;
  /** 支払期日, in days counted from and including the day of receipt; at most 60. */
  readonly paymentTermsDays: number;
  /** Only to raise what the specification says. */
  readonly criticality: Criticality | null;
  /** The line's own facts; null takes the request's at ordering (domain.md §0b.18). */
  readonly facts: Facts | null;
}

export type OrderTermsInput = Omit<OrderTerms, 'noRequirementReason' | 'model' | 'deliveryPlace' | 'inspectionDueOn' | 'amount' | 'criticality' | 'facts'>
  & Partial<Pick<OrderTerms, 'noRequirementReason' | 'model' | 'deliveryPlace' | 'inspectionDueOn' | 'amount' | 'criticality' | 'facts'>>;

/** Throws `order.terms_invalid` naming every field that is wrong. Numbers of the buyer's own systems are trimmed and otherwise untouched. */
export function readTerms(input: OrderTermsInput): OrderTerms {
  const form = new FormReader();
  const terms: OrderTerms = {
    ...readNumbers(form, input), ...readGoods(form, input), ...readDays(form, input), ...readRequirement(form, input),
    governingDocument: form.oneOf('governingDocument', input.governingDocument, GOVERNING_DOCUMENTS),
    contractForm: form.oneOf('contractForm', input.contractForm, CONTRACT_FORMS),
    criticality: input.criticality ? form.oneOf('criticality', input.criticality, CRITICALITIES) : null,
    facts: input.facts ?? null,
  };
  form.finish('order.terms_invalid');
  return terms;
}

function readNumbers(form: FormReader, input: OrderTermsInput): Pick<OrderTerms, 'jobNumber' | 'poNumber' | 'lineNo'> {
  if (!Number.isInteger(input.lineNo) || input.lineNo < 1 || input.lineNo > LAST_LINE) form.wrong('lineNo', 'order.line_no_invalid');
  return { jobNumber: form.text('jobNumber', input.jobNumber, 60), poNumber: form.text('poNumber', input.poNumber, 60), lineNo: input.lineNo };
}

function readGoods(form: FormReader, input: OrderTermsInput) {
  const amount = input.amount ?? null;
  if (!isQuantity(input.quantity)) form.wrong('quantity', 'order.quantity_invalid');
  if (amount !== null && !(Number.isFinite(amount) && amount >= 0 && amount <= LARGEST_AMOUNT)) form.wrong('amount', 'order.amount_invalid');
  if (!termsAllowed(input.paymentTermsDays)) form.wrong('paymentTermsDays', 'order.payment_terms_too_long', { max: LONGEST_TERMS_DAYS });
  return {
    itemName: form.text('itemName', input.itemName, 200), model: form.optionalText('model', input.model, 120), quantity: input.quantity,
    unit: form.text('unit', input.unit, 20), amount, paymentTermsDays: input.paymentTermsDays,
  };
}

/** 「なし」 is a decision somebody took and says why (表12, domain.md §1e); with 「あり」 a reason would contradict it. */
function readRequirement(form: FormReader, input: OrderTermsInput): Pick<OrderTerms, 'secureRequirement' | 'noRequirementReason'> {
  const reason = form.optionalText('noRequirementReason', input.noRequirementReason, 400);
  if (input.secureRequirement && reason !== null) form.wrong('noRequirementReason', 'order.reason_without_none');
  if (!input.secureRequirement && reason === null) form.wrong('noRequirementReason', 'order.no_requirement_needs_reason');
  return { secureRequirement: input.secureRequirement, noRequirementReason: reason };
}

function readDays(form: FormReader, input: OrderTermsInput): Pick<OrderTerms, 'orderedOn' | 'dueOn' | 'inspectionDueOn' | 'deliveryPlace'> {
  const [orderedOn, dueOn] = [form.date('orderedOn', input.orderedOn), form.date('dueOn', input.dueOn)];
  const inspectionDueOn = input.inspectionDueOn ? form.date('inspectionDueOn', input.inspectionDueOn) : null;
  if (dueOn < orderedOn) form.wrong('dueOn', 'order.due_before_order');
  if (inspectionDueOn !== null && inspectionDueOn < dueOn) form.wrong('inspectionDueOn', 'order.inspection_before_due');
  return { orderedOn, dueOn, inspectionDueOn, deliveryPlace: form.optionalText('deliveryPlace', input.deliveryPlace, 200) };
}

/**
 * What must stand on the order itself when it is placed: the inspection completion date always (domain.md §3.3); for a 中小受託事業者 also
 * the place of delivery and the price (取適法, domain.md §2.3). Throws `order.placing_incomplete` naming every field.
 */
export function assertPlaceable(terms: OrderTerms, supplierIsSme: boolean): void {
  const form = new FormReader();
  if (terms.inspectionDueOn === null) form.wrong('inspectionDueOn', 'order.inspection_due_missing');
  if (supplierIsSme && terms.deliveryPlace === null) form.wrong('deliveryPlace', 'order.delivery_place_missing');
  if (supplierIsSme && terms.amount === null) form.wrong('amount', 'order.amount_missing');
  form.finish('order.placing_incomplete');
}
