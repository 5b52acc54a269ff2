import type { Criticality, GoverningDocument } from '@pure/specification';
import type { LedgerColumn } from '@platform-pure/workbook';
import type { ContractForm } from './order.rules.js';

export const ORDER_LEDGER_FIELDS = [
  'jobNumber', 'poNumber', 'lineNo', 'counterpartyCode', 'makerName', 'factoryName', 'governingDocument', 'secureRequirement', 'noRequirementReason', 'contractForm', 'agreement',
  'itemName', 'model', 'quantity', 'unit', 'orderedOn', 'dueOn', 'deliveryPlace', 'inspectionDueOn', 'amount', 'paymentTermsDays', 'criticality', 'state', 'receivedQuantity', 'version',
] as const;
export type OrderLedgerField = (typeof ORDER_LEDGER_FIELDS)[number];

type Column = LedgerColumn<OrderLedgerField>;
const column = (field: OrderLedgerField, label: string, names: readonly string[], more: Partial<Column> = {}): Column => ({ field, label, names, ...more });

/** The columns of 表11 and 表12 first, in their order, with what says which line and which factory; then what the order itself says. */
export const ORDER_COLUMNS: readonly Column[] = [
  column('jobNumber', 'order.field.job_number', ['受注番号', 'Job number', 'Job no.'], { needed: true }),
  column('poNumber', 'order.field.po_number', ['注文番号', 'Order number', '発注番号', 'PO number', 'PO no.', 'Purchase order'], { needed: true }),
  column('lineNo', 'order.field.line_no', ['明細番号', 'Line', '行番号', '明細', '枝番', 'Line no.', 'Line number']),
  column('counterpartyCode', 'supplier.site.counterparty_code', ['取引先コード', 'Counterparty code', 'Supplier code', 'Vendor code', '発注先コード', '仕入先コード']),
  column('makerName', 'order.field.supplier', ['発注先', 'Supplier', 'メーカ名', 'メーカー名', '取引先名', '仕入先名', 'Maker']),
  column('factoryName', 'supplier.site.factory_name', ['工場名', 'Factory', 'Factory name', '事業所名', '拠点名', 'Plant']),
  column('governingDocument', 'order.field.governing_document', ['規定文書名', 'Governing document', '規定文書']),
  column('secureRequirement', 'order.field.secure_requirement', ['セキュア要求', 'Security requirement', 'Secure requirement', 'セキュリティ要求']),
  column('noRequirementReason', 'order.field.no_requirement_reason', ['「なし」の理由', 'Reason for none', 'なしの理由', '不要の理由', '理由']),
  column('contractForm', 'order.field.contract_form', ['契約形態', 'Form of contract', 'Contract form']),
  column('agreement', 'order.field.agreement_number', ['合意（依頼番号）', 'Agreement (request number)', '合意', '依頼番号', 'Agreement', 'Request number']),
  column('itemName', 'order.field.item_name', ['品名', 'Item', 'Item name', '件名']),
  column('model', 'order.field.model', ['型式', 'Model', '型番']),
  column('quantity', 'order.field.quantity', ['数量', 'Quantity', 'Qty']),
  column('unit', 'order.field.unit', ['単位', 'Unit']),
  column('orderedOn', 'order.field.ordered_on', ['発注日', 'Ordered on', 'Order date', '注文日']),
  column('dueOn', 'order.field.due_on', ['納期', 'Due on', 'Delivery due', 'Due date', '納入期日']),
  column('deliveryPlace', 'order.field.delivery_place', ['納入場所', 'Place of delivery', 'Delivery place']),
  column('inspectionDueOn', 'order.field.inspection_due_on', ['検査完了期日', 'Inspection due on', 'Inspection due', '検収期日']),
  column('amount', 'order.field.amount', ['製造委託等代金（税抜）', '代金', '金額', 'Price (without tax)', 'Amount', 'Price']),
  column('paymentTermsDays', 'order.field.payment_terms', ['支払期日（受領日から起算）', '支払日数', '支払期日', 'Payment due (from the day of receipt)', 'Payment terms', 'Payment days']),
  column('criticality', 'order.field.criticality', ['重要度', 'Criticality']),
  column('state', 'order.field.state', ['状態', 'State', 'Status'], { outOnly: true }),
  column('receivedQuantity', 'order.field.received_quantity', ['受領済み数量', 'Received'], { outOnly: true }),
  column('version', 'supplier.site.version', ['更新番号', 'Revision']),
];

export const GOVERNING_WORDS: Readonly<Record<GoverningDocument, readonly string[]>> = {
  purchase_spec: ['購入仕様書', 'Purchase specification'], outsourcing_spec: ['委託仕様書', 'Outsourcing specification'], contract: ['契約書', 'Contract'],
};
export const CONTRACT_WORDS: Readonly<Record<ContractForm, readonly string[]>> = {
  ukeoi: ['請負', 'Contract for work', 'Ukeoi'], jun_inin: ['準委任', 'Quasi-mandate', 'Jun-inin'], haken: ['派遣', 'Temporary staff', 'Dispatch', 'Haken'],
};
export const CRITICALITY_WORDS: Readonly<Record<Criticality, readonly string[]>> = { high: ['高', 'High'], middle: ['中', 'Middle', 'Medium'], low: ['低', 'Low'] };
/** In the column of agreements: none. */
export const NO_AGREEMENT: readonly string[] = ['なし', '無', '-', '－', '―', 'none', '合意なし'];
