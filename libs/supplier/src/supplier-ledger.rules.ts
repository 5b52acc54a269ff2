import type { LedgerColumn } from '@platform-pure/workbook';
import { SUPPLIER_KINDS } from './supplier.rules.js';
import type { SupplierKind } from './supplier.rules.js';

export const SUPPLIER_LEDGER_FIELDS = [
  'counterpartyCode', 'makerName', 'makerNameEn', 'factoryName', 'address', 'registeredOn', 'approvedOn', 'kind', 'sme', 'contactName', 'contactEmail',
  'joined', 'openRequests', 'version',
] as const;
export type SupplierLedgerField = (typeof SUPPLIER_LEDGER_FIELDS)[number];

const column = (field: SupplierLedgerField, label: string, names: readonly string[], more: Partial<LedgerColumn<SupplierLedgerField>> = {}): LedgerColumn<SupplierLedgerField> =>
  ({ field, label: `supplier.site.${label}`, names, ...more });

/** The columns of 表10 first, in its order; what the list and the empty ledger have alike. The first name in each language is the heading of our own files. */
export const SUPPLIER_COLUMNS: readonly LedgerColumn<SupplierLedgerField>[] = [
  column('counterpartyCode', 'counterparty_code', ['取引先コード', 'Supplier code', 'Counterparty code', 'Vendor code', '取引先CD', '仕入先コード', '業者コード'], { needed: true }),
  column('makerName', 'maker_name', ['メーカ名', 'Maker', 'Maker name', 'メーカー名', '取引先名', '会社名', '仕入先名', 'Supplier', 'Company'], { needed: true }),
  column('makerNameEn', 'maker_name_en', ['メーカ名（英語）', 'Maker (English)', 'Maker name (English)', 'メーカー名（英語）', '英語名', 'English name']),
  column('factoryName', 'factory_name', ['工場名', 'Factory', 'Factory name', '事業所名', '拠点名', 'Site', 'Plant'], { needed: true }),
  column('address', 'address', ['所在地', 'Address', '住所'], { needed: true }),
  column('registeredOn', 'registered_on', ['登録日', 'Registered on', 'Registered', 'Registration date']),
  column('approvedOn', 'approved_on', ['認定日', 'Approved on', 'Approved', 'Approval date']),
  column('kind', 'kind', ['種別', 'Kind', 'Type', '区分', '取引先区分']),
  column('sme', 'sme', ['中小受託事業者', 'Small or medium entrusted business', 'SME', '中小']),
  column('contactName', 'contact_name', ['窓口担当者', 'Contact', 'Contact name', '担当者', '担当者名', '窓口']),
  column('contactEmail', 'contact_email', ['窓口のメールアドレス', 'Contact e-mail', 'Contact email', 'メールアドレス', 'メール', 'Email', 'E-mail', 'Mail']),
  column('joined', 'joined', ['参加状況', 'Joined', '参加'], { outOnly: true }),
  column('openRequests', 'open_requests', ['未完了の依頼', 'Open requests'], { outOnly: true }),
  column('version', 'version', ['更新番号', 'Revision']),
];

/** Words for a kind that a file may use, in any language. */
export const KIND_WORDS: Readonly<Record<SupplierKind, readonly string[]>> = {
  equipment: ['装置メーカー', '装置メーカ', '装置', 'Equipment maker', 'Equipment', 'equipment'],
  materials: ['部素材メーカー', '部素材メーカ', '部素材', '材料', '部材', 'Parts and materials maker', 'Materials maker', 'Materials', 'materials'],
  service: ['業務委託先', '業務委託', '委託', 'Service provider', 'Outsourcing partner', 'Service', 'service'],
};
export const isSupplierKind = (value: unknown): value is SupplierKind => SUPPLIER_KINDS.includes(value as SupplierKind);
