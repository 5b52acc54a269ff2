import type { OrderLine, PinnableAgreement } from '@libs/order';
import { CONTRACT_FORMS } from '@pure/order';
import { CRITICALITIES, GOVERNING_DOCUMENTS } from '@pure/specification';
import type { SupplierSite } from '@pure/supplier';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

const FIELDS = [
  'supplierSiteId', 'jobNumber', 'poNumber', 'lineNo', 'governingDocument', 'secureRequirement', 'noRequirementReason', 'contractForm', 'agreementId', 'itemName', 'model', 'quantity', 'unit',
  'orderedOn', 'dueOn', 'deliveryPlace', 'inspectionDueOn', 'amount', 'paymentTermsDays', 'criticality',
];
interface Choice { readonly value: string; readonly label: TextRef | string }

export interface OrderFormView {
  readonly id: string | null;
  readonly version: string;
  readonly form: FormView;
  readonly sites: readonly Choice[];
  readonly agreements: readonly Choice[];
  readonly governing: readonly Choice[];
  readonly contracts: readonly Choice[];
  readonly secure: readonly Choice[];
  readonly criticalities: readonly Choice[];
  /** Somebody else was faster: what was typed stands here, the page of the line has theirs. */
  readonly stale: boolean;
}

export interface OrderFormInput {
  readonly typed: object;
  readonly sites: readonly SupplierSite[];
  readonly agreements: readonly PinnableAgreement[];
  readonly problems?: readonly Problem[];
  readonly known?: Pick<OrderLine, 'id' | 'version'> | null;
  readonly stale?: boolean;
}

const NONE: Choice = { value: '', label: text('portal_orders.choose_one') };
const worded = (values: readonly string[], keys: string): Choice[] => values.map((value) => ({ value, label: text(`${keys}.${value}`) }));

export function orderFormView({ typed, sites, agreements, problems = [], known = null, stale = false }: OrderFormInput): OrderFormView {
  return {
    id: known?.id ?? null, version: known ? String(known.version) : '', form: formView(FIELDS, typed, problems), stale,
    sites: [NONE, ...sites.map(({ id, counterpartyCode, makerName, factoryName }) => ({ value: id, label: `${counterpartyCode} ${makerName} ${factoryName}` }))],
    agreements: agreementChoices(agreements, sites), governing: worded(GOVERNING_DOCUMENTS, 'order.governing'), contracts: worded(CONTRACT_FORMS, 'order.contract'),
    secure: worded(['yes', 'no'], 'order.secure'), criticalities: [{ value: '', label: text('portal_orders.as_specified') }, ...worded(CRITICALITIES, 'order.criticality')],
  };
}

/** The newest first; with several factories in the list each says whose it is. */
export function agreementChoices(agreements: readonly PinnableAgreement[], sites: readonly SupplierSite[] = []): Choice[] {
  const several = new Set(agreements.map(({ supplierSiteId }) => supplierSiteId)).size > 1;
  return [{ value: '', label: text('portal_orders.no_agreement') }, ...agreements.map((agreement) => {
    const site = several ? sites.find(({ id }) => id === agreement.supplierSiteId) : undefined;
    const { requestNumber: number, specificationNumber: specification, edition } = agreement;
    return { value: agreement.id, label: text(site ? 'portal_orders.agreement_of' : 'portal_orders.agreement', { number, specification, edition, supplier: site ? `${site.makerName} ${site.factoryName}` : '' }) };
  })];
}

/** A new line as it is proposed: ordered today, line 1, 60 days at the latest, the newest agreement of the factory. */
export function proposal(today: string, agreement: PinnableAgreement | null, supplierSiteId: string): object {
  return {
    supplierSiteId, lineNo: '1', governingDocument: 'purchase_spec', secureRequirement: 'yes', contractForm: 'ukeoi', orderedOn: today, paymentTermsDays: '60', agreementId: agreement?.id ?? '',
  };
}
