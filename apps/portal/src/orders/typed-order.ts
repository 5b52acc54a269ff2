import type { ChangeOrderDraftInput, OrderLine, RegisterOrderLineInput } from '@libs/order';
import { readAmount } from '@platform-pure/workbook';
import type { OrderForm } from './forms.js';

/** What no number is goes on as NaN: the verb names the field. */
function numberOf(typed: string | undefined): number | null {
  const read = readAmount(typed ?? null);
  return read === undefined ? Number.NaN : read;
}

const orNull = (typed: string | undefined): string | null => typed === undefined || typed.trim() === '' ? null : typed;

/** The agreement is only a proposal of the page: with セキュア要求 なし there is none. */
export function orderOf(form: OrderForm): RegisterOrderLineInput {
  const secureRequirement = form.secureRequirement !== 'no';
  return {
    supplierSiteId: form.supplierSiteId ?? '', jobNumber: form.jobNumber ?? '', poNumber: form.poNumber ?? '', lineNo: numberOf(form.lineNo) ?? 1,
    governingDocument: (form.governingDocument ?? '') as RegisterOrderLineInput['governingDocument'], secureRequirement, noRequirementReason: orNull(form.noRequirementReason),
    contractForm: (form.contractForm ?? '') as RegisterOrderLineInput['contractForm'], itemName: form.itemName ?? '', model: orNull(form.model), quantity: numberOf(form.quantity) ?? 0,
    unit: form.unit ?? '', orderedOn: form.orderedOn ?? '', dueOn: form.dueOn ?? '', deliveryPlace: orNull(form.deliveryPlace), inspectionDueOn: orNull(form.inspectionDueOn),
    amount: numberOf(form.amount), paymentTermsDays: numberOf(form.paymentTermsDays) ?? 0, criticality: orNull(form.criticality) as RegisterOrderLineInput['criticality'],
    plannedAgreementId: secureRequirement ? orNull(form.agreementId) : null,
  };
}

export function draftOf(orderLineId: string, form: OrderForm): ChangeOrderDraftInput {
  return { ...orderOf(form), orderLineId, version: versionOf(form.version) ?? 0 };
}

/** A version that is none fits no row: the edit is then a conflict. */
export const versionOf = (typed: string | undefined): number | undefined => /^\d{1,9}$/.test(typed ?? '') ? Number(typed) : undefined;

/** A known line as its form shows it. */
export function typedOf(line: OrderLine): OrderForm {
  const text = (value: string | number | null): string => value === null ? '' : String(value);
  return {
    supplierSiteId: line.supplierSiteId, jobNumber: line.jobNumber, poNumber: line.poNumber, lineNo: text(line.lineNo), governingDocument: line.governingDocument,
    secureRequirement: line.secureRequirement ? 'yes' : 'no', noRequirementReason: text(line.noRequirementReason), contractForm: line.contractForm, agreementId: text(line.plannedAgreementId),
    itemName: line.itemName, model: text(line.model), quantity: text(line.quantity), unit: line.unit, orderedOn: line.orderedOn, dueOn: line.dueOn, deliveryPlace: text(line.deliveryPlace),
    inspectionDueOn: text(line.inspectionDueOn), amount: text(line.amount), paymentTermsDays: text(line.paymentTermsDays), criticality: text(line.criticality), version: text(line.version),
  };
}
